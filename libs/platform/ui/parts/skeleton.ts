import { ChangeDetectionStrategy, Component, Signal, computed, input, signal } from '@angular/core';

/** The shape of what is coming. Appears only after a moment, so that quick answers do not flicker. */
@Component({
  selector: 'st-skeleton',
  template: `<span class="st-hidden" role="status">{{ words() }}</span>
    @for (row of rows(); track row) {
      <i></i>
    }`,
  styles: `
    :host {
      display: grid;
      gap: var(--st-3);
      padding: var(--st-4);
      opacity: 0;
      animation: appear 0.2s 0.15s forwards;
    }
    i {
      height: 1.4rem;
      border-radius: var(--st-radius);
      background: var(--st-surface-sunken);
    }
    i:nth-child(odd) {
      width: 82%;
    }
    @keyframes appear {
      to {
        opacity: 1;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Skeleton {
  readonly lines = input(6);
  protected readonly words = loadingWords();
  protected readonly rows = computed(() => Array.from({ length: this.lines() }, (_, index) => index));
}

/** Said when the skeleton appears and not before: a quick answer is not announced, and the place for it is known by then. */
export function loadingWords(): Signal<string> {
  const words = signal('');
  setTimeout(() => words.set('Loading'), 150);
  return words;
}
