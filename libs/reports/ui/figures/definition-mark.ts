import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { type MetricKey, intervalWords, metricOf } from '@stipple/domain';
import { Icon, formatDay } from '@stipple/ui';

let marks = 0;

/**
 * What a figure counts, word for word as the definition has it: under the pointer, or until it is closed where somebody
 * pressed the mark. Earlier wordings stand below the one in force.
 */
@Component({
  selector: 'st-definition-mark',
  imports: [Icon],
  template: `
    @let metric = this.definition();
    @let newest = metric.versions[0];
    <button
      #mark
      type="button"
      class="st-button quiet square small"
      [attr.aria-label]="'What “' + metric.name + '” counts'"
      [attr.aria-expanded]="open()"
      [attr.aria-controls]="id"
      (click)="press()"
      (pointerenter)="hover($event)"
      (pointerleave)="leave()"
    >
      <st-icon name="help" />
    </button>
    <div #text popover="manual" role="dialog" tabindex="0" [id]="id" [attr.aria-label]="metric.name">
      <h3>{{ metric.name }}</h3>
      <p>{{ newest.formula }}</p>
      <dl>
        <dt>Counted</dt>
        <dd>{{ newest.numerator }}</dd>
        @if (newest.denominator) {
          <dt>Divided by</dt>
          <dd>{{ newest.denominator }}</dd>
        }
        <dt>Not counted</dt>
        <dd>{{ newest.exclusions }}</dd>
        <dt>Day</dt>
        <dd>{{ newest.dateBasis }}</dd>
        @if (metric.unit === 'share') {
          <dt>Interval</dt>
          <dd>{{ interval }}</dd>
        }
      </dl>
      @for (version of metric.versions; track version.version) {
        <p class="st-small st-muted">
          Definition {{ version.version }}, since {{ day(version.since) }}. {{ version.change }}
        </p>
      }
    </div>
  `,
  styles: `
    :host {
      display: inline-grid;
      anchor-scope: --st-definition;
    }
    button {
      anchor-name: --st-definition;
    }
    [popover] {
      width: min(28rem, calc(100vw - 2 * var(--st-4)));
      max-height: 60dvh;
      overflow: auto;
      padding: var(--st-4);
      border: 1px solid var(--st-line);
      border-radius: var(--st-radius);
      color: var(--st-ink);
      background: var(--st-surface);
      box-shadow: var(--st-shadow-float);
      font-size: var(--st-size-small);
      font-weight: 400;
    }
    @supports (position-area: bottom) {
      [popover] {
        position-anchor: --st-definition;
        position-area: bottom span-right;
        position-try-fallbacks: flip-inline, flip-block;
        margin: var(--st-1);
      }
    }
    h3 {
      font-size: var(--st-size);
    }
    dl {
      display: grid;
      gap: var(--st-1);
      margin: var(--st-3) 0;
    }
    dt {
      font-weight: 560;
    }
    dd {
      margin: 0;
    }
  `,
  host: {
    '(keydown.escape)': 'close()',
    '(document:pointerdown)': 'elsewhere($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DefinitionMark {
  readonly metric = input.required<MetricKey>();
  protected readonly definition = computed(() => metricOf(this.metric()));
  protected readonly interval = intervalWords;
  protected readonly day = formatDay;
  protected readonly id = `definition-${++marks}`;
  protected readonly open = signal(false);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly text = viewChild.required<ElementRef<HTMLElement>>('text');
  /** Pressed, and so there to stay; under the pointer it goes with it. */
  private pressed = false;

  protected press(): void {
    this.pressed = !this.pressed;
    this.show(this.pressed);
  }

  protected hover({ pointerType }: PointerEvent): void {
    if (pointerType === 'mouse') this.show(true);
  }

  protected leave(): void {
    if (!this.pressed) this.show(false);
  }

  protected close(): void {
    this.pressed = false;
    this.show(false);
  }

  protected elsewhere({ target }: Event): void {
    if (this.open() && !this.host.contains(target as Node)) this.close();
  }

  private show(on: boolean): void {
    this.open.set(on);
    this.text().nativeElement.togglePopover(on);
  }
}
