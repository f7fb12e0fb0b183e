import { ChangeDetectionStrategy, Component } from '@angular/core';
import { loadingWords } from '@stipple/ui';

/** The shape of the rows to come, each as high as a real one. Appears only after a moment. */
@Component({
  selector: 'st-rows-skeleton',
  template: `<span class="st-hidden" role="status">{{ words() }}</span>
    @for (row of rows; track row) {
      <i></i>
    }`,
  styles: `
    :host {
      display: block;
      padding-top: 2.25rem;
      opacity: 0;
      animation: appear 0.2s 0.15s forwards;
    }
    i {
      display: block;
      height: calc(var(--st-row) + 1px);
      border-bottom: 1px solid var(--st-line);
      background: linear-gradient(var(--st-surface-sunken) 0 0) 1rem center / 62% 0.8rem no-repeat;
    }
    i:nth-child(even) {
      background-size: 48% 0.8rem;
    }
    @keyframes appear {
      to {
        opacity: 1;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RowsSkeleton {
  protected readonly words = loadingWords();
  protected readonly rows = Array.from({ length: 14 }, (_, index) => index);
}
