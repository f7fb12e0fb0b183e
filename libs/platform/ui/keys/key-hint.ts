import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
} from '@angular/core';
import { Commands } from './commands';
import { keyWords } from './pressed';

/** The key of a control, shown while somebody points at the control or has it in focus. Stands inside of the control. */
@Component({
  selector: 'st-key-hint',
  template: `@if (words(); as words) {
    <kbd>{{ words }}</kbd>
  }`,
  host: { 'aria-hidden': 'true' },
  styles: `
    :host {
      position: absolute;
      inset-block-start: calc(100% + 0.3rem);
      inset-inline-start: 50%;
      z-index: 30;
      transform: translateX(-50%);
      visibility: hidden;
      pointer-events: none;
    }
    :host-context(button:hover),
    :host-context(button:focus-visible),
    :host-context(a:hover),
    :host-context(a:focus-visible) {
      visibility: visible;
    }
    kbd {
      padding: 0.1rem 0.45rem;
      border: 1px solid var(--st-line-strong);
      border-radius: 5px;
      background: var(--st-surface-raised);
      color: var(--st-ink);
      box-shadow: var(--st-shadow);
      font: 550 0.75rem/1.4 var(--st-font);
      white-space: nowrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeyHint {
  /** The command whose key it is, such as `case.moves`. */
  readonly of = input.required<string>();
  private readonly commands = inject(Commands);
  private readonly keys = computed(() => {
    const command = this.commands.all().find(({ id }) => id === this.of());
    return command ? this.commands.keysOf(command) : [];
  });
  protected readonly words = computed(() =>
    this.keys()
      .map((keys) => keyWords(keys, /Mac|iPhone|iPad/.test(navigator.platform)))
      .slice(0, 1)
      .join(),
  );

  constructor() {
    const control = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // Screen readers take the keys from the control itself.
    effect(() => {
      const keys = this.keys().map((one) => one.replace('mod+', 'Control+'));
      const about = control.parentElement;
      if (keys.length > 0) about?.setAttribute('aria-keyshortcuts', keys.join(' '));
      else about?.removeAttribute('aria-keyshortcuts');
    });
  }
}
