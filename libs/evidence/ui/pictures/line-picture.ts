import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

export interface Point {
  readonly day: string;
  readonly value: number;
}

const size = { width: 120, height: 36, edge: 4 };

/** How a measurement went over time, small enough for a line of text. Its numbers stand in the table beside it. */
@Component({
  selector: 'st-line-picture',
  template: `<svg viewBox="0 0 120 36" aria-hidden="true">
    @if (normAt() !== null) {
      <line x1="0" x2="120" [attr.y1]="normAt()" [attr.y2]="normAt()" />
    }
    <polyline [attr.points]="line()" />
    @for (spot of spots(); track $index) {
      <circle [attr.cx]="spot.x" [attr.cy]="spot.y" r="2.5" />
    }
  </svg>`,
  styles: `
    svg {
      display: block;
      width: 7.5rem;
      height: 2.25rem;
    }
    polyline {
      fill: none;
      stroke: var(--st-accent);
      stroke-width: 1.5;
    }
    circle {
      fill: var(--st-accent);
    }
    line {
      stroke: var(--st-line-strong);
      stroke-dasharray: 3 3;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LinePicture {
  /** In the order of their days. */
  readonly points = input.required<readonly Point[]>();
  readonly least = input.required<number>();
  readonly most = input.required<number>();
  readonly norm = input<number | null>(null);

  private readonly heightOf = (value: number) => {
    const span = Math.max(1, this.most() - this.least());
    return size.height - size.edge - ((value - this.least()) / span) * (size.height - 2 * size.edge);
  };
  protected readonly spots = computed(() => {
    const days = this.points().map(({ day }) => Date.parse(day));
    const [first = 0, last = 0] = [Math.min(...days), Math.max(...days)];
    return this.points().map(({ value }, at) => ({
      x:
        last === first
          ? size.width / 2
          : size.edge + (((days[at] ?? first) - first) / (last - first)) * (size.width - 2 * size.edge),
      y: this.heightOf(value),
    }));
  });
  protected readonly line = computed(() =>
    this.spots()
      .map(({ x, y }) => `${x},${y}`)
      .join(' '),
  );
  protected readonly normAt = computed(() => {
    const norm = this.norm();
    return norm === null ? null : this.heightOf(norm);
  });
}
