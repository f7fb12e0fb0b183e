import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { keyCaps, keyWords } from './pressed';

/** Keys as they stand on the keyboard. Read out as words where they are the content, passed over beside a control. */
@Component({
  selector: 'st-keys',
  template: `<span class="st-hidden">{{ words() }}</span
    ><span class="caps" aria-hidden="true">
      @for (press of caps(); track $index) {
        @if ($index > 0) {
          <i>then</i>
        }
        @for (cap of press; track $index) {
          <kbd>{{ cap }}</kbd>
        }
      }
    </span>`,
  styles: `
    :host {
      position: relative;
      display: inline-flex;
    }
    .caps {
      display: inline-flex;
      align-items: center;
      gap: 0.2rem;
      white-space: nowrap;
    }
    i {
      font-style: normal;
      font-size: var(--st-size-tiny);
      color: var(--st-ink-muted);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Keys {
  /** Such as `mod+k`. */
  readonly keys = input.required<string>();
  protected readonly caps = computed(() => keyCaps(this.keys()));
  protected readonly words = computed(() => keyWords(this.keys()));
}
