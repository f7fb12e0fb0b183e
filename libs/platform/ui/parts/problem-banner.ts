import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { ApiProblem } from '../api/api-problem';
import { Icon } from './icon';

/** What went wrong, why, and what to do: every refusal as its own sentence. */
@Component({
  selector: 'st-problem',
  imports: [Icon],
  template: `
    @if (problem(); as no) {
      <div class="banner" role="alert">
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
            <button type="button" class="st-button small" (click)="retry.emit()">
              <st-icon name="refresh" />Try again
            </button>
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
}
