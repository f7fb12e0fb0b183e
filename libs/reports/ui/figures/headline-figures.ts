import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { MetricReport } from '@stipple/contracts';
import { MetricMode, dimensionWords, metricModeWords, metricModes, metricOf } from '@stipple/domain';
import { Icon, ProblemBanner, Skeleton, liveResource } from '@stipple/ui';
import { DefinitionMark } from './definition-mark';
import { figureGround, figureValue } from './figure-words';

const modeNames: Readonly<Record<MetricMode, string>> = { event: 'By request', case: 'By case' };

/** The five figures at the top of the report, each with what it counts, of how many, and the cases behind it. */
@Component({
  selector: 'st-headline-figures',
  imports: [DefinitionMark, Icon, ProblemBanner, Skeleton],
  templateUrl: './headline-figures.html',
  styleUrl: './headline-figures.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HeadlineFigures {
  /** The filters of the page, as they stand in a question. */
  readonly filters = input.required<string>();
  readonly mode = input.required<MetricMode>();
  readonly counted = output<MetricMode>();
  protected readonly modes = metricModes;
  protected readonly modeNames = modeNames;
  protected readonly modeWords = metricModeWords;
  protected readonly value = figureValue;
  protected readonly ground = figureGround;

  private readonly question = computed(() => `mode=${this.mode()}&${this.filters()}`);
  protected readonly report = liveResource<MetricReport>(
    () => ({ url: `/api/reports/metrics?${this.question()}` }),
    ({ subject }) => subject === 'auth_request' || subject === 'challenge',
  );
  protected readonly figures = computed(() =>
    (this.report.value()?.figures ?? []).map((figure) => ({
      ...figure,
      name: metricOf(figure.metric).name,
      leftOutWords: figure.leftOut.map((one) => dimensionWords[one].toLowerCase()).join(', '),
      cases: `/api/reports/metrics/${figure.metric}/export?side=whole&${this.question()}`,
    })),
  );
}
