import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { offsetWords } from './local-time';

let lists = 0;

/** Asks which of two times is meant, where the clocks are put back over it: an hour decides whether a payer was late. */
@Component({
  selector: 'st-which-time',
  template: `
    <fieldset>
      <legend class="st-small">The clocks are put back over this time. Which one is meant?</legend>
      @for (one of shown(); track one.offset) {
        <label>
          <input
            type="radio"
            [name]="name"
            [checked]="one.offset === chosen()"
            (change)="choose.emit(one.offset)"
          />{{ one.words }}
        </label>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: var(--st-2) var(--st-4);
      margin: var(--st-2) 0 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0 0 var(--st-1);
      color: var(--st-warn);
    }
    label {
      display: inline-flex;
      align-items: center;
      gap: var(--st-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WhichTime {
  readonly local = input.required<string>();
  readonly timeZone = input.required<string>();
  readonly offsets = input.required<readonly string[]>();
  readonly chosen = input<string>();
  readonly choose = output<string>();
  protected readonly name = `which-time-${++lists}`;
  protected readonly shown = computed(() =>
    this.offsets().map((offset, index) => ({
      offset,
      words: `The ${index === 0 ? 'first' : 'second'}: ${offsetWords(this.local(), offset, this.timeZone())}`,
    })),
  );
}
