import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '@stipple/ui';
import type { Tab } from './view-tabs';

/** The views that have no room on the line. */
@Component({
  selector: 'st-more-views',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon, RouterLink],
  template: `
    <button
      type="button"
      class="tab more"
      [class.here]="current()"
      [cdkMenuTriggerFor]="menu"
      [attr.aria-label]="current() ? current()?.words + ', more views' : 'More views'"
    >
      {{ current()?.words ?? 'More' }}<st-icon name="chevron-down" />
    </button>
    <ng-template #menu>
      <div class="st-menu" cdkMenu aria-label="More views">
        @for (tab of tabs(); track tab.id) {
          <a
            cdkMenuItem
            routerLink="/queue"
            [queryParams]="tab.params"
            [attr.aria-current]="tab.current ? 'page' : null"
          >
            <span>{{ tab.words }}</span>
            @if (tab.count !== null) {
              <span class="count" [class.due]="tab.due > 0">{{ tab.count }}</span>
            }
          </a>
        }
      </div>
    </ng-template>
  `,
  styleUrls: ['./tab.css', './more-views.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MoreViews {
  readonly tabs = input.required<readonly Tab[]>();
  /** The current view stays named on screen, also from within the menu. */
  protected readonly current = computed(() => this.tabs().find((tab) => tab.current));
}
