import { ChangeDetectionStrategy, Component, computed, inject, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentPerson } from '@stipple/staff-ui';
import { Commands, EmptyState, Icon, KeyHint, ProblemBanner, doing, formatDateTime } from '@stipple/ui';
import { CaseList } from '../cases/case-list';
import { CausesCard } from '../causes/causes-card';
import { FileLinks } from '../file-links/file-links';
import { ReportFilters } from '../filters/report-filters';
import { LateCard } from '../late/late-card';
import { MoneyCard } from '../money/money-card';
import { AddressedView } from '../report/addressed-view';
import { KeyNames } from '../report/key-names';
import { reportActions } from '../report/report-actions';
import { REPORT_KIND, type ReportKind } from '../report/report-kind';
import { ReportNav } from '../report/report-nav';
import { ReportNotes } from '../report/report-notes';
import { rangeWords } from '../report/report-period';
import { ReportView } from '../report/report-view';
import { TimeCard } from '../time/time-card';
import { moneyCommands } from './money-commands';
import { PageFigures } from './page-figures';

const kind: ReportKind = {
  metric: 'open_time',
  // Decisions, denials among them, and cases that were closed, each by its own day.
  counts: ['denial_rate', 'open_time'],
  commands: 'money',
};

/** How long it took and whose time it was, what became of the money, what could have been avoided, and who was late. */
@Component({
  selector: 'st-time-and-money-page',
  imports: [
    CaseList,
    CausesCard,
    EmptyState,
    FileLinks,
    Icon,
    KeyHint,
    LateCard,
    MoneyCard,
    ProblemBanner,
    ReportFilters,
    ReportNav,
    ReportNotes,
    RouterLink,
    TimeCard,
  ],
  providers: [
    ReportView,
    { provide: AddressedView, useExisting: ReportView },
    KeyNames,
    PageFigures,
    { provide: REPORT_KIND, useValue: kind },
  ],
  templateUrl: './time-and-money-page.html',
  styleUrl: '../report/report-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TimeAndMoneyPage {
  protected readonly view = inject(ReportView);
  protected readonly figures = inject(PageFigures);
  private readonly person = inject(CurrentPerson);
  private readonly filters = viewChild.required(ReportFilters);
  private readonly list = viewChild(CaseList);
  protected readonly does = reportActions({ filters: this.filters, list: this.list });

  /** As the page is narrowed and grouped; each of its tables counts in its own way. */
  protected readonly question = computed(() => {
    const asked = new URLSearchParams(this.view.question());
    asked.delete('mode');
    asked.set('by', this.view.address().by);
    return asked.toString();
  });
  protected readonly range = computed(() => (this.view.refused() ? '' : rangeWords(this.view.range())));
  protected readonly asOf = computed(() => {
    const asOf = this.figures.asOf();
    return asOf ? `As of ${formatDateTime(asOf, this.person.timeZone())}` : '';
  });

  constructor() {
    const { does } = this;
    inject(Commands).offer(
      doing(moneyCommands, {
        'money.filter': does.filter,
        'money.all': does.all,
        'money.up': does.up,
        'money.copy': does.copy,
        'money.next': does.next,
        'money.previous': does.previous,
        'money.more': does.more,
      }),
    );
  }
}
