import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { FieldTree, form, required } from '@angular/forms/signals';
import { Icon, Values, emptyValue } from '@stipple/ui';
import { FormFields } from '@stipple/ui/form';
import { everyKind } from './every-kind';

/** Buttons, and a form with a question of each kind; one of them unanswered, to see how a mistake looks. */
@Component({
  selector: 'st-controls-shown',
  imports: [FormFields, Icon],
  template: `
    <section aria-labelledby="buttons-title">
      <h2 id="buttons-title">Buttons: one main action to a place</h2>
      @for (size of ['', 'small']; track size) {
        <div class="row">
          @for (look of looks; track look) {
            <button type="button" class="st-button {{ look }} {{ size }}">
              {{ look || 'plain' }} {{ size }}
            </button>
          }
          <button type="button" class="st-button {{ size }}"><st-icon name="plus" />With an icon</button>
          <button type="button" class="st-button main {{ size }}" disabled>Not now</button>
        </div>
      }
    </section>
    <section aria-labelledby="fields-title">
      <h2 id="fields-title">Questions</h2>
      <div class="st-card padded"><st-form-fields [fields]="fields" [tree]="tree" /></div>
    </section>
  `,
  styleUrl: './shown.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ControlsShown {
  protected readonly looks = ['main', '', 'quiet', 'danger'];
  protected readonly fields = everyKind;
  private readonly values = signal<Values>(
    Object.fromEntries(everyKind.map((field) => [field.name, emptyValue(field)])),
  );
  protected readonly tree = form(this.values, (path) => {
    const wrong = path['wrong'];
    if (wrong !== undefined) required(wrong, { message: 'Please fill this in.' });
  }) as FieldTree<Values>;

  constructor() {
    this.tree['wrong']?.().markAsTouched();
  }
}
