import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { CaseView } from '@stipple/contracts';
import { Chip, IconName, Tone, formatDateTime } from '@stipple/ui';
import { MoveButtons } from './move-buttons';
import { NothingYet } from './nothing-yet';

const letterLooks: Readonly<Record<string, { tone: Tone; icon: IconName; words: string }>> = {
  draft: { tone: 'info', icon: 'edit', words: 'Draft' },
  ready: { tone: 'warn', icon: 'sign', words: 'Waits for signature' },
  signed: { tone: 'good', icon: 'circle-check', words: 'Signed' },
  discarded: { tone: 'quiet', icon: 'ban', words: 'Discarded' },
  superseded: { tone: 'quiet', icon: 'ban', words: 'Replaced' },
};

/** The letter of medical necessity, from its draft to the signature. */
@Component({
  selector: 'st-letter-section',
  imports: [Chip, MoveButtons, NothingYet],
  template: `
    @let view = this.view();
    <section aria-labelledby="letter-title">
      <header>
        <h2 id="letter-title">Letter of medical necessity</h2>
        <st-move-buttons
          [view]="view"
          [mover]="{ subject: 'letter', id: null, version: 0 }"
          [moves]="view.beginnings['letter'] ?? []"
          (made)="made.emit()"
        />
      </header>
      @for (letter of letters(); track letter.id) {
        <div class="item">
          <div class="line">
            <b>For {{ letter.procedureCodes.join(', ') }}</b>
            <st-chip [tone]="letterLooks[letter.state]!.tone" [icon]="letterLooks[letter.state]!.icon">{{
              letterLooks[letter.state]!.words
            }}</st-chip>
            <span class="st-muted">{{
              letter.signed
                ? 'by ' + letter.signed.by + ', ' + time(letter.signed.at)
                : 'wording ' + letter.wording + ' by ' + letter.author
            }}</span>
            <span class="grow"></span>
            <st-move-buttons
              [view]="view"
              [mover]="{ subject: 'letter', id: letter.id, version: letter.version }"
              [moves]="letter.moves"
              (made)="made.emit()"
            />
          </div>
          <details>
            <summary>Read the letter</summary>
            <div class="letter" tabindex="0">{{ letter.body }}</div>
            @if (letter.signed) {
              <p class="st-small st-muted">Signed content {{ letter.signed.hash.slice(0, 16) }}…</p>
            }
          </details>
        </div>
      } @empty {
        <st-nothing-yet subject="letter" move="draft"
          >No letter yet. It links the treatment to what the scar keeps the patient from doing, and a
          physician signs it.</st-nothing-yet
        >
      }
    </section>
  `,
  styleUrl: './section.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LetterSection {
  readonly view = input.required<CaseView>();
  readonly made = output();
  /** What was replaced stays in the timeline; here only what counts. */
  protected readonly letters = computed(() =>
    this.view().letters.filter(({ state }) => state !== 'superseded' && state !== 'discarded'),
  );
  protected readonly letterLooks = letterLooks;

  protected time(instant: string): string {
    return formatDateTime(instant, this.view().timeZone);
  }
}
