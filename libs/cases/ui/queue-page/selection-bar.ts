import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  output,
} from '@angular/core';
import { Icon, count, standsInSight } from '@stipple/ui';
import { Selection, mostSelected } from './selection';

/** What can be done with the chosen rows. It floats above the end of the list for as long as rows are chosen. */
@Component({
  selector: 'st-selection-bar',
  imports: [Icon],
  template: `
    <!-- How many are chosen is spoken, so its place is there before the first is chosen. -->
    <div
      class="bar"
      [class.none]="!shown()"
      [attr.role]="shown() ? 'region' : null"
      [attr.aria-label]="shown() ? 'Selected cases' : null"
    >
      <b role="status">{{ shown() ? words() : '' }}</b>
      @if (!shown()) {
        <!-- Nothing can be done with nothing. -->
      } @else if (progress(); as going) {
        <label class="progress"
          ><span>{{ going.done }} of {{ going.of }} done…</span
          ><progress [value]="going.done" [max]="going.of"></progress
        ></label>
      } @else {
        @if (mayAssign()) {
          <button #assign type="button" class="st-button small" (click)="act.emit('assign')">
            <st-icon name="assign" />Assign <kbd aria-hidden="true">A</kbd>
          </button>
        }
        <button #snooze type="button" class="st-button small" (click)="act.emit('snooze')">
          <st-icon name="snooze" />Snooze <kbd aria-hidden="true">H</kbd>
        </button>
        @if (more() && !selection.full()) {
          <button type="button" class="st-button small quiet" (click)="act.emit('more')">
            Select {{ moreWords() }}
          </button>
        }
        <button type="button" class="st-button small quiet" (click)="act.emit('clear')">
          <st-icon name="close" />Clear <kbd aria-hidden="true">Esc</kbd>
        </button>
      }
    </div>
  `,
  styles: `
    :host {
      position: sticky;
      bottom: var(--st-4);
      z-index: 10;
      display: flex;
      justify-content: center;
      pointer-events: none;
    }
    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--st-2);
      padding: var(--st-2) var(--st-3) var(--st-2) var(--st-4);
      border: 1px solid var(--st-line-strong);
      border-radius: var(--st-radius-large);
      background: var(--st-surface-raised);
      box-shadow: var(--st-shadow-float);
      pointer-events: auto;
    }
    .bar.none {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    b {
      margin-inline-end: var(--st-2);
      font-variant-numeric: tabular-nums;
    }
    kbd {
      color: var(--st-ink-muted);
      font-family: var(--st-font);
      font-size: 0.75rem;
    }
    .progress {
      display: flex;
      align-items: center;
      gap: var(--st-2);
      font-variant-numeric: tabular-nums;
    }
    @media (max-width: 56rem) {
      :host {
        bottom: 4.25rem;
      }
      kbd {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SelectionBar {
  readonly mayAssign = input(false);
  /** Whether the view holds more than what is on this page. */
  readonly more = input(false);
  readonly total = input(0);
  readonly progress = input<{ readonly done: number; readonly of: number } | null>(null);
  readonly act = output<'assign' | 'snooze' | 'more' | 'clear'>();
  protected readonly selection = inject(Selection);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  protected readonly shown = computed(() => this.selection.count() > 0);
  protected readonly words = computed(
    () =>
      `${count(this.selection.count(), 'case')} selected${this.selection.full() ? `, which is the most at once` : ''}`,
  );
  protected readonly moreWords = computed(() =>
    this.total() <= mostSelected
      ? `all ${this.total()} of this view`
      : `the first ${mostSelected} of this view`,
  );

  constructor() {
    standsInSight('selection-bar', this.shown);
  }

  /** Also when the key for it comes in one breath with the one that chose the first row, before the bar is drawn. */
  focus(): void {
    if (this.first()) this.first()?.focus();
    else afterNextRender(() => this.first()?.focus(), { injector: this.injector });
  }

  private first(): HTMLElement | null {
    return this.host.querySelector('button');
  }

  /** What a small window for the chosen rows is attached to. */
  get anchor(): HTMLElement {
    return this.host.querySelector<HTMLElement>('.bar') ?? this.host;
  }
}
