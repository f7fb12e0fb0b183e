import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentPerson } from '@stipple/staff-ui';
import { Commands, EmptyState, Icon, KeyHint, ProblemBanner, doing, formatDateTime } from '@stipple/ui';
import { CaseList } from '../cases/case-list';
import { CompletenessCard } from '../completeness/completeness-card';
import { DimensionCard } from '../dimension-table/dimension-card';
import { HeadlineFigures } from '../figures/headline-figures';
import { HeadlineReport } from '../figures/headline-report';
import { FileLinks } from '../file-links/file-links';
import { ReportFilters } from '../filters/report-filters';
import { ReasonMatrix } from '../matrix/reason-matrix';
import { AddressedView } from '../report/addressed-view';
import { KeyNames } from '../report/key-names';
import { reportActions } from '../report/report-actions';
import { REPORT_KIND, type ReportKind } from '../report/report-kind';
import { ReportNav } from '../report/report-nav';
import { ReportNotes } from '../report/report-notes';
import { rangeWords } from '../report/report-period';
import { ReportView } from '../report/report-view';
import { TrendCard } from '../trend/trend-card';
import { denialsCommands } from './denials-commands';

const kind: ReportKind = {
  metric: 'denial_rate',
  // Decisions, challenges decided, cases closed: each by its own day.
  counts: ['denial_rate', 'overturn_rate', 'case_overturn_rate'],
  commands: 'denials',
};

/** Where and why payers say no: figures with what they count, when, by whom, and always the very cases behind a number. */
@Component({
  selector: 'st-denials-page',
  imports: [
    CaseList,
    CompletenessCard,
    DimensionCard,
    EmptyState,
    FileLinks,
    HeadlineFigures,
    Icon,
    KeyHint,
    ProblemBanner,
    ReasonMatrix,
    ReportFilters,
    ReportNav,
    ReportNotes,
    RouterLink,
    TrendCard,
  ],
  providers: [
    ReportView,
    { provide: AddressedView, useExisting: ReportView },
    KeyNames,
    HeadlineReport,
    { provide: REPORT_KIND, useValue: kind },
  ],
  templateUrl: './denials-page.html',
  styleUrl: '../report/report-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DenialsPage {
  protected readonly view = inject(ReportView);
  protected readonly headline = inject(HeadlineReport);
  private readonly person = inject(CurrentPerson);
  private readonly filters = viewChild.required(ReportFilters);
  private readonly list = viewChild(CaseList);
  private readonly comparison = viewChild(CompletenessCard);
  protected readonly does = reportActions({ filters: this.filters, list: this.list });
  /** The comparison was asked for here, and did not come with the address. */
  private readonly asked = signal(false);

  protected readonly range = computed(() => (this.view.refused() ? '' : rangeWords(this.view.range())));
  protected readonly asOf = computed(() => {
    const asOf = this.headline.report.value()?.asOf;
    return asOf ? `As of ${formatDateTime(asOf, this.person.timeZone())}` : '';
  });
  /** Nothing was counted at all: charts and tables of it would say nothing. */
  protected readonly empty = computed(
    () => this.headline.report.settled() && this.headline.chosen()?.whole === 0,
  );
  protected readonly emptyTitle = computed(() =>
    ['denial_rate', 'denials'].includes(this.view.address().metric)
      ? 'No denials in this range'
      : `“${this.view.metric().name}”: nothing to count in this range`,
  );

  constructor() {
    effect(() => {
      const comparison = this.comparison();
      if (comparison === undefined || !this.asked()) return;
      this.asked.set(false);
      comparison.focus();
    });
    const { does } = this;
    inject(Commands).offer(
      doing(denialsCommands, {
        'denials.filter': does.filter,
        'denials.all': does.all,
        'denials.up': does.up,
        'denials.copy': does.copy,
        'denials.compare': { run: () => this.compare() },
        'denials.next': does.next,
        'denials.previous': does.previous,
        'denials.more': does.more,
      }),
    );
  }

  protected compare(): void {
    const compares = !this.view.address().compares;
    this.asked.set(compares);
    this.view.go({ compare: compares ? 'complete' : null });
  }
}
