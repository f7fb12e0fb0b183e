import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon, IconName } from './icon';

/** Nothing here, said kindly: what it means and what to do about it. Never shown for a failed load. */
@Component({
  selector: 'st-empty',
  imports: [Icon],
  template: `<st-icon [name]="icon()" />
    <h2>{{ title() }}</h2>
    <p class="st-muted"><ng-content /></p>
    <ng-content select="[actions]" />`,
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
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmptyState {
  readonly icon = input<IconName>('list');
  readonly title = input.required<string>();
}
