import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import type { LetterRead } from '@stipple/contracts';
import { ShelfKind, shelfKindWords, shortWords } from '@stipple/domain';
import { Icon } from '@stipple/ui';

/** Before a letter is signed: what its sentences rest on, in numbers and one by one, and those on one's own word. */
@Component({
  selector: 'st-what-it-rests-on',
  imports: [Icon],
  template: `
    @let letter = this.letter();
    <section class="st-card" aria-labelledby="rests-title">
      <h2 id="rests-title">What it rests on</h2>
      @if (letter.bindings === null) {
        <p>
          <st-icon name="warning" /> Written before sentences were bound to the record: nothing of it was
          checked.
        </p>
      } @else {
        <p>{{ numbers() }}</p>
        @if (open().length > 0) {
          <ul class="open">
            @for (one of letter.check.refusals; track $index) {
              <li><st-icon name="warning" />{{ one.sentence }}</li>
            }
          </ul>
        }
        @if (words().length > 0) {
          <p><st-icon name="warning" /> Words that speak of looks: {{ words().join(', ') }}.</p>
        }
        @if (own().length > 0) {
          <fieldset>
            <legend>
              {{ confirms() ? 'On your own word: confirm each' : 'On the physician’s own word' }}
            </legend>
            @for (one of own(); track one.from) {
              @if (confirms()) {
                <label>
                  <input
                    type="checkbox"
                    [checked]="confirmed().includes(one.text)"
                    (change)="toggle(one.text)"
                  />
                  <span
                    >{{ one.text }} <small class="st-muted">{{ grounds(one) }}</small></span
                  >
                </label>
              } @else {
                <p>
                  {{ one.text }} <small class="st-muted">{{ grounds(one) }}</small>
                </p>
              }
            }
          </fieldset>
        }
        <details>
          <summary>Sentence by sentence</summary>
          <ol>
            @for (one of asserting(); track one.from) {
              <li>
                {{ short(one.text) }}
                @for (to of one.bound; track to.ref) {
                  <small>{{ to.said }}</small>
                }
                @if (one.byReader.length > 0) {
                  <small class="reader">Compare yourself: {{ one.byReader.join(', ') }}</small>
                }
              </li>
            }
          </ol>
        </details>
      }
    </section>
  `,
  styleUrl: './what-it-rests-on.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WhatItRestsOn {
  readonly letter = input.required<LetterRead>();
  /** Whether its reader is the one who signs. */
  readonly confirms = input(false);
  readonly confirmed = model<readonly string[]>([]);
  protected readonly asserting = computed(() =>
    this.letter().check.sentences.filter(({ assertion }) => assertion !== null),
  );
  protected readonly open = computed(() => this.letter().check.refusals);
  readonly own = computed(() =>
    this.letter().check.sentences.filter(({ bound }) =>
      bound.some(({ ref }) => ref.startsWith('statement:')),
    ),
  );
  protected readonly words = computed(() => [
    ...new Set(this.letter().check.words.flatMap(({ negated, found }) => (negated ? [] : [`“${found}”`]))),
  ]);
  protected readonly numbers = computed(() => {
    const { counts, restsOn } = this.letter().check;
    const all = this.asserting().length;
    const parts = Object.entries(restsOn).map(
      ([kind, count]) => `${count} on ${inside(shelfKindWords[kind as ShelfKind])}`,
    );
    const open = counts.unbound + counts.contradicted + counts.gap;
    return `${all} ${all === 1 ? 'sentence asserts' : 'sentences assert'} something: ${[
      ...parts,
      ...(open > 0 ? [`${open} open`] : []),
    ].join(', ')}.`;
  });

  protected short(text: string): string {
    return shortWords(text, 160);
  }

  protected grounds({ bound }: LetterRead['check']['sentences'][number]): string {
    return bound.map(({ said }) => said).join('; ');
  }

  protected toggle(text: string): void {
    this.confirmed.update((all) => (all.includes(text) ? all.filter((one) => one !== text) : [...all, text]));
  }
}

/** Inside of a sentence. */
const inside = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
