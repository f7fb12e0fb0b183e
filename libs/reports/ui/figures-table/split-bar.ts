import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A part of a bar: how much of the whole length it takes, 0 to 1, and whose it is. */
export interface BarPart {
  readonly share: number;
  readonly tone: 'payer' | 'clinic';
}

/** A bar of parts end to end, one of them hatched so that they differ without colour too. What it shows stands beside it in words. */
@Component({
  selector: 'st-split-bar',
  template: `@for (part of parts(); track part.tone) {
    <i [class]="part.tone" [style.flex-grow]="part.share"></i>
  }`,
  styles: `
    :host {
      display: flex;
      gap: 2px;
      block-size: 0.75rem;
      inline-size: 100%;
    }
    i {
      flex-basis: 0;
      border-radius: 2px;
      forced-color-adjust: none;
    }
    .payer {
      background: var(--st-warn);
    }
    .clinic {
      background: repeating-linear-gradient(
        135deg,
        var(--st-accent) 0 6px,
        color-mix(in srgb, var(--st-accent) 70%, var(--st-surface)) 6px 9px
      );
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SplitBar {
  readonly parts = input.required<readonly BarPart[]>();
}
