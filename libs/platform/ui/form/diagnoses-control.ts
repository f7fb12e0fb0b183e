import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  model,
  output,
} from '@angular/core';
import { FormValueControl } from '@angular/forms/signals';
import {
  CodeFinding,
  Day,
  Place,
  diagnosisFindings,
  inSequelaOrder,
  standingOn,
  validityOf,
  wordsOn,
} from '@stipple/domain';
import { count, formatDay } from '../formats';
import { Icon } from '../parts/icon';
import { CodeBook } from './code-book';
import { CodeSearch, codesIn } from './code-search';
import { Findings } from './findings';
import { focusFirst, focusOnceDrawn } from './focus-first';

let lists = 0;

/** What only the code lists can say; until they have answered, nothing is claimed about a code. */
const needsAnswer = ['diagnosis_not_checked', 'diagnosis_not_valid', 'diagnosis_header'];

/**
 * The diagnoses of a case in their order, which carries meaning: found by code or by words, moved up and down, taken
 * out. What is wrong with a code, its side or the order is said while they are listed.
 */
@Component({
  selector: 'st-diagnoses',
  imports: [Findings, Icon],
  templateUrl: './diagnoses-control.html',
  styleUrl: './diagnoses-control.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DiagnosesControl implements FormValueControl<string[]> {
  readonly value = model<string[]>([]);
  readonly touch = output();
  readonly label = input.required<string>();
  readonly add = input.required<string>();
  readonly on = input.required<Day>();
  readonly place = input<Place | null>(null);
  readonly describedBy = input<string | null>(null);
  readonly focus = focusFirst();
  private readonly goTo = focusOnceDrawn();
  private readonly book = inject(CodeBook);
  protected readonly id = `diagnoses-${++lists}`;
  protected readonly search = new CodeSearch(this.on);
  private readonly findings = computed(() => this.found(this.value()));
  protected readonly ofList = computed(() => this.findings().filter(({ about }) => about === undefined));
  protected readonly disordered = computed(() => {
    const codes = this.value();
    return inSequelaOrder(codes).join() !== codes.join();
  });
  /** Heard by who does not see: how many warnings there are now. */
  protected readonly spoken = computed(() => {
    const many = this.findings().length;
    return many === 0 ? '' : `${count(many, 'remark')} on the diagnoses`;
  });

  constructor() {
    effect(() => this.book.look(this.value(), this.on()));
  }

  private found(codes: readonly string[]): readonly CodeFinding[] {
    if (codes.length === 0) return [];
    const context = { place: this.place(), on: this.on(), known: this.book.known() };
    return diagnosisFindings(codes, context).filter(
      ({ code, about }) => about === undefined || !needsAnswer.includes(code) || this.book.isAnswered(about),
    );
  }

  protected about(code: string): readonly CodeFinding[] {
    return this.findings().filter((one) => one.about === code);
  }

  protected wordsOf(code: string): string {
    return wordsOn(this.on(), code, this.book.known()) ?? '';
  }

  protected isHeading(code: string): boolean {
    return standingOn(this.on(), code, this.book.known()) === 'heading';
  }

  protected validityWords(code: string): string {
    const validity = validityOf(code, this.book.known());
    if (validity === null) return '';
    const { opensOn, closesOn } = validity;
    return closesOn === null
      ? `since ${formatDay(opensOn)}`
      : `${formatDay(opensOn)} to ${formatDay(closesOn)}`;
  }

  protected keyed(event: KeyboardEvent, field: HTMLInputElement): void {
    const sends = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && !sends) this.take(field);
    else if (!this.search.key(event)) return;
    event.preventDefault();
    // The form around it closes by Escape too.
    event.stopPropagation();
  }

  /** What Enter and the button mean: the hit that is marked, else what is typed. */
  protected take(field: HTMLInputElement): void {
    const hit = this.search.marked();
    if (hit !== undefined) this.choose(hit, field);
    else if (codesIn(field.value) === null) this.search.refuse();
    else this.takeTyped(field);
  }

  /** Who leaves the field with a code in it means that code. */
  protected takeTyped(field: HTMLInputElement): void {
    this.append(codesIn(field.value) ?? [], field);
  }

  protected choose(code: string, field: HTMLInputElement): void {
    this.append([code], field);
    field.focus();
  }

  /** Emptied here and now: bound to a signal, the field would keep a code that was sent between two renderings. */
  private append(codes: readonly string[], field: HTMLInputElement): void {
    if (codes.length === 0) return;
    field.value = '';
    this.search.close();
    this.value.update((before) => [...new Set([...before, ...codes])]);
  }

  protected left(): void {
    this.touch.emit();
    this.search.hits.set([]);
  }

  protected putInOrder(): void {
    this.value.update((codes) => [...inSequelaOrder(codes)]);
    this.focus();
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
    const buttons = `ol > li:nth-child(${place + 1}) button`;
    this.goTo(`${buttons}:nth-of-type(${by < 0 ? 1 : 2}):enabled`, `${buttons}:enabled`);
  }
}
