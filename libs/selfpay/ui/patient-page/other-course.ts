import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { PatientEstimateView } from '@stipple/contracts';
import { formatCents, otherCourseCents } from '@stipple/domain';
import { PatientVisit } from './patient-visit';

/** What another course may cost. It only shows; the estimate stays as it was given. */
@Component({
  selector: 'st-other-course',
  template: `
    @let texts = visit.texts();
    <section aria-labelledby="other-course">
      <h2 id="other-course">{{ texts.headings.otherCourse }}</h2>
      <p>{{ texts.otherCourse.lead }}</p>
      @for (price of prices(); track $index) {
        @let words = price[visit.language()];
        <div class="line" role="group" [attr.aria-label]="words">
          <span
            >{{ words }} <span class="st-muted">{{ money(price.unitCents) }}</span></span
          >
          <div class="both">
            <input
              #slider
              type="range"
              min="0"
              [max]="most"
              [value]="chosen()[$index]"
              [attr.aria-label]="words"
              (input)="choose($index, slider.value)"
            />
            <input
              #box
              class="st-control"
              type="number"
              inputmode="numeric"
              min="0"
              [max]="most"
              [value]="chosen()[$index]"
              [attr.aria-label]="words"
              (input)="choose($index, box.value)"
            />
          </div>
        </div>
      }
      <p class="result" aria-live="polite">
        {{ visit.filled(texts.otherCourse.result, { total: total() }) }}
      </p>
      <p>{{ texts.otherCourse.newEstimate }}</p>
    </section>
  `,
  styles: `
    section {
      display: grid;
      gap: var(--st-3);
    }
    h2 {
      font-size: 1.375rem;
    }
    .both {
      display: flex;
      align-items: center;
      gap: var(--st-3);
    }
    input[type='range'] {
      flex: 1;
      min-width: 0;
      min-height: 2.75rem;
      accent-color: var(--st-accent);
    }
    input[type='number'] {
      width: 5.5rem;
      min-height: 2.75rem;
      font-size: inherit;
    }
    .result {
      font-size: 1.375rem;
      font-weight: 640;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OtherCourse {
  readonly prices = input.required<PatientEstimateView['prices']>();
  protected readonly visit = inject(PatientVisit);
  protected readonly most = 20;
  protected readonly money = formatCents;
  protected readonly chosen = linkedSignal(() => this.prices().map(({ quantity }) => quantity));
  protected readonly total = computed(() =>
    otherCourseCents(
      this.prices().map(({ unitCents }, index) => ({ unitCents, quantity: this.chosen()[index] ?? 0 })),
    ),
  );

  protected choose(at: number, typed: string): void {
    const quantity = Math.min(this.most, Math.max(0, Math.trunc(Number(typed)) || 0));
    this.chosen.update((chosen) => chosen.map((before, index) => (index === at ? quantity : before)));
  }
}
