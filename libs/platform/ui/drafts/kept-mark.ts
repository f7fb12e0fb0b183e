import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../parts/icon';
import { Keeping } from './draft-keeper';

/** Whether what was just typed is kept. Calm: it is said, not shouted, and nothing stops. */
@Component({
  selector: 'st-kept-mark',
  imports: [Icon],
  template: `
    <span class="st-small" role="status" [attr.data-keeping]="keeping()">
      @switch (keeping()) {
        @case ('kept') {
          <st-icon name="check" />Draft saved
        }
        @case ('unreachable') {
          <st-icon name="offline" />Not saved yet, trying again
        }
        @case ('refused') {
          <st-icon name="warning" />Cannot be kept as a draft
        }
      }
    </span>
  `,
  styles: `
    :host {
      flex: 1;
      min-width: 0;
    }
    span {
      display: flex;
      align-items: center;
      gap: var(--st-2);
      color: var(--st-ink-muted);
    }
    [data-keeping='unreachable'],
    [data-keeping='refused'] {
      color: var(--st-warn);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeptMark {
  readonly keeping = input.required<Keeping>();
}
