import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { Icon } from '@stipple/ui';
import { directionOf, nextOrder } from './sort-order';

/** The head of a column, by which its table is sorted when it is pressed. */
@Component({
  selector: 'st-sort-button',
  imports: [Icon],
  template: `
    <button type="button" (click)="sorted.emit(next())">
      <ng-content />
      @if (way(); as way) {
        <st-icon [name]="way === 'ascending' ? 'arrow-up' : 'arrow-down'" />
      }
    </button>
  `,
  styles: `
    button {
      display: inline-flex;
      align-items: center;
      gap: var(--st-1);
      min-height: 1.5rem;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      text-align: inherit;
      cursor: pointer;
    }
    button:hover {
      color: var(--st-ink);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SortButton {
  readonly column = input.required<string>();
  /** What the table is sorted by, as it stands in the address. */
  readonly by = input.required<string>();
  readonly sorted = output<string>();
  protected readonly way = computed(() => directionOf(this.by(), this.column()));
  protected readonly next = computed(() => nextOrder(this.by(), this.column()));
}
