import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  model,
  output,
  signal,
} from '@angular/core';
import { FormValueControl } from '@angular/forms/signals';
import { DocumentKind, documentKindWords } from '@stipple/domain';
import { Api } from '../api/api';
import { ApiProblem } from '../api/api-problem';
import { Icon } from '../parts/icon';
import { Option } from './field';
import { focusFirst } from './focus-first';

let uploads = 0;

/** A document of the case: one that is there already, or a file attached right here. The value is its id. */
@Component({
  selector: 'st-document',
  imports: [Icon],
  template: `
    <label [for]="id">{{ label() }}</label>
    <div class="row">
      <select
        class="st-control"
        [id]="id"
        [value]="value()"
        (change)="value.set($any($event.target).value); touch.emit()"
        [attr.aria-describedby]="describedBy()"
      >
        <option value="">
          {{ choices().length > 0 ? 'Choose a document…' : 'No document on this case yet' }}
        </option>
        @for (option of choices(); track option.value) {
          <option [value]="option.value" [selected]="option.value === value()">{{ option.label }}</option>
        }
      </select>
      <label class="st-button">
        <st-icon name="file-up" />{{ busy() ? 'Attaching…' : 'Attach file' }}
        <input
          class="st-hidden"
          type="file"
          accept="application/pdf,image/png,image/jpeg,image/webp"
          [disabled]="busy()"
          (change)="attach($any($event.target))"
        />
      </label>
    </div>
    @if (problem(); as text) {
      <p class="mistake" role="alert">{{ text }}</p>
    }
  `,
  styles: `
    label:first-child {
      display: block;
      margin-bottom: var(--st-1);
      font-weight: 560;
    }
    .row {
      display: flex;
      gap: var(--st-2);
      flex-wrap: wrap;
    }
    .row select {
      flex: 1 1 12rem;
    }
    .mistake {
      color: var(--st-bad);
      font-size: var(--st-size-small);
      margin-top: var(--st-1);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DocumentControl implements FormValueControl<string> {
  readonly value = model('');
  readonly touch = output();
  readonly label = input.required<string>();
  readonly documentKind = input.required<DocumentKind>();
  readonly caseId = input.required<string>();
  readonly existing = input.required<readonly Option[]>();
  readonly describedBy = input<string | null>(null);
  readonly focus = focusFirst();
  private readonly api = inject(Api);
  private readonly added = signal<readonly Option[]>([]);
  protected readonly choices = computed(() => [...this.added(), ...this.existing()]);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly id = `document-${++uploads}`;

  protected async attach(field: HTMLInputElement): Promise<void> {
    const file = field.files?.[0];
    if (!file) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const title = documentKindWords[this.documentKind()];
      const { id } = await this.api.upload<{ id: string }>(
        `/api/cases/${this.caseId()}/documents`,
        { kind: this.documentKind(), title },
        [file],
      );
      this.added.update((options) => [{ value: id, label: `${title}, just attached` }, ...options]);
      this.value.set(id);
    } catch (error) {
      this.problem.set(ApiProblem.from(error).message);
    } finally {
      this.busy.set(false);
      field.value = '';
      this.touch.emit();
    }
  }
}
