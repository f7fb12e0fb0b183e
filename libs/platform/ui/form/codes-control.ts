import { ChangeDetectionStrategy, Component, input, model, output } from '@angular/core';
import { FormValueControl } from '@angular/forms/signals';
import { Icon } from '../parts/icon';
import { Option } from './field';
import { focusFirst, focusOnceDrawn } from './focus-first';

let lists = 0;

/** An ordered list of codes: typed or picked, moved up and down, taken out. The order carries meaning. */
@Component({
  selector: 'st-codes',
  imports: [Icon],
  template: `
    <fieldset [attr.aria-describedby]="describedBy()">
      <legend>{{ label() }}</legend>
      <ol>
        @for (code of value(); track code; let index = $index; let last = $last) {
          <li>
            <b>{{ code }}</b>
            <span class="words st-muted">{{ wordsOf(code) }}</span>
            <button
              type="button"
              class="st-button quiet small square"
              [disabled]="index === 0"
              (click)="move(code, -1)"
              [attr.aria-label]="'Move ' + code + ' up'"
            >
              <st-icon name="arrow-up" />
            </button>
            <button
              type="button"
              class="st-button quiet small square"
              [disabled]="last"
              (click)="move(code, 1)"
              [attr.aria-label]="'Move ' + code + ' down'"
            >
              <st-icon name="arrow-down" />
            </button>
            <button
              type="button"
              class="st-button quiet small square"
              (click)="remove(code)"
              [attr.aria-label]="'Remove ' + code"
            >
              <st-icon name="close" />
            </button>
          </li>
        }
      </ol>
      <div class="add">
        <input
          #field
          class="st-control"
          [attr.list]="id"
          [attr.aria-label]="add()"
          [placeholder]="add()"
          (change)="take(field)"
          (keydown.enter)="$event.preventDefault(); take(field)"
          (blur)="touch.emit()"
        />
        <button type="button" class="st-button" (click)="take(field)"><st-icon name="plus" />Add</button>
      </div>
      <datalist [id]="id">
        @for (option of suggestions(); track option.value) {
          <option [value]="option.value">{{ option.label }}</option>
        }
      </datalist>
    </fieldset>
  `,
  styles: `
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
      min-width: 0;
    }
    legend {
      padding: 0;
      margin-bottom: var(--st-1);
      font-weight: 560;
    }
    ol {
      list-style: none;
      padding: 0;
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--st-2);
      padding: var(--st-1) 0;
      border-bottom: 1px solid var(--st-line);
    }
    b {
      min-width: 5.5rem;
      font-variant-numeric: tabular-nums;
    }
    .words {
      flex: 1;
      min-width: 0;
    }
    .add {
      display: flex;
      gap: var(--st-2);
      margin-top: var(--st-2);
    }
    button.square {
      width: 2rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CodesControl implements FormValueControl<string[]> {
  readonly value = model<string[]>([]);
  readonly touch = output();
  readonly label = input.required<string>();
  readonly add = input.required<string>();
  readonly suggestions = input.required<readonly Option[]>();
  readonly describedBy = input<string | null>(null);
  readonly focus = focusFirst();
  private readonly goTo = focusOnceDrawn();
  protected readonly id = `codes-${++lists}`;

  protected wordsOf(code: string): string {
    return this.suggestions().find((option) => option.value === code)?.label ?? '';
  }

  /** Emptied here and now: bound to a signal, it would keep a code that was typed and sent between two renderings. */
  protected take(field: HTMLInputElement): void {
    const code = field.value.trim().toUpperCase();
    if (code === '') return;
    field.value = '';
    if (!this.value().includes(code)) this.value.update((codes) => [...codes, code]);
  }

  /** The button goes with its line; the cursor stays in the list. */
  protected remove(code: string): void {
    this.value.update((codes) => codes.filter((one) => one !== code));
    this.focus();
  }

  /** By name: a second press may come before the first is drawn, when the place on screen is no longer its place. */
  protected move(code: string, by: number): void {
    const moved = this.value().filter((one) => one !== code);
    const place = Math.max(0, Math.min(this.value().indexOf(code) + by, moved.length));
    this.value.set(moved.toSpliced(place, 0, code));
    // The same button again, so that the next press moves it on; at the end of the list the one that leads back.
    const buttons = `li:nth-child(${place + 1}) button`;
    this.goTo(`${buttons}:nth-of-type(${by < 0 ? 1 : 2}):enabled`, `${buttons}:enabled`);
  }
}
