import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import {
  FactDefinition,
  FactName,
  FactQuestion,
  Operator,
  factDefinition,
  operatorsOf,
} from '@stipple/domain';
import { asked, factChoices, operatorIn, operatorWords, questionAbout, valueIn } from './condition-parts';

/** One question about one fact: which, how it is compared, and with what. */
@Component({
  selector: 'st-question-editor',
  template: `
    <select
      class="st-control fact"
      aria-label="Fact"
      [value]="question().fact"
      (change)="changed.emit(about($any($event.target).value))"
    >
      @for (fact of facts; track fact.name) {
        <option [value]="fact.name" [selected]="fact.name === question().fact">{{ fact.words }}</option>
      }
    </select>
    <select
      class="st-control operator"
      aria-label="Comparison"
      [value]="operator()"
      (change)="compare($any($event.target).value)"
    >
      @for (one of operators(); track one.operator) {
        <option [value]="one.operator" [selected]="one.operator === operator()">{{ one.words }}</option>
      }
    </select>
    @switch (control()) {
      @case ('yes_no') {
        <select
          class="st-control value"
          aria-label="Value"
          (change)="put($any($event.target).value === 'yes')"
        >
          <option value="yes" [selected]="value() === true">yes</option>
          <option value="no" [selected]="value() === false">no</option>
        </select>
      }
      @case ('number') {
        <span class="value unit"
          ><input
            class="st-control"
            type="number"
            aria-label="Value"
            [min]="range().min"
            [max]="range().max"
            [step]="range().step"
            [value]="value() ?? ''"
            (input)="putNumber($any($event.target).value)"
          />
          <span class="st-muted">{{ range().unit }}</span></span
        >
      }
      @case ('day') {
        <input
          class="st-control value"
          type="date"
          aria-label="Value"
          [value]="value()"
          (change)="put($any($event.target).value)"
        />
      }
      @case ('choice') {
        <select class="st-control value" aria-label="Value" (change)="put($any($event.target).value)">
          <option value="" [selected]="value() === ''">choose…</option>
          @for (option of options(); track option.value) {
            <option [value]="option.value" [selected]="option.value === value()">{{ option.words }}</option>
          }
        </select>
      }
      @case ('choices') {
        <fieldset class="value">
          <legend class="st-hidden">Values</legend>
          @for (option of options(); track option.value) {
            <label
              ><input
                type="checkbox"
                [checked]="list().includes(option.value)"
                (change)="toggle(option.value)"
              />{{ option.words }}</label
            >
          }
        </fieldset>
      }
      @case ('codes') {
        <input
          class="st-control value"
          aria-label="Codes, separated by commas"
          placeholder="M24.5, L91.0"
          [value]="list().join(', ')"
          (change)="putCodes($any($event.target).value)"
        />
      }
    }
  `,
  styleUrl: './question-editor.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QuestionEditor {
  readonly question = input.required<FactQuestion>();
  readonly changed = output<FactQuestion>();
  protected readonly facts = factChoices;
  protected readonly about = (name: string) => questionAbout(name as FactName);
  private readonly definition = computed((): FactDefinition => factDefinition(this.question().fact));
  protected readonly operator = computed(() => operatorIn(this.question()));
  protected readonly operators = computed(() =>
    operatorsOf[this.definition().kind].map((operator) => ({
      operator,
      words: operatorWords(this.question().fact, operator),
    })),
  );
  protected readonly value = computed(() => valueIn(this.question()));
  protected readonly list = computed(() => {
    const value = this.value();
    return Array.isArray(value) ? (value as readonly string[]) : [];
  });
  protected readonly options = computed(() => {
    const definition = this.definition();
    const options = 'options' in definition ? (definition.options ?? {}) : {};
    return Object.entries(options).map(([value, words]) => ({ value, words }));
  });
  protected readonly range = computed(() => {
    const definition = this.definition();
    if (definition.kind !== 'number') return { min: 0, max: 0, step: 1, unit: '' };
    const { min, max, whole, unit } = definition;
    return { min, max, step: whole ? 1 : 0.1, unit };
  });
  /** What a value is given with; nothing where the comparison needs none. */
  protected readonly control = computed(() => {
    const { kind } = this.definition();
    if (this.operator() === 'known') return 'none';
    if (kind === 'one_of') return this.operator() === 'oneOf' ? 'choices' : 'choice';
    if (kind === 'codes') return this.options().length > 0 ? 'choices' : 'codes';
    return kind;
  });

  protected compare(operator: Operator): void {
    this.changed.emit(asked(this.question().fact, operator, this.value()));
  }

  protected put(value: unknown): void {
    this.changed.emit({ fact: this.question().fact, [this.operator()]: value } as unknown as FactQuestion);
  }

  protected putNumber(typed: string): void {
    this.put(typed.trim() === '' ? null : Number(typed));
  }

  protected putCodes(typed: string): void {
    this.put([
      ...new Set(
        typed
          .toUpperCase()
          .split(/[\s,;]+/)
          .filter(Boolean),
      ),
    ]);
  }

  /** In the vocabulary's order, so that the same choice is the same rule. */
  protected toggle(value: string): void {
    const chosen = new Set(this.list());
    if (!chosen.delete(value)) chosen.add(value);
    this.put(this.options().flatMap((option) => (chosen.has(option.value) ? [option.value] : [])));
  }
}
