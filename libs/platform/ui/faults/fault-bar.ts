import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  ElementRef,
  computed,
  effect,
  inject,
} from '@angular/core';
import { count, formatTime } from '../formats';
import { Icon, IconName } from '../parts/icon';
import { standsInSight } from '../stands-in-sight';
import { Connection } from './connection';
import { Faults } from './faults';
import { Pending } from './pending';
import { secondsLeft } from './seconds-left';

interface Said {
  readonly icon: IconName;
  readonly words: string;
  readonly tone: 'warn' | 'info';
  readonly does?: 'reload' | 'stop';
  readonly dismissable?: boolean;
}

/**
 * The one place that says when the page is not as it should be: no connection, an update, something unexpected, a
 * pause, a long wait. One bar at a time, the gravest first, above everything else and in nobody's way.
 */
@Component({
  selector: 'st-fault-bar',
  imports: [Icon],
  templateUrl: './fault-bar.html',
  styleUrl: './fault-bar.css',
  host: { popover: 'manual', role: 'region', 'aria-label': 'State of the connection' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FaultBar {
  private readonly connection = inject(Connection);
  private readonly faults = inject(Faults);
  protected readonly pending = inject(Pending);
  private readonly pause = secondsLeft(() => this.pending.paused());

  protected readonly said = computed<Said | null>(() => {
    const lost = this.connection.lostSince();
    if (lost) {
      const since = formatTime(lost.toISOString(), Intl.DateTimeFormat().resolvedOptions().timeZone);
      const words = `No connection. What you see is from ${since}. Trying again…`;
      return { icon: 'offline', tone: 'warn', words };
    }
    const fault = this.faults.fault();
    if (fault?.kind === 'outdated')
      return {
        icon: 'refresh',
        tone: 'info',
        words: 'Stipple was updated while this page was open. Reload it to go on.',
        does: 'reload',
        dismissable: true,
      };
    if (fault?.kind === 'incomplete')
      return {
        icon: 'refresh',
        tone: 'info',
        words: 'A part of this page was not read while the connection was away. Reload to have all of it.',
        does: 'reload',
        dismissable: true,
      };
    if (fault)
      return {
        icon: 'warning',
        tone: 'warn',
        words: `Something on this page did not work. What was saved is safe. Reference ${fault.reference}.`,
        does: 'reload',
        dismissable: true,
      };
    if (this.pause() > 0)
      return {
        icon: 'hourglass',
        tone: 'info',
        words: `That was a lot at once. Reading on by itself in ${count(this.pause(), 'second')}.`,
      };
    if (this.pending.long())
      return {
        icon: 'hourglass',
        tone: 'info',
        words: 'This takes longer than usual.',
        ...(this.pending.canStop() ? { does: 'stop' as const } : {}),
      };
    return null;
  });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // Beside the page and not in it: an open dialog hides the page from screen readers, and this must be heard.
    inject(DOCUMENT).body.append(host);
    const shown = computed(() => this.said() !== null);
    standsInSight('fault-bar', shown);
    effect(() => (shown() ? host.showPopover() : host.hidePopover()));
  }

  protected act(does: 'reload' | 'stop'): void {
    if (does === 'reload') location.reload();
    else this.pending.stopped.next();
  }

  protected dismiss(): void {
    this.faults.dismiss();
  }
}
