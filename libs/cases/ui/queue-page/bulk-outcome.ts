import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, ProblemBanner } from '@stipple/ui';
import { Outcome, byReason, undoOf } from './bulk';

/** What became of a change of many, while something of it was refused: how many, why, and which. */
@Component({
  selector: 'st-bulk-outcome',
  imports: [Icon, ProblemBanner, RouterLink],
  template: `
    <!-- Its place is there before there is anything to say, so that it is spoken. -->
    <p class="st-hidden" role="status">{{ title() }}</p>
    @if (outcome(); as outcome) {
      <section class="st-card" aria-labelledby="outcome-title">
        <header>
          <h2 id="outcome-title">{{ title() }}</h2>
          @if (undoable() > 0) {
            <button type="button" class="st-button small" (click)="undo.emit(outcome)">
              <st-icon name="refresh" />Undo the {{ undoable() }} done
            </button>
          }
          <button
            type="button"
            class="st-button small quiet square"
            aria-label="Dismiss the result"
            (click)="dismissed.emit()"
          >
            <st-icon name="close" />
          </button>
        </header>
        <st-problem [problem]="outcome.problem" />
        <ul>
          @for (group of groups(); track group.reason) {
            <li>
              <p><st-icon name="circle-x" />{{ group.results.length }} refused: {{ group.reason }}</p>
              <p class="cases">
                @for (result of group.results; track result.caseId) {
                  @if (result.number !== null) {
                    <a [routerLink]="['/cases', result.caseId]">#{{ result.number }}</a>
                  }
                }
              </p>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    section {
      display: grid;
      gap: var(--st-3);
      padding: var(--st-3) var(--st-4);
      border-inline-start: 4px solid var(--st-warn);
    }
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--st-2);
    }
    h2 {
      flex: 1;
      min-width: 12rem;
      font-size: var(--st-size);
    }
    .square {
      width: 2rem;
    }
    ul {
      display: grid;
      gap: var(--st-3);
      padding: 0;
      list-style: none;
    }
    p {
      display: flex;
      gap: var(--st-2);
    }
    p > st-icon {
      margin-top: 0.15em;
      color: var(--st-bad);
    }
    .cases {
      flex-wrap: wrap;
      max-height: 8rem;
      padding-inline-start: 1.75rem;
      overflow-y: auto;
      font-variant-numeric: tabular-nums;
    }
    .cases a {
      min-height: 1.5rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BulkOutcome {
  readonly outcome = input.required<Outcome | null>();
  readonly undo = output<Outcome>();
  readonly dismissed = output();
  protected readonly groups = computed(() => byReason(this.outcome()?.results ?? []));
  protected readonly undoable = computed(() => {
    const outcome = this.outcome();
    return outcome ? undoOf(outcome).length : 0;
  });
  protected readonly title = computed(() => {
    const outcome = this.outcome();
    if (!outcome) return '';
    const { results, problem } = outcome;
    const done = results.filter((result) => result.done).length;
    const refused = results.length - done;
    return `${done} done, ${refused} refused${problem ? '; the rest was not tried' : ''}`;
  });
}
