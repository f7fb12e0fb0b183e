import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  isSignal,
  model,
} from '@angular/core';
import { FieldTree, FormField } from '@angular/forms/signals';
import type { CodeUnits, PriceLine } from '@stipple/domain';
import { CodesControl } from './codes-control';
import { DiagnosesControl } from './diagnoses-control';
import { DocumentControl } from './document-control';
import { Field, Option, Values } from './field';
import { ChoicesControl } from './choices-control';
import { Findings } from './findings';
import { FileControl } from './file-control';
import { LinesControl } from './lines-control';
import { ChosenOffsets, typedTime } from './local-time';
import { PricesControl } from './prices-control';
import { WhichTime } from './which-time';

let forms = 0;

/** Draws the questions of a form: label above, hint below, mistakes in their place. */
@Component({
  selector: 'st-form-fields',
  imports: [
    FormField,
    CodesControl,
    DiagnosesControl,
    Findings,
    DocumentControl,
    ChoicesControl,
    FileControl,
    LinesControl,
    PricesControl,
    WhichTime,
  ],
  templateUrl: './form-fields.html',
  styleUrl: './form-fields.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormFields {
  readonly fields = input.required<readonly Field[]>();
  readonly tree = input.required<FieldTree<Values>>();
  readonly timeZone = input('UTC');
  /** Which of two times is meant, by field, where the clocks are put back over it. */
  readonly offsets = model<ChosenOffsets>({});
  private readonly prefix = `f${++forms}`;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly shown = computed(() =>
    this.fields().filter((field) => field.when?.(this.tree()().value()) ?? true),
  );

  protected id(field: Field): string {
    return `${this.prefix}-${field.name}`;
  }

  protected readonly text = (field: Field) => this.control<string>(field);
  protected readonly flag = (field: Field) => this.control<boolean>(field);
  protected readonly number = (field: Field) => this.control<number | null>(field);
  protected readonly list = (field: Field) => this.control<string[]>(field);
  protected readonly file = (field: Field) => this.control<File | null>(field);
  protected readonly lines = (field: Field) => this.control<readonly CodeUnits[]>(field);
  protected readonly prices = (field: Field) => this.control<readonly PriceLine[]>(field);

  /**
   * The tree's field of a question. The values of a form are of many types and the tree knows them as `unknown`;
   * each control takes the type that its kind of question has.
   */
  private control<T>(field: Field): FieldTree<T> {
    return this.tree()[field.name] as unknown as FieldTree<T>;
  }

  /** A digit answers a question of numbers; 0 is ten where there is no zero. Then the next such question is up. */
  protected answerByDigit(event: KeyboardEvent, field: Field): void {
    const values = this.options(field).map(({ value }) => value);
    if (!/^\d$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!('row' in field && field.row) || !values.every((value) => /^\d+$/.test(value))) return;
    const value = event.key === '0' && !values.includes('0') ? '10' : event.key;
    if (!values.includes(value)) return;
    event.preventDefault();
    const state = this.text(field)();
    state.value.set(value);
    state.markAsTouched();
    const rows = [...this.host.querySelectorAll('.radios.row')];
    const here = (event.currentTarget as Element).closest('.radios') as Element;
    const next = rows[rows.indexOf(here) + 1];
    const radios = [...(next ?? here).querySelectorAll<HTMLInputElement>('input')];
    const answered = next ? radios.find(({ checked }) => checked) : radios[values.indexOf(value)];
    (answered ?? radios[0])?.focus();
  }

  protected twice(field: Field): readonly string[] {
    return typedTime(this.text(field)().value(), this.timeZone()).choices;
  }

  protected chooseTime(field: Field, offset: string): void {
    this.offsets.update((all) => ({ ...all, [field.name]: offset }));
  }

  protected mistakes(field: Field): readonly string[] {
    const state = this.control<unknown>(field)();
    return state.touched() ? state.errors().map((error) => error.message ?? 'is not right') : [];
  }

  protected describedBy(field: Field): string | null {
    const parts = [
      ...(field.hint ? [`${this.id(field)}-hint`] : []),
      ...(this.mistakes(field).length > 0 ? [`${this.id(field)}-mistake`] : []),
    ];
    return parts.join(' ') || null;
  }

  protected options(field: Field): readonly Option[] {
    if (!('options' in field)) return [];
    return isSignal(field.options) ? field.options() : field.options;
  }
}
