import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { CaseActions } from './case-actions';

/**
 * A part of the case that holds nothing: why, and what fills it. Whoever may do that finds the button in the part's
 * head; whoever may not reads what stands in the way, or who does it.
 */
@Component({
  selector: 'st-nothing-yet',
  template: `<p><ng-content /></p>
    @if (obstacle(); as sentence) {
      <p class="st-small">{{ sentence }}</p>
    }`,
  styles: `
    :host {
      display: grid;
      gap: var(--st-1);
      max-width: 42rem;
      color: var(--st-ink-muted);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NothingYet {
  /** The first move of what would stand here, such as `letter` and `draft`. */
  readonly subject = input.required<string>();
  readonly move = input.required<string>();
  private readonly actions = inject(CaseActions);
  protected readonly obstacle = computed(() => this.actions.obstacle(this.subject(), this.move()));
}
