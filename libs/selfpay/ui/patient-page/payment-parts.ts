import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { PatientEstimateView } from '@stipple/contracts';
import { examplePartsOf, formatCents, mostParts } from '@stipple/domain';
import { PatientVisit } from './patient-visit';

/** The plan that was agreed on; before there is one, how it may look to pay in parts. */
@Component({
  selector: 'st-payment-parts',
  template: `
    @let texts = visit.texts();
    <section aria-labelledby="parts">
      <h2 id="parts">{{ texts.headings.parts }}</h2>
      @if (agreed()) {
        <p>{{ texts.parts.agreed }}</p>
      } @else {
        <p>{{ texts.parts.example }}</p>
        <label for="how-many">{{ texts.parts.howMany }}</label>
        <select #howMany id="how-many" class="st-control" (change)="count.set(+howMany.value)">
          @for (some of choices; track some) {
            <option [value]="some" [selected]="some === count()">{{ some }}</option>
          }
        </select>
      }
      <table>
        <caption class="st-hidden">
          {{
            texts.parts.caption
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ texts.parts.part }}</th>
            <th scope="col">{{ texts.parts.due }}</th>
            <th scope="col" class="st-number">{{ texts.parts.amount }}</th>
          </tr>
        </thead>
        <tbody>
          @for (part of parts(); track part.no) {
            <tr>
              <td>{{ part.no }}</td>
              <td>{{ visit.day(part.dueOn) }}</td>
              <td class="st-number">{{ money(part.cents) }}</td>
            </tr>
          }
        </tbody>
      </table>
      @if (agreed()) {
        <a class="st-button" [href]="'/api/your-estimate/calendar?language=' + visit.language()" download>{{
          texts.parts.calendar
        }}</a>
      }
    </section>
  `,
  styles: `
    section {
      display: grid;
      gap: var(--st-2);
    }
    h2 {
      font-size: 1.375rem;
    }
    select {
      width: 6rem;
      min-height: 2.75rem;
      font-size: inherit;
    }
    table {
      width: 100%;
      border-collapse: collapse;
      font-size: 1rem;
    }
    th {
      text-align: start;
    }
    th.st-number {
      text-align: end;
    }
    td,
    th {
      padding: var(--st-2) var(--st-1);
      border-bottom: 1px solid var(--st-line);
    }
    .st-button {
      justify-self: start;
      min-height: 3rem;
      font-size: inherit;
      white-space: normal;
    }
    @media print {
      .st-button,
      label,
      select {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PaymentParts {
  readonly estimate = input.required<PatientEstimateView>();
  protected readonly visit = inject(PatientVisit);
  protected readonly money = formatCents;
  protected readonly choices = Array.from({ length: mostParts - 1 }, (_, index) => index + 2);
  protected readonly count = signal(mostParts - 1);
  protected readonly agreed = computed(() => this.estimate().installments.length > 0);
  protected readonly parts = computed(() => {
    const { installments, totalCents, today } = this.estimate();
    return this.agreed() ? installments : examplePartsOf(totalCents, this.count(), today);
  });
}
