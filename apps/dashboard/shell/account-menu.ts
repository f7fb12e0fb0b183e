import { OverlayContainer } from '@angular/cdk/overlay';
import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentPerson, PutAway } from '@stipple/staff-ui';
import { Drafts, Icon } from '@stipple/ui';
import { AccountName } from './account-name';
import type { ShellActions } from './shell-keys';

/** What concerns the person and not the page. Comes after the page: menus are a seventh of the first transfer. */
@Component({
  selector: 'st-account-menu',
  imports: [AccountName, CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon, RouterLink],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountMenu {
  readonly does = input.required<ShellActions>();
  protected readonly person = inject(CurrentPerson);
  protected readonly putAway = inject(PutAway);
  protected readonly drafts = inject(Drafts);

  constructor() {
    // Menus and small windows open outside the page's own parts: they are a part of their own.
    const around = inject(OverlayContainer).getContainerElement();
    around.role = 'region';
    around.ariaLabel = 'Menus';
  }
}
