import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Pending } from './pending';

/** A thin line at the top while somebody waits. It moves nothing, and quick answers never show it. */
@Component({
  selector: 'st-progress-line',
  template: `@if (pending.shown()) {
    <i></i>
  }`,
  styles: `
    i {
      position: fixed;
      inset: 0 0 auto;
      z-index: 1500;
      height: 2px;
      background: var(--st-accent);
      transform-origin: 0 0;
      animation: goes 8s cubic-bezier(0.1, 0.7, 0.3, 1) forwards;
      pointer-events: none;
    }
    @keyframes goes {
      from {
        transform: scaleX(0.05);
      }
      to {
        transform: scaleX(0.95);
      }
    }
    @media (prefers-reduced-motion: reduce) {
      i {
        animation: none;
      }
    }
  `,
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProgressLine {
  protected readonly pending = inject(Pending);
}
