import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { count, wordDiff } from '@stipple/ui';

/** A text beside an earlier one: what came is underlined, what went is struck out, and a sentence counts both. */
@Component({
  selector: 'st-word-changes',
  template: `
    <p class="summary" role="status">{{ summary() }}</p>
    <!-- prettier-ignore -->
    <div class="text">@for (piece of pieces(); track $index) {@switch (piece.kind) {
      @case ('added') {<ins><span class="st-hidden">added: </span>{{ piece.text }}<span class="st-hidden"> end of addition </span></ins>}
      @case ('removed') {<del><span class="st-hidden">removed: </span>{{ piece.text }}<span class="st-hidden"> end of removal </span></del>}
      @default {<span>{{ piece.text }}</span>}
    }}</div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--st-3);
    }
    .summary {
      font-weight: 560;
    }
    .text {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    ins {
      background: var(--st-good-soft);
      color: var(--st-good);
      text-decoration: underline 2px;
      text-underline-offset: 0.2em;
    }
    del {
      background: var(--st-bad-soft);
      color: var(--st-bad);
      text-decoration: line-through;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WordChanges {
  readonly before = input.required<string>();
  readonly after = input.required<string>();
  /** Since when, as the end of the sentence. */
  readonly since = input.required<string>();
  protected readonly pieces = computed(() => wordDiff(this.before(), this.after()));
  protected readonly summary = computed(() => {
    const many = (kind: string) => this.pieces().filter((piece) => piece.kind === kind).length;
    const [came, went] = [many('added'), many('removed')];
    return came + went === 0
      ? `No word has changed ${this.since()}.`
      : `${count(came, 'insertion')}, ${count(went, 'deletion')} ${this.since()}.`;
  });
}
