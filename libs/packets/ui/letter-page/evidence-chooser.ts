import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { SentenceStatus, assertionIn, shelfKindWords } from '@stipple/domain';
import { Chip, Icon, Keys, Tone } from '@stipple/ui';
import type { LetterWriting } from './letter-writing';
import { likelyEvidence } from './likely-evidence';

export interface Choosing {
  readonly writing: LetterWriting;
  readonly sentence: string;
}

const fits: Readonly<Record<SentenceStatus, { tone: Tone; words: string } | null>> = {
  bound: { tone: 'good', words: 'agrees' },
  own_word: { tone: 'info', words: 'own word' },
  unbound: { tone: 'quiet', words: 'not enough' },
  contradicted: { tone: 'bad', words: 'contradicts' },
  silent: null,
  gap: null,
};

/** Binds one sentence to what the record holds, by keyboard: what agrees with it stands first. */
@Component({
  selector: 'st-evidence-chooser',
  imports: [Chip, Icon, Keys],
  templateUrl: './evidence-chooser.html',
  styleUrl: './evidence-chooser.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceChooser {
  protected readonly data = inject<Choosing>(DIALOG_DATA);
  private readonly ref = inject<DialogRef<void>>(DialogRef);
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  protected readonly typed = signal('');
  protected readonly assertion = assertionIn(this.data.sentence);
  protected readonly kindWords = shelfKindWords;
  protected readonly fits = fits;
  protected readonly options = computed(() => {
    const [desk, sheet] = [this.data.writing.desk(), this.data.writing.sheet()];
    if (!desk || !sheet) return [];
    return likelyEvidence(this.data.sentence, sheet.bindings, { shelf: desk.shelf, typed: this.typed() });
  });
  protected readonly active = linkedSignal({ source: this.typed, computation: () => 0 });

  protected move(event: Event, by: number): void {
    event.preventDefault();
    const count = this.options().length;
    if (count === 0) return;
    this.active.update((at) => (at + by + count) % count);
    queueMicrotask(() =>
      this.list()
        .nativeElement.querySelector(`#evidence-${this.active()}`)
        ?.scrollIntoView({ block: 'nearest' }),
    );
  }

  /** `more`: stays open, for a sentence that rests on several things. */
  protected choose(at: number, more = false): void {
    const option = this.options()[at];
    if (!option) return;
    this.data.writing.toggle(this.data.sentence, option.item.ref);
    if (!more) this.ref.close();
  }
}
