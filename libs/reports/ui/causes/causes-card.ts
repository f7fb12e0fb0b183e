import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { MetricGroups } from '@stipple/contracts';
import type { AvoidableCause } from '@stipple/domain';
import { ProblemBanner, Skeleton, NumberWords } from '@stipple/ui';
import { DefinitionMark } from '../figures/definition-mark';
import { ReportView } from '../report/report-view';
import { SortButton } from '../report/sort-button';
import { directionOf } from '../report/sort-order';
import { causesOf, causesSummary } from './cause-rows';

const percent = new Intl.NumberFormat('en-US', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** Why payers denied what the office could have kept from coming, and what to do about it; all causes add up to all denials. */
@Component({
  selector: 'st-causes-card',
  imports: [DefinitionMark, NgTemplateOutlet, ProblemBanner, Skeleton, SortButton, NumberWords],
  templateUrl: './causes-card.html',
  styleUrls: ['../report/report-card.css', './causes-card.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CausesCard {
  protected readonly view = inject(ReportView);
  protected readonly percent = percent;
  protected readonly sort = computed(() => this.view.said('causeSort'));
  protected readonly groups = this.view.read<MetricGroups>(
    () => `/api/reports/metrics/denials/groups?${this.view.questionIn('event')}&by=avoidable`,
  );
  protected readonly causes = computed(() => {
    const groups = this.groups.value();
    return groups && causesOf(groups, this.sort());
  });
  protected readonly summary = computed(() => {
    const causes = this.causes();
    return causes ? causesSummary(causes) : '';
  });

  protected direction(column: string) {
    return directionOf(this.sort(), column);
  }

  protected sortBy(causeSort: string): void {
    this.view.go({ causeSort });
  }

  protected look(cause: AvoidableCause): void {
    this.view.drill([['avoidable', cause]], 'denials', 'event');
  }

  protected lookAt(metric: 'avoidable_rate' | 'denials'): void {
    this.view.drill([], metric, 'event');
  }
}
