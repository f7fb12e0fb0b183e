import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { ApiProblem } from '../api/api-problem';
import { secondsLeft } from '../faults/seconds-left';
import { Icon } from './icon';

/** What went wrong, why, and what to do: every refusal as its own sentence. */
@Component({
  selector: 'st-problem',
  imports: [Icon],
  template: `
    @if (problem(); as no) {
      <div class="banner" role="alert" tabindex="-1">
        <st-icon [name]="no.passing ? 'offline' : 'warning'" />
        <div>
          <strong>{{ no.title }}</strong>
          @if (no.refusals.length > 1) {
            <ul>
              @for (refusal of no.refusals; track $index) {
                <li>{{ refusal.sentence }}</li>
              }
            </ul>
          } @else {
            <p>{{ no.message }}</p>
          }
          @if (retriable()) {
            <button type="button" class="st-button small" [disabled]="left() > 0" (click)="retry.emit()">
              <st-icon name="refresh" />{{ left() > 0 ? 'Try again in ' + left() + ' s' : 'Try again' }}
            </button>
          } @else if (left() > 0) {
            <p>You can try again in {{ left() }} s.</p>
          }
        </div>
      </div>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    .banner {
      display: flex;
      gap: var(--st-3);
      padding: var(--st-3) var(--st-4);
      border: 1px solid var(--st-bad);
      border-radius: var(--st-radius);
      background: var(--st-bad-soft);
      color: var(--st-ink);
    }
    .banner > st-icon {
      color: var(--st-bad);
      margin-top: 0.2em;
    }
    ul {
      padding-inline-start: 1.2em;
    }
    button {
      margin-top: var(--st-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProblemBanner {
  readonly problem = input<ApiProblem>();
  readonly retriable = input(false);
  readonly retry = output();
  /** Counted from when the problem was shown: a clock that runs differently here must not matter. */
  private readonly until = computed(() => {
    const seconds = this.problem()?.retryAfter;
    return seconds === undefined ? null : Date.now() + seconds * 1000;
  });
  protected readonly left = secondsLeft(() => this.until());
}
