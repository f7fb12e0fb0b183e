import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { MetricGroups } from '@stipple/contracts';
import { ProblemBanner, Skeleton } from '@stipple/ui';
import { DimensionTable } from '../dimension-table/dimension-table';
import { ReportView } from '../report/report-view';
import { TrendChart } from './trend-chart';
import { trendPoints, trendSummary } from './trend-points';

/** The chosen figure month by month: drawn, in a sentence, and as a table. */
@Component({
  selector: 'st-trend-card',
  imports: [DimensionTable, ProblemBanner, Skeleton, TrendChart],
  template: `
    <header>
      <h2>{{ view.metric().name }} by month</h2>
      <button
        type="button"
        class="st-button quiet small"
        [attr.aria-expanded]="tabled()"
        (click)="view.go({ months: tabled() ? null : '' })"
      >
        {{ tabled() ? 'Hide the table' : 'As a table' }}
      </button>
    </header>
    <st-problem [problem]="groups.problem()" [retriable]="true" (retry)="groups.reload()" />
    @if (!groups.problem()) {
      <figure #figure>
        <div class="place" [class.fading]="!groups.settled()">
          @if (groups.value()) {
            @defer (on viewport(figure)) {
              <st-trend-chart
                [points]="points()"
                [metric]="shown()"
                [summary]="summary()"
                (choose)="look($event)"
              />
            }
          } @else {
            <st-skeleton [lines]="6" />
          }
        </div>
        <figcaption class="summary">{{ summary() }}</figcaption>
      </figure>
      @if (groups.value(); as found) {
        @if (tabled()) {
          <div class="frame" tabindex="0" role="region" aria-label="By month, as a table">
            <st-dimension-table
              by="month"
              [groups]="found"
              [sort]="view.address().months ?? ''"
              (sorted)="view.go({ months: $event })"
            />
          </div>
        }
      }
    }
  `,
  styleUrl: '../report/report-card.css',
  styles: `
    :host {
      align-content: stretch;
      grid-template-rows: auto 1fr;
    }
    figure {
      display: grid;
      grid-template-rows: 1fr auto;
      gap: var(--st-2);
    }
    /* As high before the chart has come, and no higher than its card because of it. */
    .place {
      position: relative;
      min-height: 17.5rem;
    }
    st-trend-chart {
      position: absolute;
      inset: 0;
    }
    figcaption {
      min-height: 2.9em;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TrendCard {
  protected readonly view = inject(ReportView);
  protected readonly groups = this.view.read<MetricGroups>(
    () => `/api/reports/metrics/${this.view.address().metric}/groups?${this.view.question()}&by=month`,
  );
  protected readonly tabled = computed(() => this.view.address().months !== null);
  /** The metric that is on screen, until the one that is asked for has come. */
  protected readonly shown = computed(() => this.groups.value()?.figure.metric ?? this.view.address().metric);
  protected readonly points = computed(() => {
    const groups = this.groups.value();
    return groups ? trendPoints(groups, this.shown(), groups) : [];
  });
  protected readonly summary = computed(() =>
    this.groups.value() ? trendSummary(this.points(), this.shown()) : '',
  );

  protected look(month: string): void {
    const told = this.points().find((point) => point.month === month)?.told;
    if (told) this.view.drill([['month', month]], this.shown());
  }
}
