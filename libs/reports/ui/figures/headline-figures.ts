import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MetricMode, dimensionWords, metricModeWords, metricModes, metricOf, metrics } from '@stipple/domain';
import { Skeleton } from '@stipple/ui';
import { ReportView } from '../report/report-view';
import { DefinitionMark } from './definition-mark';
import { HeadlineReport } from './headline-report';
import { figureGround, figureValue, isFew } from './figure-words';

const modeNames: Readonly<Record<MetricMode, string>> = { event: 'By request', case: 'By case' };

/** The figures at the top of the report, each with what it counts and of how many. The chosen one is what all below shows. */
@Component({
  selector: 'st-headline-figures',
  imports: [DefinitionMark, Skeleton],
  templateUrl: './headline-figures.html',
  styleUrl: './headline-figures.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HeadlineFigures {
  protected readonly view = inject(ReportView);
  protected readonly report = inject(HeadlineReport).report;
  protected readonly modes = metricModes;
  protected readonly modeNames = modeNames;
  protected readonly modeWords = metricModeWords;
  protected readonly value = figureValue;
  protected readonly ground = figureGround;
  protected readonly few = isFew;
  protected readonly mode = computed(() => this.view.address().mode);

  protected readonly figures = computed(() =>
    (this.report.value()?.figures ?? []).map((figure) => ({
      ...figure,
      name: metricOf(figure.metric).name,
      leftOutWords: figure.leftOut.map((one) => dimensionWords[one].toLowerCase()).join(', '),
      chosen: figure.metric === this.view.address().metric,
    })),
  );
  /** Every figure that has no card of its own. */
  protected readonly others = computed(() => {
    const shown = new Set(this.figures().map(({ metric }) => metric));
    return metrics.filter(({ key }) => !shown.has(key));
  });
}
