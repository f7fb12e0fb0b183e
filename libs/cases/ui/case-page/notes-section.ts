import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { CaseView, NoteView } from '@stipple/contracts';
import { NoteLane, noteLanes } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { Icon, KeyHint, formatDateTime } from '@stipple/ui';
import { CaseActions } from './case-actions';
import { NothingYet } from './nothing-yet';

const laneWords: Readonly<Record<NoteLane, { title: string; readers: string; purpose: string }>> = {
  billing: {
    title: 'Billing notes',
    readers: 'Read by coordinators, managers and physicians',
    purpose: 'What the next colleague at this case should know stands here.',
  },
  clinical: {
    title: 'Clinical notes',
    readers: 'Read by physicians and coordinators',
    purpose: 'What the physician saw and wants remembered stands here.',
  },
};

/** Both lanes of notes, as far as this person reads them. A corrected note stays, below the one that corrects it. */
@Component({
  selector: 'st-notes-section',
  imports: [Icon, KeyHint, NothingYet],
  templateUrl: './notes-section.html',
  styleUrls: ['./section.css', './notes-section.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotesSection {
  readonly view = input.required<CaseView>();
  private readonly person = inject(CurrentPerson);
  protected readonly actions = inject(CaseActions);

  protected readonly lanes = computed(() =>
    (['billing', 'clinical'] as const)
      .filter((lane) => this.person.holds(...noteLanes[lane].read))
      .map((lane) => {
        const subject = `${lane}_note`;
        return {
          ...laneWords[lane],
          lane,
          subject,
          writes: this.actions.legal(subject, 'write'),
          /** With two lanes to write in, `m` leaves the choice to the person. */
          hasKey: this.actions.writableLanes()[0] === subject && this.actions.writableLanes().length === 1,
          notes: this.standing(lane),
        };
      }),
  );

  protected time(note: NoteView): string {
    return formatDateTime(note.at, this.view().timeZone);
  }

  /** The notes that nothing corrects, each with what it took the place of. */
  private standing(lane: NoteLane) {
    const notes = this.view().notes.filter((note) => note.lane === lane);
    const byId = new Map(notes.map((note) => [note.id, note]));
    const corrected = new Set(notes.map(({ correctsId }) => correctsId));
    return notes
      .filter(({ id }) => !corrected.has(id))
      .map((note) => {
        const earlier: NoteView[] = [];
        for (let old = byId.get(note.correctsId ?? ''); old; old = byId.get(old.correctsId ?? ''))
          earlier.push(old);
        return { note, earlier };
      });
  }
}
