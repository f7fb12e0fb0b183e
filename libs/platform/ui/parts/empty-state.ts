import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon, IconName } from './icon';

/**
 * Nothing here, said kindly: why, what fills it, and the next step of whoever reads it. Never shown for a failed load,
 * and never with a step that the reader's role may not take: then it names who may.
 */
@Component({
  selector: 'st-empty',
  imports: [Icon],
  template: `<st-icon [name]="icon()" />
    <h2>{{ title() }}</h2>
    <p class="st-muted"><ng-content /></p>
    <div><ng-content select="[actions]" /></div>`,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: var(--st-3);
      padding: var(--st-7) var(--st-5);
      text-align: center;
    }
    st-icon {
      width: 2.25rem;
      height: 2.25rem;
      color: var(--st-accent);
    }
    p {
      max-width: 34rem;
      text-wrap: balance;
    }
    div {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: var(--st-2);
    }
    div:empty {
      display: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmptyState {
  readonly icon = input<IconName>('list');
  readonly title = input.required<string>();
}
