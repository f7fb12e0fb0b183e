import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { ScreeningOutcome, screeningOutcomes } from '@stipple/domain';
import { outcomeWords } from '../looks';

/** Another outcome than the computed one, and why. Both empty: it is signed as computed. */
export interface Otherwise {
  readonly outcome: ScreeningOutcome | '';
  readonly reason: string;
}

/** Where a physician decides otherwise than computed. Folded away: mostly there is nothing to decide. */
@Component({
  selector: 'st-other-outcome',
  template: `
    <details [open]="value().outcome !== ''">
      <summary>Decide otherwise than computed</summary>
      <label
        ><span>Outcome</span
        ><select #choice class="st-control" (change)="set(choice.value, why.value)">
          <option value="" [selected]="value().outcome === ''">
            As computed: {{ outcomeWords[computed()] }}
          </option>
          @for (one of others(); track one) {
            <option [value]="one" [selected]="value().outcome === one">{{ outcomeWords[one] }}</option>
          }
        </select>
      </label>
      <label
        ><span>Why</span
        ><textarea
          #why
          class="st-control"
          rows="3"
          maxlength="2000"
          [value]="value().reason"
          (input)="set(choice.value, why.value)"
        ></textarea>
      </label>
    </details>
  `,
  styles: `
    details {
      padding: var(--st-3) var(--st-4);
    }
    summary {
      min-height: 1.5rem;
      cursor: pointer;
      font-weight: 560;
    }
    label {
      display: grid;
      gap: var(--st-1);
      max-width: 36rem;
      margin-block-start: var(--st-2);
      font-weight: 560;
    }
    textarea {
      height: auto;
      padding: var(--st-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OtherOutcome {
  readonly computed = input.required<ScreeningOutcome>();
  readonly value = model.required<Otherwise>();
  protected readonly outcomeWords = outcomeWords;

  protected others(): readonly ScreeningOutcome[] {
    return screeningOutcomes.filter((one) => one !== this.computed());
  }

  protected set(outcome: string, reason: string): void {
    this.value.set({ outcome: screeningOutcomes.find((one) => one === outcome) ?? '', reason });
  }
}
