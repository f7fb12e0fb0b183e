import { CdkMenu, CdkMenuItem } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, afterNextRender, input, output, viewChild } from '@angular/core';
import { Icon, IconName } from '@stipple/ui';

/** What the menu of a row offers. */
export interface RowAction {
  readonly id: string;
  readonly words: string;
  readonly icon: IconName;
  readonly key: string | null;
}

/** Everything that can be done with one row, with the keys that do the same. */
@Component({
  selector: 'st-row-menu',
  imports: [CdkMenu, CdkMenuItem, Icon],
  template: `
    <div class="st-menu" cdkMenu [attr.aria-label]="label()">
      @for (action of actions(); track action.id) {
        <button type="button" cdkMenuItem (cdkMenuItemTriggered)="chosen.emit(action.id)">
          <st-icon [name]="action.icon" />{{ action.words }}
          @if (action.key) {
            <kbd aria-hidden="true">{{ action.key }}</kbd>
          }
        </button>
      }
    </div>
  `,
  styleUrl: './row-menu.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown.tab)': 'closed.emit()' },
})
export class RowMenu {
  readonly label = input.required<string>();
  readonly actions = input.required<readonly RowAction[]>();
  readonly chosen = output<string>();
  readonly closed = output();
  private readonly menu = viewChild.required(CdkMenu);

  constructor() {
    afterNextRender(() => this.menu().focusFirstItem('keyboard'));
  }
}
