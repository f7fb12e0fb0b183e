import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { moneyMetrics } from '@stipple/domain';
import { Skeleton } from '@stipple/ui';
import { FigureLine } from '../figures/figure-line';
import { FiguresTable } from '../figures-table/figures-table';
import { GroupChoice } from '../figures-table/group-choice';
import { readFigures } from '../figures-table/read-figures';
import { dimensionLabels } from '../report/dimension-labels';
import { ReportView } from '../report/report-view';
import { PageFigures } from '../time-and-money-page/page-figures';
import { moneyLabels, moneySteps, moneySummary } from './money-steps';

/** What became of the money that payers were asked for: granted, denied, recovered, or taken over by the patient. */
@Component({
  selector: 'st-money-card',
  imports: [FigureLine, FiguresTable, GroupChoice, Skeleton],
  templateUrl: './money-card.html',
  styleUrls: ['../report/report-card.css', './money-card.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MoneyCard {
  private readonly view = inject(ReportView);
  protected readonly figures = inject(PageFigures);
  private readonly by = computed(() => this.view.address().by);
  protected readonly label = computed(() => dimensionLabels[this.by()].toLowerCase());
  protected readonly table = readFigures(
    moneyMetrics.map((metric) => [metric, moneyLabels[metric]]),
    'case',
    this.by,
  );

  private readonly all = computed(() => moneyMetrics.flatMap((metric) => this.figures.of(metric) ?? []));
  protected readonly steps = computed(() => moneySteps(this.all()));
  protected readonly summary = computed(() => moneySummary(this.all()));
  protected readonly some = computed(() => this.all().some(({ whole }) => whole > 0));
}
