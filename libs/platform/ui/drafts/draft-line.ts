import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { formatDateTime, formatTime } from '../formats';
import { Icon } from '../parts/icon';

/** Says that a form was filled in from what its reader typed in an earlier sitting, and offers to begin again. */
@Component({
  selector: 'st-draft-line',
  imports: [Icon],
  template: `
    <div class="line" role="status">
      <st-icon name="edit" />
      <span>Your draft {{ when() }}</span>
      <button type="button" class="st-button small quiet" [disabled]="busy()" (click)="over.emit()">
        Start over
      </button>
    </div>
  `,
  styles: `
    .line {
      display: flex;
      align-items: center;
      gap: var(--st-3);
      padding: var(--st-1) var(--st-2) var(--st-1) var(--st-4);
      border-radius: var(--st-radius);
      background: var(--st-accent-soft);
    }
    st-icon {
      color: var(--st-accent);
    }
    span {
      flex: 1;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DraftLine {
  readonly savedAt = input.required<string | null>();
  readonly timeZone = input.required<string>();
  readonly busy = input(false);
  readonly over = output();
  protected readonly when = computed(() => draftTime(this.savedAt(), this.timeZone()));
}

/** `of 10:42 AM`, or with its day when that is not today; `from just now` when it has not even been saved. */
export function draftTime(savedAt: string | null, timeZone: string, now = new Date().toISOString()): string {
  if (savedAt === null) return 'from just now';
  const dayOf = (instant: string) =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  return dayOf(savedAt) === dayOf(now)
    ? `of ${formatTime(savedAt, timeZone)}`
    : `of ${formatDateTime(savedAt, timeZone)}`;
}
