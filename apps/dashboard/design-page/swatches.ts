import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  afterRenderEffect,
  inject,
  signal,
} from '@angular/core';
import { Icon, Preferences, contrastOf } from '@stipple/ui';

interface Pair {
  readonly ink: string;
  readonly ground: string;
  /** What it must reach: 4.5 for text, 3 for lines and marks. */
  readonly least: number;
}

const text = (ink: string, ...grounds: readonly string[]): readonly Pair[] =>
  grounds.map((ground) => ({ ink, ground, least: 4.5 }));
const mark = (ink: string, ground: string): Pair => ({ ink, ground, least: 3 });

const pairs: readonly Pair[] = [
  ...text('ink', 'background', 'surface', 'surface-sunken', 'accent-soft'),
  ...text('ink-muted', 'background', 'surface', 'surface-sunken'),
  ...text('accent', 'surface', 'accent-soft'),
  ...text('on-accent', 'accent', 'accent-hover'),
  ...(['good', 'warn', 'bad', 'info', 'quiet'] as const).flatMap((tone) =>
    text(tone, 'surface', `${tone}-soft`),
  ),
  mark('line-strong', 'surface'),
  mark('focus', 'background'),
  mark('focus', 'surface'),
];

/** The colours in the pairs in which they are used, with the contrast that this browser makes of them now. */
@Component({
  selector: 'st-swatches',
  imports: [Icon],
  template: `
    <section aria-labelledby="colour-title">
      <h2 id="colour-title">Colour</h2>
      <ul>
        @for (pair of pairs; track $index) {
          <li>
            <span
              class="swatch"
              [style.color]="'var(--st-' + pair.ink + ')'"
              [style.background]="'var(--st-' + pair.ground + ')'"
              aria-hidden="true"
            >
              @if (pair.least > 3) {
                Aa
              } @else {
                <i></i>
              }
            </span>
            <span
              ><b>{{ pair.ink }}</b> on {{ pair.ground }}
              @if (ratios()[$index]; as ratio) {
                <small [class.short]="ratio < pair.least"
                  ><st-icon [name]="ratio < pair.least ? 'warning' : 'check'" />{{ ratio.toFixed(1) }} : 1,
                  {{ ratio < pair.least ? 'less than' : 'at least' }} {{ pair.least }}</small
                >
              }
            </span>
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
      gap: var(--st-3);
      margin-top: var(--st-3);
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--st-3);
    }
    .swatch {
      /* These are the colours themselves. */
      forced-color-adjust: none;
      display: grid;
      place-items: center;
      flex: none;
      width: 3.5rem;
      height: 3rem;
      border: 1px solid var(--st-line-strong);
      border-radius: var(--st-radius);
      font-weight: 650;
    }
    i {
      width: 1.5rem;
      height: 3px;
      background: currentcolor;
    }
    small {
      display: flex;
      align-items: center;
      gap: var(--st-1);
      color: var(--st-ink-muted);
    }
    .short {
      color: var(--st-bad);
      font-weight: 650;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Swatches {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly preferences = inject(Preferences);
  private readonly system = signal(0);
  protected readonly pairs = pairs;
  protected readonly ratios = signal<readonly number[]>([]);

  constructor() {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const changed = () => this.system.update((count) => count + 1);
    dark.addEventListener('change', changed);
    inject(DestroyRef).onDestroy(() => dark.removeEventListener('change', changed));
    afterRenderEffect(() => {
      this.preferences.all();
      this.system();
      const swatches = this.element.querySelectorAll('.swatch');
      this.ratios.set(
        [...swatches].map((swatch) => {
          const { color, backgroundColor } = getComputedStyle(swatch);
          return contrastOf(color, backgroundColor);
        }),
      );
    });
  }
}
