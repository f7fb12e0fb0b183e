import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type ToldStanding, caseTexts, standingInWords } from '@stipple/domain';
import { Visit } from './visit';

/** Where the case stands, who acts next, and by when: the same words on every page of the patient's. */
@Component({
  selector: 'st-case-standing',
  template: `
    <section aria-labelledby="standing">
      <h2 id="standing">{{ heading() }}</h2>
      <p>{{ words().stage }}</p>
      <p>
        <b>{{ words().actsNext }}</b>
      </p>
      @if (words().due; as due) {
        <p>{{ due }}</p>
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
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CaseStanding {
  readonly standing = input.required<ToldStanding>();
  readonly today = input.required<string>();
  private readonly visit = inject(Visit);
  protected readonly heading = computed(() => caseTexts[this.visit.language()].headings.standing);
  protected readonly words = computed(() =>
    standingInWords(this.standing(), this.today(), this.visit.language()),
  );
}
