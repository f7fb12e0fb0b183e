import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseView } from '@stipple/contracts';
import { screeningCriteriaWords } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { Chip, Icon, IconName, Tone, formatDateTime } from '@stipple/ui';
import { screeningHeadline } from '../looks';
import { MoveButtons } from './move-buttons';
import { NothingYet } from './nothing-yet';

const screeningLooks: Readonly<Record<string, { tone: Tone; icon: IconName; words: string }>> = {
  proposed: { tone: 'warn', icon: 'sign', words: 'Waits for signature' },
  signed: { tone: 'good', icon: 'circle-check', words: 'Signed' },
  superseded: { tone: 'quiet', icon: 'ban', words: 'Replaced' },
};

/** Medical or cosmetic: proposed by one, signed by the physician. */
@Component({
  selector: 'st-screening-section',
  imports: [Chip, Icon, MoveButtons, NothingYet, RouterLink],
  template: `
    @let view = this.view();
    <section aria-labelledby="screening-title">
      <header>
        <h2 id="screening-title">Screening</h2>
        @if (person.holds('coordinator') || person.holds('physician')) {
          <a class="st-button small" [routerLink]="['/cases', view.id, 'screening']"
            ><st-icon name="list" />Screen by policy</a
          >
        }
        <st-move-buttons
          [view]="view"
          [mover]="{ subject: 'screening', id: null, version: 0 }"
          [moves]="view.beginnings['screening'] ?? []"
          (made)="made.emit()"
        />
      </header>
      @for (screening of screenings(); track screening.id) {
        <div class="item">
          <div class="line">
            <b>{{ headline(screening) }}</b>
            <st-chip
              [tone]="screeningLooks[screening.state]!.tone"
              [icon]="screeningLooks[screening.state]!.icon"
              >{{ screeningLooks[screening.state]!.words }}</st-chip
            >
            <span class="st-muted">{{
              screening.signed
                ? 'by ' + screening.signed.by + ', ' + time(screening.signed.at)
                : 'proposed by ' + screening.proposedBy
            }}</span>
            <span class="grow"></span>
            <st-move-buttons
              [view]="view"
              [mover]="{ subject: 'screening', id: screening.id, version: screening.version }"
              [moves]="screening.moves"
              (made)="made.emit()"
            />
          </div>
          @if (screening.computed; as computed) {
            <p class="st-small st-muted">
              {{ computed.result?.sentence ?? '' }} By
              {{
                computed.general ? 'the general policy; none of the payer is on file' : computed.policyKey
              }}.
            </p>
          }
          @if (screening.overrideReason; as reason) {
            <p class="st-small"><b>Decided otherwise:</b> {{ reason }}</p>
          }
          <p class="quote">{{ screening.reasons }}</p>
          @if (screening.criteria.length > 0) {
            <ul class="plain st-small">
              @for (one of screening.criteria; track one) {
                <li><st-icon name="check" /> {{ criterion(one) }}</li>
              }
            </ul>
          }
        </div>
      } @empty {
        <st-nothing-yet subject="screening" move="propose"
          >Not screened yet. The payer’s policy is held against the record; a physician signs what comes
          out.</st-nothing-yet
        >
      }
    </section>
  `,
  styleUrl: './section.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScreeningSection {
  readonly view = input.required<CaseView>();
  readonly made = output();
  protected readonly person = inject(CurrentPerson);
  /** What was replaced stays in the timeline; here only what counts. */
  protected readonly screenings = computed(() =>
    this.view().screenings.filter(({ state }) => state !== 'superseded'),
  );
  protected readonly headline = screeningHeadline;
  protected readonly screeningLooks = screeningLooks;

  protected time(instant: string): string {
    return formatDateTime(instant, this.view().timeZone);
  }

  protected criterion(value: string): string {
    return (screeningCriteriaWords as Readonly<Record<string, string>>)[value] ?? value;
  }
}
