import { ChangeDetectionStrategy, Component, inject, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Commands, Icon, KeyHint, count, doing } from '@stipple/ui';
import { NoticeDesk } from '../notice-desk';
import { NoticeList } from '../notice-list';
import { noticesCommands } from '../notices-commands';

/** The notices as a page: on a phone, and for whoever keeps its address. */
@Component({
  selector: 'st-notices-page',
  imports: [Icon, KeyHint, NoticeList, RouterLink],
  templateUrl: './notices-page.html',
  styleUrl: './notices-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoticesPage {
  protected readonly desk = inject(NoticeDesk);
  private readonly list = viewChild.required(NoticeList);

  constructor() {
    const some = () => this.desk.total() > 0;
    inject(Commands).offer(
      doing(noticesCommands, {
        'notices.next': { run: () => this.list().step(1), when: some },
        'notices.previous': { run: () => this.list().step(-1), when: some },
        'notices.toggle': { run: () => this.list().toggleCurrent(), when: some },
        'notices.all': { run: () => void this.desk.markAll(), when: () => this.desk.unread() > 0 },
      }),
    );
  }

  protected words(): string {
    const [total, unread] = [this.desk.total(), this.desk.unread()];
    if (!this.desk.isCounted()) return '';
    if (total === 0) return 'Nothing has come up';
    return unread === 0
      ? `${count(total, 'notice')}, all read`
      : `${count(unread, 'unread notice')} of ${total}`;
  }
}
