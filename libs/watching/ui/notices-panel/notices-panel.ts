import { Dialog, DialogRef } from '@angular/cdk/dialog';
import { NoopScrollStrategy, createGlobalPositionStrategy } from '@angular/cdk/overlay';
import { ChangeDetectionStrategy, Component, Injector, inject, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '@stipple/ui';
import { NoticeDesk } from '../notice-desk';
import { NoticeList } from '../notice-list';

/** The notices over whatever page is there, so that nobody loses their place for having looked. */
@Component({
  selector: 'st-notices-panel',
  imports: [Icon, NoticeList, RouterLink],
  templateUrl: './notices-panel.html',
  styleUrl: './notices-panel.css',
  host: {
    '(keydown.arrowdown)': 'step($event, 1)',
    '(keydown.arrowup)': 'step($event, -1)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoticesPanel {
  private readonly ref = inject<DialogRef<void>>(DialogRef);
  protected readonly desk = inject(NoticeDesk);
  private readonly list = viewChild.required(NoticeList);

  /** An open window keeps the page's keys from it, so that it needs some of its own. */
  protected step(event: Event, by: number): void {
    event.preventDefault();
    this.list().step(by);
  }

  protected close(): void {
    this.ref.close();
  }
}

/** Opens them below the bell, unless something is open already. Call from an injection context. */
export function openNoticesPanel(bell: HTMLElement): void {
  const dialog = inject(Dialog);
  if (dialog.openDialogs.length > 0) return;
  const { bottom, right } = bell.getBoundingClientRect();
  const ref = dialog.open<void>(NoticesPanel, {
    ariaLabelledBy: 'notices-panel-title',
    positionStrategy: createGlobalPositionStrategy(inject(Injector))
      .top(`${bottom + 6}px`)
      .right(`${Math.max(8, window.innerWidth - right - 60)}px`),
    width: 'min(30rem, 94vw)',
    autoFocus: 'first-heading',
    // Without a curtain what was marked can be taken back where the toast says so; any other click beside it closes it.
    hasBackdrop: false,
    scrollStrategy: new NoopScrollStrategy(),
  });
  inject(NoticeDesk).marking.set(null);
  ref.outsidePointerEvents.subscribe(({ target }) => {
    if (!(target instanceof Element && target.closest('st-toast-corner'))) ref.close();
  });
}
