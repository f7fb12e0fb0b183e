import { ChangeDetectionStrategy, Component, computed, input, model, output } from '@angular/core';
import { FormValueControl } from '@angular/forms/signals';
import { formatBytes } from '../formats';
import { Icon } from '../parts/icon';
import { focusFirst } from './focus-first';

/** One file from this machine, chosen or dropped. */
@Component({
  selector: 'st-file',
  imports: [Icon],
  template: `
    <span class="label" aria-hidden="true">{{ label() }}</span>
    <label
      class="drop"
      (dragover)="$event.preventDefault()"
      (drop)="$event.preventDefault(); take($event.dataTransfer?.files)"
    >
      <st-icon name="file-up" />
      @if (value(); as file) {
        <span
          ><b>{{ file.name }}</b> <span class="st-muted">{{ size() }}</span></span
        >
      } @else {
        <span>Choose a file or drop it here</span>
      }
      <input
        class="st-hidden"
        type="file"
        [attr.aria-label]="label()"
        [accept]="accept()"
        [attr.aria-describedby]="describedBy()"
        (change)="take($any($event.target).files)"
        (blur)="touch.emit()"
      />
    </label>
  `,
  styles: `
    .label {
      display: block;
      margin-bottom: var(--st-1);
      font-weight: 560;
    }
    .drop {
      display: flex;
      align-items: center;
      gap: var(--st-3);
      padding: var(--st-4);
      border: 1.5px dashed var(--st-line-strong);
      border-radius: var(--st-radius);
      cursor: pointer;
    }
    .drop:hover,
    .drop:focus-within {
      background: var(--st-accent-soft);
      border-color: var(--st-accent);
    }
    .drop:focus-within {
      outline: 2px solid var(--st-focus);
      outline-offset: 2px;
    }
    b {
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FileControl implements FormValueControl<File | null> {
  readonly value = model<File | null>(null);
  readonly touch = output();
  readonly label = input.required<string>();
  readonly accept = input.required<string>();
  readonly describedBy = input<string | null>(null);
  readonly focus = focusFirst();
  protected readonly size = computed(() => formatBytes(this.value()?.size ?? 0));

  protected take(files: FileList | null | undefined): void {
    this.value.set(files?.[0] ?? this.value());
  }
}
