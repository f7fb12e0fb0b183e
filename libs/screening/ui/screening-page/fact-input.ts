import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { AnyFactValue, FactName, factDefinition, valueProblem } from '@stipple/domain';
import { factWords } from './words';

/** One fact to try, in an input of its kind. Says `null` for nothing; what cannot be a value says why. */
@Component({
  selector: 'st-fact-input',
  template: `
    @let kind = definition().kind;
    <label [for]="id()">{{ words() }}</label>
    @if (kind === 'yes_no' || kind === 'one_of') {
      <select #choice [id]="id()" class="st-control" [value]="shown()" (change)="chosen(choice.value)">
        <option value="" [selected]="shown() === ''">Not known</option>
        @for (option of options(); track option.value) {
          <option [value]="option.value" [selected]="shown() === option.value">{{ option.label }}</option>
        }
      </select>
    } @else {
      <input
        #field
        [id]="id()"
        class="st-control"
        [type]="kind === 'number' ? 'number' : kind === 'day' ? 'date' : 'text'"
        [attr.min]="range()?.min"
        [attr.max]="range()?.max"
        step="any"
        [attr.inputmode]="kind === 'number' ? 'decimal' : null"
        [placeholder]="kind === 'codes' ? 'Codes, with commas' : range() ? range()!.unit : ''"
        [value]="shown()"
        [attr.aria-invalid]="problem() ? true : null"
        (input)="chosen(field.value)"
      />
    }
    @if (problem(); as why) {
      <p class="st-small bad" role="alert">{{ why }}</p>
    }
  `,
  styles: `
    label {
      display: block;
      margin-bottom: var(--st-1);
      font-weight: 560;
    }
    .st-control {
      width: 100%;
      min-width: 0;
    }
    .bad {
      color: var(--st-bad);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FactInput {
  readonly fact = input.required<FactName>();
  readonly value = input.required<AnyFactValue | null>();
  readonly changed = output<AnyFactValue | null>();
  /** A fact is asked for once on a page. */
  protected readonly id = computed(() => `fact-${this.fact()}`);
  protected readonly problem = signal<string | null>(null);
  protected readonly definition = computed(() => factDefinition(this.fact()));
  protected readonly words = computed(() => factWords(this.fact()));
  protected readonly range = computed(() => {
    const definition = this.definition();
    return definition.kind === 'number' ? definition : null;
  });
  protected readonly options = computed(() => {
    const definition = this.definition();
    if (definition.kind === 'yes_no')
      return [
        { value: 'true', label: 'Yes' },
        { value: 'false', label: 'No' },
      ];
    return definition.kind === 'one_of'
      ? Object.entries(definition.options).map(([value, label]) => ({ value, label }))
      : [];
  });
  protected readonly shown = computed(() => {
    const value = this.value();
    return value === null ? '' : typeof value === 'object' ? value.join(', ') : String(value);
  });

  protected chosen(text: string): void {
    const value = text.trim() === '' ? null : this.read(text.trim());
    const problem = value === null ? null : valueProblem(this.fact(), value);
    this.problem.set(problem);
    this.changed.emit(problem === null ? value : null);
  }

  private read(text: string): AnyFactValue {
    const { kind } = this.definition();
    if (kind === 'yes_no') return text === 'true';
    if (kind === 'number') return Number(text);
    const codes = () => [
      ...new Set(
        text
          .split(',')
          .map((code) => code.trim())
          .filter(Boolean),
      ),
    ];
    return kind === 'codes' ? codes() : text;
  }
}
