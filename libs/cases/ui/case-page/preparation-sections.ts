import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { CaseView, DocumentView, screeningCriteriaWords } from '@stipple/contracts';
import { documentKindWords } from '@stipple/domain';
import { Chip, Icon, IconName, Tone, formatBytes, formatDateTime, formatDay, joined } from '@stipple/ui';
import { outcomeWords } from '../case-forms';
import { MoveButtons } from './move-buttons';

const screeningLooks: Readonly<Record<string, { tone: Tone; icon: IconName; words: string }>> = {
  proposed: { tone: 'warn', icon: 'sign', words: 'Waits for signature' },
  signed: { tone: 'good', icon: 'circle-check', words: 'Signed' },
  superseded: { tone: 'quiet', icon: 'ban', words: 'Replaced' },
};

const letterLooks: Readonly<Record<string, { tone: Tone; icon: IconName; words: string }>> = {
  draft: { tone: 'info', icon: 'edit', words: 'Draft' },
  ready: { tone: 'warn', icon: 'sign', words: 'Waits for signature' },
  signed: { tone: 'good', icon: 'circle-check', words: 'Signed' },
  discarded: { tone: 'quiet', icon: 'ban', words: 'Discarded' },
  superseded: { tone: 'quiet', icon: 'ban', words: 'Replaced' },
};

/** What the clinic does before the payer sees anything: call, screening, evidence, letter. */
@Component({
  selector: 'st-preparation-sections',
  imports: [Chip, Icon, MoveButtons],
  templateUrl: './preparation-sections.html',
  styleUrl: './section.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PreparationSections {
  readonly view = input.required<CaseView>();
  readonly made = output();
  /** What was replaced stays in the timeline; here only what counts. */
  protected readonly screenings = computed(() =>
    this.view().screenings.filter(({ state }) => state !== 'superseded'),
  );
  protected readonly letters = computed(() =>
    this.view().letters.filter(({ state }) => state !== 'superseded' && state !== 'discarded'),
  );

  protected readonly outcomeWords = outcomeWords;
  protected readonly screeningLooks = screeningLooks;
  protected readonly letterLooks = letterLooks;
  protected readonly formatBytes = formatBytes;
  protected readonly required = {
    yes: 'Authorization required',
    no: 'No authorization required',
    unknown: 'Could not say whether required',
  };

  protected time(instant: string): string {
    return formatDateTime(instant, this.view().timeZone);
  }

  protected callFacts(call: CaseView['benefitCalls'][number]): string {
    return joined(
      `asked about ${call.codesAsked.join(', ')}`,
      call.policyCited && `policy ${call.policyCited}`,
      `recorded by ${call.by}`,
    );
  }

  protected documentFacts(document: DocumentView): string {
    return joined(documentKindWords[document.kind], document.datedOn && formatDay(document.datedOn));
  }

  protected criterion(value: string): string {
    return (screeningCriteriaWords as Readonly<Record<string, string>>)[value] ?? value;
  }
}
