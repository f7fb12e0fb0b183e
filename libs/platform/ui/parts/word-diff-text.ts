import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { wordDiff } from '../word-diff';

/** A long text with what was taken out and what was put in. Spoken as deletions and insertions, never by colour alone. */
@Component({
  selector: 'st-word-diff',
  template: `
    <div class="text" tabindex="0" role="document" [attr.aria-label]="label()">
      @for (piece of pieces(); track $index) {
        @switch (piece.kind) {
          @case ('removed') {
            <del>{{ piece.text }}</del>
          }
          @case ('added') {
            <ins>{{ piece.text }}</ins>
          }
          @default {
            <span>{{ piece.text }}</span>
          }
        }
      }
    </div>
  `,
  styles: `
    .text {
      max-height: 18rem;
      padding: var(--st-3) var(--st-4);
      border: 1px solid var(--st-line);
      border-radius: var(--st-radius);
      background: var(--st-surface-sunken);
      line-height: 1.6;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      overflow-y: auto;
    }
    del,
    ins {
      border-radius: 3px;
    }
    del {
      background: var(--st-bad-soft);
      color: var(--st-bad);
    }
    ins {
      background: var(--st-good-soft);
      color: var(--st-good);
      text-decoration-thickness: 2px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WordDiff {
  readonly before = input.required<string>();
  readonly after = input.required<string>();
  readonly label = input.required<string>();
  protected readonly pieces = computed(() => wordDiff(this.before(), this.after()));
}
