import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Icon, Live, formatTime } from '@stipple/ui';

/** Under the rows: how many there are, whether they are true right now, and the way to the next page. */
@Component({
  selector: 'st-queue-foot',
  imports: [Icon],
  template: `
    <span class="count">{{ total() }}</span>
    <span class="fresh" role="status" [class.old]="!fresh()">
      @if (fresh()) {
        <st-icon name="live" />Live
      } @else {
        <st-icon name="offline" />{{ asOf() ? 'As of ' + time() : 'Not read yet' }}, reconnecting
      }
    </span>
    <nav aria-label="Pages of the queue">
      @if (after()) {
        <button type="button" class="st-button small" (click)="went.emit(undefined)">
          <st-icon name="arrow-left" />First page
        </button>
      }
      @if (next(); as next) {
        <button type="button" class="st-button small" (click)="went.emit(next)">
          Next 50<st-icon name="arrow-right" />
        </button>
      }
    </nav>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--st-2) var(--st-4);
      min-height: 2.75rem;
      padding: var(--st-1) var(--st-4);
      border-top: 1px solid var(--st-line);
      color: var(--st-ink-muted);
      font-size: var(--st-size-small);
    }
    .fresh {
      display: inline-flex;
      align-items: center;
      gap: 0.35em;
      color: var(--st-good);
    }
    .fresh.old {
      color: var(--st-warn);
    }
    nav {
      display: flex;
      gap: var(--st-2);
      margin-inline-start: auto;
    }
    .count {
      font-variant-numeric: tabular-nums;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QueueFoot {
  readonly total = input.required<string>();
  readonly after = input<string>();
  readonly next = input<string | null>(null);
  readonly asOf = input<Date | null>(null);
  /** Whether the last read failed. */
  readonly failed = input(false);
  readonly timeZone = input('UTC');
  readonly went = output<string | undefined>();
  private readonly live = inject(Live);
  protected readonly fresh = computed(() => this.live.connected() && !this.failed());
  protected readonly time = computed(() =>
    formatTime((this.asOf() ?? new Date()).toISOString(), this.timeZone()),
  );
}
