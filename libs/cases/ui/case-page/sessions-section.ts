import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { CaseView, SessionView } from '@stipple/contracts';
import type { SessionState } from '@stipple/domain';
import { Chip, formatDateTime, formatTime, formatWeekday } from '@stipple/ui';
import { sessionLooks } from '../looks';
import { MoveButtons } from './move-buttons';
import { NothingYet } from './nothing-yet';

/** Booked and performed treatments. The button to book is there only while a clearance is. */
@Component({
  selector: 'st-sessions-section',
  imports: [Chip, MoveButtons, NothingYet],
  template: `
    @let view = this.view();
    <section aria-labelledby="sessions-title">
      <header>
        <h2 id="sessions-title">Sessions</h2>
        <st-move-buttons
          [view]="view"
          [mover]="{ subject: 'treatment_session', id: null, version: 0 }"
          [moves]="view.beginnings['treatment_session'] ?? []"
          (made)="made.emit()"
        />
      </header>
      @for (session of view.sessions; track session.id) {
        @let look = lookOf(session);
        <div class="item">
          <div class="line">
            <b>{{ when(session) }}</b>
            <st-chip [tone]="look.tone" [icon]="look.icon">{{ look.words }}</st-chip>
            <span class="st-muted"
              >{{ session.clinician }}, {{ session.room }} · {{ session.clearance }}</span
            >
            <span class="grow"></span>
            <st-move-buttons
              [view]="view"
              [mover]="{ subject: 'treatment_session', id: session.id, version: session.version }"
              [moves]="session.moves"
              [most]="2"
              (made)="made.emit()"
            />
          </div>
          @if (session.endReason) {
            <p class="st-small" [class.st-muted]="session.state !== 'blocked'">{{ session.endReason }}</p>
          }
          @if (session.record; as record) {
            <p class="quote">{{ record.note }}</p>
            <p class="st-small st-muted">
              {{ record.areaCm2 }} cm², {{ record.device }}, lot {{ record.lot }} · by {{ record.performer }},
              signed {{ record.signedBy }}
            </p>
          }
        </div>
      } @empty {
        <st-nothing-yet subject="treatment_session" move="book"
          >No session yet. What a clearance covers is booked here or on the schedule.</st-nothing-yet
        >
      }
    </section>
  `,
  styleUrl: './section.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionsSection {
  readonly view = input.required<CaseView>();
  readonly made = output();

  protected lookOf({ state }: SessionView) {
    return sessionLooks[state as SessionState];
  }

  protected when({ day, startsAt }: SessionView): string {
    if (!day || !startsAt) return 'Without a time';
    return day.slice(0, 4) === this.view().today.slice(0, 4)
      ? `${formatWeekday(day)}, ${formatTime(startsAt, this.view().timeZone)}`
      : formatDateTime(startsAt, this.view().timeZone);
  }
}
