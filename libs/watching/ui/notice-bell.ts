import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  computed,
  inject,
  linkedSignal,
  runInInjectionContext,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, count, mediaSignal } from '@stipple/ui';
import { NoticeDesk } from './notice-desk';

/** More than anybody counts. */
const mostShown = 99;

/**
 * How many notices are unread, on every page. On a wide window it opens them over the page, on a phone as a page. Comes
 * after the page itself.
 */
@Component({
  selector: 'st-notice-bell',
  imports: [Icon, RouterLink],
  template: `
    @if (narrow()) {
      <a class="bell" routerLink="/notices" [attr.aria-label]="label()">
        <st-icon name="bell" />
        @if (desk.unread() > 0) {
          <span aria-hidden="true">{{ shown() }}</span>
        }
      </a>
    } @else {
      <button
        type="button"
        class="bell"
        aria-haspopup="dialog"
        [attr.aria-label]="label()"
        (click)="open($event)"
      >
        <st-icon name="bell" />
        @if (desk.unread() > 0) {
          <span aria-hidden="true">{{ shown() }}</span>
        }
      </button>
    }
    <span class="st-hidden" role="status">{{ arrived() }}</span>
  `,
  styleUrl: './notice-bell.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoticeBell {
  private readonly injector = inject(Injector);
  protected readonly desk = inject(NoticeDesk);
  protected readonly narrow = mediaSignal('(max-width: 56rem)');
  protected readonly shown = computed(() =>
    this.desk.unread() > mostShown ? `${mostShown}+` : String(this.desk.unread()),
  );
  protected readonly label = computed(() => {
    if (!this.desk.isCounted()) return this.desk.problem() ? 'Notices, not read yet' : 'Notices';
    return this.desk.unread() === 0 ? 'Notices, none unread' : `Notices, ${this.desk.unread()} unread`;
  });
  /** Said once when there are more than before; not what was there when the page was opened. */
  protected readonly arrived = linkedSignal<number | undefined, string>({
    source: () => (this.desk.isCounted() ? this.desk.unread() : undefined),
    computation: (now, before) =>
      now !== undefined && before?.source !== undefined && now > before.source
        ? count(now - before.source, 'new notice')
        : '',
  });

  protected async open(event: Event): Promise<void> {
    const bell = event.currentTarget as HTMLElement;
    const { openNoticesPanel } = await import('./notices-panel/notices-panel');
    runInInjectionContext(this.injector, () => openNoticesPanel(bell));
  }
}
