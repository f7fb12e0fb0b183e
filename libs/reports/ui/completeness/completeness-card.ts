import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, viewChild } from '@angular/core';
import type { CompletenessReport } from '@stipple/contracts';
import { type Completeness, completenessWords, filterParameters } from '@stipple/domain';
import { Icon, KeyHint, ProblemBanner, Skeleton } from '@stipple/ui';

import { ReportView } from '../report/report-view';
import { associationSentence, biasSentence, crudeSentence, difference, percentOf } from './association-words';

type Rate = CompletenessReport['association']['met'];
type Stratum = CompletenessReport['strata'][number];

const sides = ['met', 'open'] as const satisfies readonly Completeness[];

/** Whether what was still open when a request went out goes together with denials: like compared with like, and how far to trust it. */
@Component({
  selector: 'st-completeness-card',
  imports: [Icon, KeyHint, ProblemBanner, Skeleton],
  templateUrl: './completeness-card.html',
  styleUrls: ['../report/report-card.css', './completeness-card.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CompletenessCard {
  protected readonly view = inject(ReportView);
  private readonly head = viewChild.required<ElementRef<HTMLElement>>('head');
  protected readonly sides = sides;
  protected readonly words = completenessWords;
  protected readonly bias = biasSentence;
  protected readonly percent = percentOf;

  /** It compares first decisions of cases by completeness: what the page has of these is not asked along. */
  private readonly question = computed(() => {
    const asked = new URLSearchParams(this.view.questionWithout('completeness'));
    for (const name of ['mode', filterParameters.level]) asked.delete(name);
    return asked.toString();
  });
  protected readonly report = this.view.read<CompletenessReport>(
    () => `/api/reports/metrics/completeness?${this.question()}`,
  );
  protected readonly sentence = computed(() => this.said(associationSentence));
  protected readonly crude = computed(() => this.said(crudeSentence));
  /** Greyed where too few stand behind it. */
  protected readonly total = computed(() => this.report.value()?.association);

  /** To where it begins, for whoever has just asked for it. */
  focus(): void {
    this.head().nativeElement.focus();
  }

  protected between({ met, open }: Stratum): string {
    return met.share === null || open.share === null
      ? '–'
      : difference({ difference: open.share - met.share });
  }

  protected ofRate({ share, part, whole }: Rate): string {
    return share === null ? '–' : `${percentOf(share)} (${part} of ${whole})`;
  }

  protected look(side: Completeness, stratum?: Stratum): void {
    const steps = [['completeness', side]] as const;
    this.view.drill(
      stratum === undefined ? steps : [['payer', stratum.payer.key], ['codes', stratum.codes.key], ...steps],
      'denial_rate',
      'case',
    );
  }

  private said(words: (association: CompletenessReport['association']) => string): string {
    const association = this.total();
    return association ? words(association) : '';
  }
}
