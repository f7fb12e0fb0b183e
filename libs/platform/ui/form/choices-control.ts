import { ChangeDetectionStrategy, Component, input, model, output } from '@angular/core';
import { FormValueControl } from '@angular/forms/signals';
import { Option } from './field';
import { focusFirst } from './focus-first';

/** Several of a list: one check box each. */
@Component({
  selector: 'st-choices',
  template: `
    <fieldset [attr.aria-describedby]="describedBy()">
      <legend>{{ label() }}</legend>
      @for (option of options(); track option.value) {
        <label>
          <input type="checkbox" [checked]="value().includes(option.value)" (change)="toggle(option.value)" />
          <span
            >{{ option.label }}
            @if (option.hint) {
              <small>{{ option.hint }}</small>
            }
          </span>
        </label>
      } @empty {
        <p class="st-muted">Nothing to choose from yet.</p>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
      min-width: 0;
      display: grid;
      gap: var(--st-1);
    }
    legend {
      padding: 0;
      margin-bottom: var(--st-1);
      font-weight: 560;
    }
    label {
      display: flex;
      gap: var(--st-2);
      align-items: flex-start;
      min-height: 1.75rem;
    }
    input {
      flex: none;
      width: 1.15rem;
      height: 1.15rem;
      margin: 0.15rem 0 0;
      accent-color: var(--st-accent);
    }
    small {
      display: block;
      color: var(--st-ink-muted);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChoicesControl implements FormValueControl<string[]> {
  readonly value = model<string[]>([]);
  readonly touch = output();
  readonly label = input.required<string>();
  readonly options = input.required<readonly Option[]>();
  readonly describedBy = input<string | null>(null);
  readonly focus = focusFirst();

  protected toggle(value: string): void {
    this.value.update((chosen) =>
      chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value],
    );
    this.touch.emit();
  }
}
