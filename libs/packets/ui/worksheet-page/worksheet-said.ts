import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { WorksheetOfCode } from '@stipple/contracts';
import { WorksheetContent, feeGroundWords, formatCents, procedureWords } from '@stipple/domain';

type Said = WorksheetOfCode['history'][number]['said'];

/** What a worksheet says, for reading. */
@Component({
  selector: 'st-worksheet-said',
  template: `
    <dl>
      @for (one of lines(); track one.words) {
        <div>
          <dt>{{ one.words }}</dt>
          <dd [class.st-muted]="!one.says">{{ one.says || 'not said' }}</dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      gap: var(--st-3);
    }
    dt {
      color: var(--st-ink-muted);
      font-size: var(--st-size-small);
    }
    dd {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorksheetSaidPart {
  readonly said = input.required<Said | WorksheetContent>();
  protected readonly lines = computed(() => {
    const said = this.said();
    return [
      {
        words: 'Comparator code',
        says: said.comparatorCode && `${said.comparatorCode} ${procedureWords(said.comparatorCode)}`,
      },
      { words: 'Why it is comparable', says: said.comparison },
      { words: 'Time of a session', says: said.minutes && `${said.minutes} minutes` },
      { words: 'Skill', says: said.skill },
      { words: 'Equipment', says: said.equipment },
      { words: 'Fee of a session', says: said.feeCents && formatCents(said.feeCents) },
      { words: 'The fee rests on', says: said.feeRestsOn && feeGroundWords[said.feeRestsOn] },
      { words: 'How the fee comes about', says: said.feeBasis },
      { words: 'Line description', says: said.lineDescription },
    ];
  });
}
