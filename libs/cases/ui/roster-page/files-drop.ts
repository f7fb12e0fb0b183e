import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import { importLimits } from '@stipple/domain';
import { Icon, count } from '@stipple/ui';

/** Several CSV files at once, chosen or dropped. */
@Component({
  selector: 'st-files-drop',
  imports: [Icon],
  template: `
    <label
      class="drop"
      [class.over]="over()"
      [class.busy]="progress() !== null"
      (dragover)="$event.preventDefault(); over.set(true)"
      (dragleave)="over.set(false)"
      (drop)="$event.preventDefault(); over.set(false); take($event.dataTransfer?.files)"
    >
      <st-icon name="file-up" />
      <b role="status">{{
        progress() === null ? 'Choose CSV files or drop them here' : 'Sending the files… ' + percent()
      }}</b>
      @if (progress() === null) {
        <span class="st-muted st-small">{{ limits }}</span>
      } @else {
        <progress aria-label="Sent" max="1" [value]="progress()"></progress>
      }
      <input
        class="st-hidden"
        type="file"
        multiple
        accept=".csv,text/csv,text/plain"
        aria-label="CSV files"
        [disabled]="progress() !== null"
        (change)="take($any($event.target).files); $any($event.target).value = ''"
      />
    </label>
  `,
  styles: `
    .drop {
      display: grid;
      justify-items: center;
      gap: var(--st-2);
      padding: var(--st-6) var(--st-4);
      border: 1.5px dashed var(--st-line-strong);
      border-radius: var(--st-radius-large);
      background: var(--st-surface);
      text-align: center;
      cursor: pointer;
    }
    .drop:hover,
    .drop.over,
    .drop:focus-within {
      background: var(--st-accent-soft);
      border-color: var(--st-accent);
    }
    .drop:focus-within {
      outline: 2px solid var(--st-focus);
      outline-offset: 2px;
    }
    .busy {
      cursor: progress;
    }
    st-icon {
      width: 1.75rem;
      height: 1.75rem;
      color: var(--st-accent);
    }
    progress {
      width: min(24rem, 100%);
      accent-color: var(--st-accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilesDrop {
  /** Part of the files that has been sent, 0 to 1; null when nothing is on its way. */
  readonly progress = input<number | null>(null);
  readonly chosen = output<readonly File[]>();
  protected readonly over = signal(false);
  protected readonly limits = `Up to ${count(importLimits.mostFiles, 'file')}, ${importLimits.mostBytes / 1024 / 1024} MB each`;

  protected percent(): string {
    return `${Math.round((this.progress() ?? 0) * 100)}%`;
  }

  protected take(files: FileList | null | undefined): void {
    if (files && files.length > 0 && this.progress() === null) this.chosen.emit([...files]);
  }
}
