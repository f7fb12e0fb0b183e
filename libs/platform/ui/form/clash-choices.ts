import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { Icon } from '../parts/icon';
import { WordDiff } from '../parts/word-diff-text';
import { Field } from './field';
import { fieldWords } from './field-words';
import { Choice, OpenClash } from './form-standing';

/** Fields that two people changed, each with both sides: mine, theirs, or edit. */
@Component({
  selector: 'st-clash-choices',
  imports: [Icon, WordDiff],
  template: `
    <section aria-labelledby="clashes-title">
      <h3 id="clashes-title"><st-icon name="warning" />{{ title() }}</h3>
      @for (one of shown(); track one.clash.name) {
        <div class="clash" role="group" [attr.aria-label]="one.field.label + ': yours or theirs'">
          <h4>
            {{ one.field.label }}
            @if (one.clash.choice) {
              <small class="st-muted"><st-icon name="check" />{{ chosen[one.clash.choice] }}</small>
            }
          </h4>
          @if (one.long) {
            <p class="st-small st-muted">
              From {{ by() }}’s words to yours: <del>theirs only</del>, <ins>yours only</ins>.
            </p>
            <st-word-diff [before]="one.theirs" [after]="one.mine" label="Theirs against yours" />
          } @else {
            <dl>
              <div>
                <dt>It was</dt>
                <dd class="st-muted">{{ one.was }}</dd>
              </div>
              <div>
                <dt>{{ by() }}</dt>
                <dd>{{ one.theirs }}</dd>
              </div>
              <div>
                <dt>You</dt>
                <dd>{{ one.mine }}</dd>
              </div>
            </dl>
          }
          <div class="choices">
            @for (choice of choices; track choice) {
              <button
                type="button"
                class="st-button small"
                [attr.aria-pressed]="one.clash.choice === choice"
                (click)="chose.emit({ name: one.clash.name, choice })"
              >
                {{ words[choice] }}
              </button>
            }
          </div>
        </div>
      }
    </section>
  `,
  styleUrl: './clash-choices.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClashChoices {
  readonly clashes = input.required<readonly OpenClash[]>();
  readonly fields = input.required<readonly Field[]>();
  /** Who changed it meanwhile. */
  readonly by = input.required<string>();
  readonly chose = output<{ name: string; choice: Choice }>();
  protected readonly choices: readonly Choice[] = ['mine', 'theirs', 'edit'];
  protected readonly words = { mine: 'Keep mine', theirs: 'Take theirs', edit: 'Edit' };
  protected readonly chosen = { mine: 'Yours', theirs: 'Theirs', edit: 'As edited below' };

  protected readonly title = computed(() =>
    this.clashes().length === 1
      ? `${this.by()} changed this too. Which one shall it be?`
      : `${this.by()} changed these too. Which shall it be?`,
  );
  protected readonly shown = computed(() =>
    this.clashes().flatMap((clash) => {
      const field = this.fields().find(({ name }) => name === clash.name);
      if (field === undefined) return [];
      const [was, theirs, mine] = [clash.shown, clash.theirs, clash.mine].map((value) =>
        fieldWords(field, value),
      );
      return [{ clash, field, long: field.kind === 'area', was, theirs: theirs ?? '', mine: mine ?? '' }];
    }),
  );
}
