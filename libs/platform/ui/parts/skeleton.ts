import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** The shape of what is coming. Appears only after a moment, so that quick answers do not flicker. */
@Component({
  selector: 'st-skeleton',
  template: `<span class="st-hidden" role="status">Loading</span>
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
  protected readonly rows = computed(() => Array.from({ length: this.lines() }, (_, index) => index));
}
