import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { formatDateTime, formatTime } from '../formats';
import { Icon } from '../parts/icon';
import { Change } from './move-form';

/** A quiet line that says what others did while the form was open, as soon as it is known. */
@Component({
  selector: 'st-changed-notice',
  imports: [Icon],
  template: `
    <div class="notice" role="status">
      @if (lines().length > 0) {
        <st-icon name="users" />
        <div>
          @for (line of lines(); track $index) {
            <p>
              <b>{{ line.by }}</b> {{ line.when }}: {{ line.words }}
            </p>
          }
          @if (taken().length > 0) {
            <p class="st-small">Taken over into this form: {{ taken().join(', ') }}.</p>
          }
          @if (again()) {
            <p class="st-small">Nothing was sent. Look at it again; the button sends it all the same.</p>
          }
        </div>
      }
    </div>
  `,
  styles: `
    :host {
      display: contents;
    }
    .notice {
      display: flex;
      gap: var(--st-3);
    }
    /* Nothing to say takes no room, and stays there to be heard. */
    .notice:not(:has(st-icon)) {
      position: absolute;
    }
    .notice:has(st-icon) {
      padding: var(--st-2) var(--st-4);
      border-radius: var(--st-radius);
      background: var(--st-info-soft);
    }
    st-icon {
      margin-top: 0.2em;
      color: var(--st-info);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangedNotice {
  readonly changes = input.required<readonly Change[]>();
  readonly timeZone = input.required<string>();
  /** The labels of fields that now hold what others stored. */
  readonly taken = input<readonly string[]>([]);
  readonly again = input(false);

  protected readonly lines = computed(() =>
    this.changes()
      .slice(0, 4)
      .map(({ by, at, words }) => ({ by, when: whenWords(at, this.timeZone()), words })),
  );
}

/** `just now`, `at 10:42 AM`, or with its day. */
export function whenWords(at: string, timeZone: string, now = Date.now()): string {
  const passed = now - Date.parse(at);
  if (passed < 90_000) return 'just now';
  return passed < 12 * 3_600_000 ? `at ${formatTime(at, timeZone)}` : `on ${formatDateTime(at, timeZone)}`;
}
