import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { MetricFigure } from '@stipple/contracts';
import { Skeleton, count } from '@stipple/ui';
import { FigureLine } from '../figures/figure-line';
import { figureValue } from '../figures/figure-words';
import type { FigureRow } from '../figures-table/figure-rows';
import { FiguresTable } from '../figures-table/figures-table';
import { GroupChoice } from '../figures-table/group-choice';
import { readFigures } from '../figures-table/read-figures';
import { SplitBar } from '../figures-table/split-bar';
import { dimensionLabels } from '../report/dimension-labels';
import { ReportView } from '../report/report-view';
import { PageFigures } from '../time-and-money-page/page-figures';
import { type SplitTime, exactSentence, payerShare, splitDays, splitSentence } from './time-parts';

/** Who held the ball while cases were open: payers, or the clinic. Both sides are all of it, to the second. */
@Component({
  selector: 'st-time-card',
  imports: [FigureLine, FiguresTable, GroupChoice, Skeleton, SplitBar],
  templateUrl: './time-card.html',
  styleUrls: ['../report/report-card.css', './time-card.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TimeCard {
  private readonly view = inject(ReportView);
  protected readonly figures = inject(PageFigures);
  private readonly by = computed(() => this.view.address().by);
  protected readonly label = computed(() => dimensionLabels[this.by()].toLowerCase());
  protected readonly table = readFigures(
    [
      ['payer_time', 'With payers'],
      ['clinic_time', 'With us'],
      ['open_time', 'Together'],
      ['payer_days', 'Payer days, median', 'event'],
    ],
    'case',
    this.by,
  );

  protected readonly time = computed(() => {
    const [payer, clinic, open] = [
      this.figures.of('payer_time'),
      this.figures.of('clinic_time'),
      this.figures.of('open_time'),
    ];
    return payer && clinic && open
      ? { payer, clinic, open, split: { payer: payer.seconds ?? 0, clinic: clinic.seconds ?? 0 } }
      : undefined;
  });
  protected readonly medians = computed(() =>
    (['payer_days', 'days_to_appeal'] as const).flatMap((metric) => this.figures.of(metric) ?? []),
  );
  protected readonly days = splitDays;
  protected readonly sentence = splitSentence;
  protected readonly exactly = exactSentence;
  protected readonly share = payerShare;
  protected readonly count = count;
  protected readonly median = (figure: MetricFigure) => `${figureValue(figure)}, median`;

  protected readonly partsOf = ({ payer, clinic }: SplitTime) => {
    const whole = payer + clinic || 1;
    return [
      { share: payer / whole, tone: 'payer' as const },
      { share: clinic / whole, tone: 'clinic' as const },
    ];
  };
  protected readonly barOf = (row: FigureRow) => this.partsOf(splitOf(row));
  protected readonly wordsOf = (row: FigureRow) => {
    const { payer, clinic, whole } = splitDays(splitOf(row));
    const median = row.told[3];
    return [...[payer, clinic, whole].map((words) => `${words} d`), median ? figureValue(median) : ''];
  };
}

function splitOf({ told: [payer, clinic] }: FigureRow): SplitTime {
  return { payer: payer?.seconds ?? 0, clinic: clinic?.seconds ?? 0 };
}
