import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

const centre = { x: 60, y: 64 };
const radius = 50;

/** Zero points to the right, degrees go up and round, as a goniometer lies on the page. */
function at(degrees: number, far = radius): string {
  const turn = (-degrees * Math.PI) / 180;
  return `${(centre.x + far * Math.cos(turn)).toFixed(1)} ${(centre.y + far * Math.sin(turn)).toFixed(1)}`;
}

function sector(from: number, to: number): string {
  const large = Math.abs(to - from) > 180 ? 1 : 0;
  const sweep = to > from ? 0 : 1;
  return `M ${centre.x} ${centre.y} L ${at(from)} A ${radius} ${radius} 0 ${large} ${sweep} ${at(to)} Z`;
}

/** What a joint does against what is normal. The numbers stand beside it in words. */
@Component({
  selector: 'st-arc',
  template: `<svg viewBox="0 0 120 124" aria-hidden="true">
    <path class="norm" [attr.d]="normal()" />
    <path class="done" [attr.d]="done()" />
    <path class="axis" [attr.d]="axis" />
    @if (degrees() !== null) {
      <path class="arm" [attr.d]="arm()" />
    }
    <circle [attr.cx]="centre.x" [attr.cy]="centre.y" r="4" />
  </svg>`,
  styles: `
    svg {
      display: block;
      width: 7.5rem;
      height: 7.75rem;
    }
    .norm {
      fill: var(--st-warn-soft);
      stroke: var(--st-warn);
      stroke-dasharray: 3 3;
    }
    .done {
      fill: var(--st-accent-soft);
      stroke: var(--st-accent);
    }
    .axis {
      stroke: var(--st-line-strong);
      stroke-width: 2;
    }
    .arm {
      stroke: var(--st-accent);
      stroke-width: 4;
      stroke-linecap: round;
    }
    circle {
      fill: var(--st-ink);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ArcPicture {
  readonly degrees = input.required<number | null>();
  readonly norm = input.required<number>();
  protected readonly centre = centre;
  protected readonly axis = `M ${centre.x} ${centre.y} L ${at(0)}`;
  private readonly shown = computed(() => Math.max(-179, Math.min(200, this.degrees() ?? 0)));
  /** From where the motion ends to where it should: what is missing, or the whole of it. */
  protected readonly normal = computed(() => sector(Math.min(0, this.shown()), this.norm()));
  protected readonly done = computed(() => sector(0, this.shown()));
  protected readonly arm = computed(() => `M ${centre.x} ${centre.y} L ${at(this.shown())}`);
}
