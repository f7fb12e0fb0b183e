import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  input,
  output,
  viewChild,
} from '@angular/core';
import { LetterCheck } from '@stipple/domain';
import { markedText } from './marked-text';

/**
 * The sheet one writes on: a plain text field, so that keys, undo, spelling, dictation and screen readers work as
 * everywhere; what is underlined is drawn by the same text behind it. What the lines mean is said beside the sheet.
 */
@Component({
  selector: 'st-letter-sheet',
  template: `
    <div class="sheet">
      <div class="behind" aria-hidden="true">
        @for (piece of pieces(); track $index) {
          <span
            [attr.data-status]="piece.status"
            [attr.data-at]="piece.sentence"
            [class.cosmetic]="piece.cosmetic"
            [class.current]="piece.sentence !== null && piece.sentence === current()"
            >{{ piece.text }}</span
          >
        }
        <span>&#8203;</span>
      </div>
      <textarea
        #field
        id="letter-body"
        spellcheck="true"
        [readOnly]="readOnly()"
        [value]="body()"
        maxlength="40000"
        aria-label="Letter"
        aria-describedby="letter-sentence"
        (input)="typed.emit(field.value); told()"
        (keyup)="told()"
        (click)="told()"
        (focus)="told()"
      ></textarea>
    </div>
  `,
  styleUrl: './letter-sheet.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LetterSheet {
  readonly body = input.required<string>();
  readonly check = input.required<LetterCheck>();
  readonly current = input<number | null>(null);
  readonly readOnly = input(false);
  readonly typed = output<string>();
  readonly caret = output<number>();
  protected readonly pieces = computed(() => markedText(this.body(), this.check()));
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');
  private readonly host = viewChild.required<ElementRef<HTMLElement>, ElementRef<HTMLElement>>('field', {
    read: ElementRef,
  });

  protected told(): void {
    this.caret.emit(this.field().nativeElement.selectionStart);
  }

  focus(): void {
    this.field().nativeElement.focus({ preventScroll: true });
  }

  /** Puts the caret into a sentence; a gap is selected, so that typing fills it. */
  goTo(at: number): void {
    const sentence = this.check().sentences[at];
    if (!sentence) return;
    const field = this.field().nativeElement;
    field.focus({ preventScroll: true });
    const from = sentence.status === 'gap' ? sentence.from : sentence.to;
    field.setSelectionRange(from, sentence.to);
    this.host()
      .nativeElement.parentElement?.querySelector(`[data-at="${at}"]`)
      ?.scrollIntoView({ block: 'center' });
    this.caret.emit(sentence.from);
  }
}
