import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FieldTree, FormRoot, form, required, submit, validate } from '@angular/forms/signals';
import { ApiProblem } from '../api/api-problem';
import { Icon } from '../parts/icon';
import { ProblemBanner } from '../parts/problem-banner';
import { Values, emptyValue, filled, isEmpty } from './field';
import { FormFields } from './form-fields';
import { MoveForm } from './move-form';

/** A sheet with one form. What the API refuses appears at its field, or on top; nothing typed is lost. */
@Component({
  selector: 'st-form-dialog',
  imports: [FormFields, FormRoot, Icon, ProblemBanner],
  templateUrl: './form-dialog.html',
  styleUrl: './form-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormDialog {
  protected readonly move = inject<MoveForm>(DIALOG_DATA);
  private readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly values = signal<Values>({
    ...Object.fromEntries(this.move.fields.map((field) => [field.name, emptyValue(field)])),
    ...this.move.initial,
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected readonly tree = form(
    this.values,
    (path) => {
      for (const field of this.move.fields) {
        const at = path[field.name];
        if (at === undefined) continue;
        const asked = (values: Values) => field.when?.(values) ?? true;
        if (!field.optional)
          required(at, { message: 'Please fill this in.', when: ({ valueOf }) => asked(valueOf(path)) });
        if (!field.optional && field.kind !== 'check') {
          validate(at, ({ value, valueOf }) =>
            asked(valueOf(path)) && Array.isArray(value()) && isEmpty(value())
              ? { kind: 'empty', message: 'Choose at least one.' }
              : null,
          );
        }
      }
    },
    {
      submission: {
        action: () => this.send(),
        onInvalid: (root) => root().errorSummary()[0]?.fieldTree().focusBoundControl(),
      },
    },
  ) as FieldTree<Values>;

  protected async go(): Promise<void> {
    await submit(this.tree);
  }

  protected cancel(): void {
    this.ref.close(false);
  }

  /** Sends the form. A refusal that names a field goes to that field, every other one to the top. */
  private async send() {
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.move.send(filled(this.values(), this.move.fields));
      this.ref.close(true);
      return undefined;
    } catch (error) {
      const problem = ApiProblem.from(error);
      const own = problem.refusals.map((refusal) => ({ refusal, fieldTree: this.fieldOf(refusal.field) }));
      if (own.some(({ fieldTree }) => fieldTree === undefined)) this.problem.set(problem);
      return own.flatMap(({ refusal, fieldTree }) =>
        fieldTree ? [{ kind: 'refused', message: refusal.sentence, fieldTree }] : [],
      );
    } finally {
      this.busy.set(false);
    }
  }

  private fieldOf(name: string | undefined): FieldTree<unknown> | undefined {
    const known = this.move.fields.find((field) => field.name === name?.split('.')[0]);
    return known && (this.tree[known.name] as FieldTree<unknown> | undefined);
  }
}
