import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { CheckedSentence, SentenceStatus, shortWords } from '@stipple/domain';
import { Chip, Icon, IconName, KeyHint, Tone } from '@stipple/ui';

const looks: Readonly<Record<SentenceStatus, { tone: Tone; icon: IconName; words: string }>> = {
  silent: { tone: 'quiet', icon: 'minus', words: 'asserts nothing' },
  bound: { tone: 'good', icon: 'circle-check', words: 'on record' },
  own_word: { tone: 'info', icon: 'user', words: 'the physician’s own word' },
  gap: { tone: 'warn', icon: 'edit', words: 'gap' },
  unbound: { tone: 'warn', icon: 'warning', words: 'no evidence' },
  contradicted: { tone: 'bad', icon: 'circle-x', words: 'contradicted' },
};

/** The sentence at the caret: what it asserts, what it rests on, and what speaks against it. */
@Component({
  selector: 'st-sentence-bar',
  imports: [Chip, Icon, KeyHint],
  template: `
    <div id="letter-sentence" class="said" role="status">
      @if (sentence(); as one) {
        @let look = looks[one.status];
        <st-chip [tone]="look.tone" [icon]="look.icon">{{ look.words }}</st-chip>
        <span class="words">{{ short(one.text) }}</span>
        @if (why(); as reasons) {
          <span class="why">{{ reasons }}</span>
        }
      } @else {
        <span class="st-muted">Put the caret into a sentence to see what it rests on.</span>
      }
    </div>
    @if (sentence(); as one) {
      @if (one.bound.length > 0) {
        <ul aria-label="It rests on">
          @for (to of one.bound; track to.ref) {
            <li>
              <span>{{ to.said }}</span>
              @if (!readOnly()) {
                <button
                  type="button"
                  class="st-button small quiet square"
                  [attr.aria-label]="'Take off: ' + to.said"
                  (click)="take.emit(to.ref)"
                >
                  <st-icon name="close" />
                </button>
              }
            </li>
          }
        </ul>
      }
    }
    @if (!readOnly()) {
      <div class="buttons">
        <button type="button" class="st-button small" [disabled]="!canBind()" (click)="bind.emit()">
          <st-icon name="attach" />Bind to evidence<st-key-hint [of]="'letter.bind'" />
        </button>
        <button type="button" class="st-button small" [disabled]="open() === 0" (click)="next.emit(-1)">
          <st-icon name="arrow-up" /><span class="st-hidden">Previous open sentence</span>
        </button>
        <button type="button" class="st-button small" [disabled]="open() === 0" (click)="next.emit(1)">
          <st-icon name="arrow-down" />Next open sentence
        </button>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--st-2);
      padding: var(--st-3) var(--st-4);
      border-top: 1px solid var(--st-line);
      background: var(--st-surface);
    }
    .said {
      display: flex;
      flex-wrap: wrap;
      gap: var(--st-1) var(--st-3);
      align-items: baseline;
    }
    .words {
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .why {
      flex-basis: 100%;
      color: var(--st-ink-muted);
      font-size: var(--st-size-small);
      overflow-wrap: anywhere;
    }
    ul {
      display: grid;
      gap: var(--st-1);
      max-height: 7rem;
      padding: 0;
      overflow-y: auto;
      list-style: none;
      font-size: var(--st-size-small);
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--st-2);
      padding-inline-start: var(--st-3);
      border-inline-start: 3px solid var(--st-good);
    }
    li span {
      flex: 1;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    li button {
      width: 1.75rem;
      min-height: 1.75rem;
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: var(--st-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SentenceBar {
  readonly sentence = input<CheckedSentence>();
  /** How many sentences stand against a signature. */
  readonly open = input.required<number>();
  readonly readOnly = input(false);
  readonly bind = output();
  readonly take = output<string>();
  readonly next = output<1 | -1>();
  protected readonly looks = looks;
  protected readonly canBind = computed(() => {
    const status = this.sentence()?.status;
    return status !== undefined && status !== 'silent' && status !== 'gap';
  });
  protected readonly why = computed(() => {
    const one = this.sentence();
    if (!one) return '';
    const asserts =
      one.status === 'unbound' && one.assertion ? [`It asserts “${one.assertion.because}”.`] : [];
    const reader =
      one.byReader.length > 0 ? [`Compare yourself with the document: ${one.byReader.join(', ')}.`] : [];
    return [...asserts, ...one.why, ...reader].join(' ');
  });

  protected short(text: string): string {
    return shortWords(text, 140);
  }
}
