import { ChangeDetectionStrategy, Component, computed, forwardRef, input, output } from '@angular/core';
import { Condition, FactQuestion } from '@stipple/domain';
import { Icon, focusOnceDrawn } from '@stipple/ui';
import {
  Form,
  deepest,
  formOf,
  formWords,
  inForm,
  partsOf,
  questionAbout,
  withAdded,
  withPart,
} from './condition-parts';
import { QuestionEditor } from './question-editor';

/** A rule: a question, or a group of rules of which all, one or none has to hold. Groups stand inside of groups. */
@Component({
  selector: 'st-condition-editor',
  imports: [Icon, QuestionEditor, forwardRef(() => ConditionEditor)],
  template: `
    @if (question(); as question) {
      <div class="row">
        <st-question-editor [question]="question" (changed)="changed.emit($event)" />
        <button
          type="button"
          class="st-button quiet small"
          [disabled]="depth() >= deepest"
          (click)="changed.emit(grouped(question, 'all'))"
        >
          Group
        </button>
        @if (removable()) {
          <button
            type="button"
            class="st-button quiet small square"
            aria-label="Remove this question"
            (click)="removed.emit()"
          >
            <st-icon name="close" />
          </button>
        }
      </div>
    } @else {
      <div class="group" role="group" [attr.aria-label]="words[form()]">
        <div class="row">
          <select
            class="st-control form"
            aria-label="How the group is met"
            (change)="changed.emit(grouped(condition(), $any($event.target).value))"
          >
            @for (one of forms; track one) {
              <option [value]="one" [selected]="one === form()">{{ words[one] }}</option>
            }
          </select>
          @if (removable()) {
            <button
              type="button"
              class="st-button quiet small square"
              aria-label="Remove this group"
              (click)="removed.emit()"
            >
              <st-icon name="close" />
            </button>
          }
        </div>
        <ul>
          @for (part of parts(); track $index) {
            <li>
              <st-condition-editor
                [condition]="part"
                [depth]="depth() + 1"
                [removable]="parts().length > 1"
                (changed)="changed.emit(replaced($index, $event))"
                (removed)="remove($index)"
              />
            </li>
          }
        </ul>
        @if (form() !== 'not') {
          <div class="row add">
            <button type="button" class="st-button small" (click)="add(false)">
              <st-icon name="plus" />Add a question
            </button>
            @if (depth() + 1 < deepest) {
              <button type="button" class="st-button small" (click)="add(true)">
                <st-icon name="plus" />Add a group
              </button>
            }
          </div>
        }
      </div>
    }
  `,
  styleUrl: './condition-editor.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConditionEditor {
  readonly condition = input.required<Condition>();
  readonly depth = input(1);
  readonly removable = input(false);
  readonly changed = output<Condition>();
  readonly removed = output();
  private readonly goTo = focusOnceDrawn();
  protected readonly forms = ['all', 'any', 'not'] as const;
  protected readonly words: Readonly<Record<Form, string>> = { ...formWords, question: 'Question' };
  protected readonly deepest = deepest;
  protected readonly grouped = inForm;
  protected readonly form = computed(() => formOf(this.condition()));
  protected readonly parts = computed(() => partsOf(this.condition()));
  protected readonly question = computed(() =>
    this.form() === 'question' ? (this.condition() as FactQuestion) : null,
  );

  protected replaced(at: number, part: Condition): Condition {
    return withPart(this.condition(), at, part);
  }

  protected add(group: boolean): void {
    const question = questionAbout('functional_impairment');
    const part: Condition = group ? { any: [question] } : question;
    this.changed.emit(withAdded(this.condition(), part));
    this.goTo(`:scope > .group > ul > li:nth-child(${this.parts().length + 1}) select`);
  }

  /** A group of one is that one: nothing is left standing that says nothing. */
  protected remove(at: number): void {
    const left = withPart(this.condition(), at, null);
    const [only, ...others] = partsOf(left);
    this.changed.emit(only && others.length === 0 ? only : left);
    this.goTo(`:scope > .group > ul > li:nth-child(${Math.max(1, at)}) select`, ':scope select');
  }
}
