import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ScreeningView } from '@stipple/contracts';
import { CurrentPerson } from '@stipple/staff-ui';
import { Chip, formatDateTime } from '@stipple/ui';
import { ScreeningModel } from './screening-model';

const words = { likely_medical: 'Likely medical', cosmetic: 'Cosmetic', uncertain: 'Uncertain' } as const;
const looks = {
  proposed: { tone: 'warn', icon: 'sign', words: 'Waits for signature' },
  signed: { tone: 'good', icon: 'circle-check', words: 'Signed' },
  superseded: { tone: 'quiet', icon: 'ban', words: 'Replaced' },
} as const;

/** The screenings before, each with the version of the policy it was computed by. */
@Component({
  selector: 'st-past-card',
  imports: [Chip, RouterLink],
  template: `
    @if (past().length > 0) {
      <section class="st-card" aria-labelledby="past-title">
        <h2 id="past-title">Screenings so far</h2>
        <ul>
          @for (one of past(); track one.id) {
            <li>
              <span class="line"
                ><b>{{ headline(one) }}</b>
                <st-chip [tone]="looks[one.state].tone" [icon]="looks[one.state].icon">{{
                  looks[one.state].words
                }}</st-chip></span
              >
              <span class="st-small st-muted"
                >{{ one.computed?.policyKey ?? 'Ticked by hand'
                }}{{ one.computed?.general ? ', general policy' : ''
                }}{{ one.computed?.result ? ', engine ' + one.computed!.result!.engine : '' }} ·
                {{
                  one.signed
                    ? one.signed.by + ', ' + time(one.signed.at)
                    : one.proposedBy + ', ' + time(one.proposedAt)
                }}</span
              >
              @if (one.overrideReason; as reason) {
                <span class="st-small"><b>Decided otherwise:</b> {{ reason }}</span>
              }
              @if (one.state === 'proposed') {
                <a
                  class="st-button small"
                  [routerLink]="['/cases', model.view()?.caseId, 'sign', 'screening', one.id]"
                  [queryParams]="{ from: 'case' }"
                  >{{ person.holds('physician') ? 'Read and sign' : 'Read it' }}</a
                >
              }
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    section {
      display: grid;
      gap: var(--st-2);
      padding: var(--st-4);
    }
    ul {
      display: grid;
      gap: var(--st-3);
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      gap: var(--st-1);
      justify-items: start;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      gap: var(--st-1) var(--st-3);
      align-items: center;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PastCard {
  protected readonly model = inject(ScreeningModel);
  protected readonly person = inject(CurrentPerson);
  protected readonly looks = looks;
  protected readonly past = computed(() => this.model.view()?.past ?? []);

  protected headline({ outcome, computed: came, overrideReason }: ScreeningView): string {
    return came === null || overrideReason !== null ? words[outcome] : came.headline;
  }

  protected time(instant: string): string {
    return formatDateTime(instant, this.person.timeZone());
  }
}
