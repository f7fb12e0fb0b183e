import { ChangeDetectionStrategy, Component, effect, input, output, signal, untracked } from '@angular/core';
import type { PolicyVersion } from '@stipple/domain';

/** The same version as text, for who would rather paste: read as it is typed, refused where it is no JSON. */
@Component({
  selector: 'st-json-editor',
  template: `
    <label
      >The policy as JSON
      <textarea
        class="st-control"
        rows="28"
        spellcheck="false"
        [value]="text()"
        [attr.aria-invalid]="wrong() !== null"
        (input)="take($any($event.target).value)"
      ></textarea>
    </label>
    <p class="wrong" role="status">{{ wrong() }}</p>
  `,
  styles: `
    label {
      display: grid;
      gap: var(--st-1);
      font-weight: 560;
    }
    textarea {
      font-family: var(--st-mono);
      font-size: var(--st-size-small);
    }
    .wrong {
      min-height: 1.5em;
      color: var(--st-bad);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JsonEditor {
  readonly policy = input.required<PolicyVersion>();
  readonly changed = output<PolicyVersion>();
  protected readonly text = signal('');
  protected readonly wrong = signal<string | null>(null);
  private taken: PolicyVersion | null = null;

  constructor() {
    effect(() => {
      const policy = this.policy();
      // What was typed here stays as it was typed, with its own white space.
      if (policy !== this.taken) untracked(() => this.text.set(JSON.stringify(policy, null, 2)));
    });
  }

  protected take(text: string): void {
    this.text.set(text);
    try {
      const read: unknown = JSON.parse(text);
      const fits = hasParts(read);
      this.wrong.set(
        fits ? null : 'A policy has at least its source, criteria, documents and authorization.',
      );
      if (!fits) return;
      this.taken = read;
      this.changed.emit(read);
    } catch (error) {
      this.wrong.set(`This is not JSON yet: ${error instanceof Error ? error.message : 'it cannot be read'}`);
    }
  }
}

/** Whether the form can show it at all; what is wrong with its parts is said beside them. */
function hasParts(read: unknown): read is PolicyVersion {
  if (typeof read !== 'object' || read === null) return false;
  const { source, distress, ...lists } = read as Partial<PolicyVersion>;
  const all = [lists.criteria, lists.documents, lists.authorization, lists.linesOfBusiness];
  return (
    typeof source === 'object' && typeof distress === 'object' && all.every((list) => Array.isArray(list))
  );
}
