import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { LetterDesk } from '@stipple/contracts';
import { LetterCheck, ShelfKind, shelfKindWords } from '@stipple/domain';
import { Icon } from '@stipple/ui';

const order: readonly ShelfKind[] = [
  'measurement',
  'fact',
  'document',
  'code',
  'criterion',
  'particular',
  'literature',
  'statement',
];

/** Everything the letter may rest on, and how many sentences rest on each. */
@Component({
  selector: 'st-shelf-pane',
  imports: [Icon],
  template: `
    <h2 id="shelf-title">Evidence</h2>
    <p class="st-small st-muted">
      @if (sentence(); as text) {
        Binds “{{ text }}”
      } @else {
        Put the caret into a sentence to bind it.
      }
    </p>
    @for (group of groups(); track group.kind) {
      <h3>{{ group.words }}</h3>
      <ul>
        @for (item of group.items; track item.ref) {
          <li class="item">
            <span>
              {{ item.words }}
              @if (uses().get(item.ref); as count) {
                <small class="st-muted">{{ count === 1 ? 'one sentence' : count + ' sentences' }}</small>
              }
            </span>
            @if (item.kind === 'document') {
              <a
                class="st-button small quiet square"
                target="_blank"
                rel="noopener"
                [href]="'/api/documents/' + item.ref.slice(9)"
                [attr.aria-label]="'Open ' + item.words"
                ><st-icon name="eye"
              /></a>
            }
            @if (sentence() && !readOnly()) {
              <button
                type="button"
                class="st-button small square"
                [attr.aria-pressed]="bound().has(item.ref)"
                [attr.aria-label]="(bound().has(item.ref) ? 'Take off: ' : 'Bind to: ') + item.words"
                (click)="toggled.emit(item.ref)"
              >
                <st-icon [name]="bound().has(item.ref) ? 'check' : 'plus'" />
              </button>
            }
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './pane.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShelfPane {
  readonly shelf = input.required<LetterDesk['shelf']>();
  readonly check = input<LetterCheck | null>(null);
  readonly current = input<number | null>(null);
  readonly readOnly = input(false);
  readonly toggled = output<string>();
  private readonly at = computed(() => this.check()?.sentences[this.current() ?? -1]);
  protected readonly sentence = computed(() => {
    const at = this.at();
    return at && at.status !== 'gap' && at.status !== 'silent' ? at.text : null;
  });
  protected readonly bound = computed(() => new Set(this.at()?.bound.map(({ ref }) => ref) ?? []));
  protected readonly uses = computed(() => {
    const counts = new Map<string, number>();
    for (const { bound } of this.check()?.sentences ?? [])
      for (const { ref } of bound) counts.set(ref, (counts.get(ref) ?? 0) + 1);
    return counts;
  });
  protected readonly groups = computed(() =>
    order
      .map((kind) => ({
        kind,
        words: shelfKindWords[kind],
        items: this.shelf().filter((item) => item.kind === kind),
      }))
      .filter(({ items }) => items.length > 0),
  );
}
