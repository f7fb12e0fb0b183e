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
import {
  Commands,
  EmptyState,
  Icon,
  KeyHint,
  ProblemBanner,
  Toasts,
  doing,
  formatDateTime,
} from '@stipple/ui';
import { CaseList } from '../cases/case-list';
import { CompletenessCard } from '../completeness/completeness-card';
import { DimensionCard } from '../dimension-table/dimension-card';
import { ExportLinks } from '../export-links/export-links';
import { HeadlineFigures } from '../figures/headline-figures';
import { ReportFilters } from '../filters/report-filters';
import { ReasonMatrix } from '../matrix/reason-matrix';
import { KeyNames } from '../report/key-names';
import { rangeWords } from '../report/report-period';
import { ReportView } from '../report/report-view';
import { TrendCard } from '../trend/trend-card';
import { denialsCommands } from './denials-commands';

/** Where and why payers say no: figures with what they count, when, by whom, and always the very cases behind a number. */
@Component({
  selector: 'st-denials-page',
  imports: [
    CaseList,
    CompletenessCard,
    DimensionCard,
    EmptyState,
    ExportLinks,
    HeadlineFigures,
    Icon,
    KeyHint,
    ProblemBanner,
    ReasonMatrix,
    ReportFilters,
    RouterLink,
    TrendCard,
  ],
  providers: [ReportView, KeyNames],
  templateUrl: './denials-page.html',
  styleUrl: './denials-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DenialsPage {
  protected readonly view = inject(ReportView);
  private readonly person = inject(CurrentPerson);
  private readonly toasts = inject(Toasts);
  private readonly filters = viewChild.required(ReportFilters);
  private readonly list = viewChild(CaseList);
  private readonly comparison = viewChild(CompletenessCard);
  /** The comparison was asked for here, and did not come with the address. */
  private readonly asked = signal(false);

  protected readonly range = computed(() => (this.view.refused() ? '' : rangeWords(this.view.range())));
  protected readonly asOf = computed(() => {
    const asOf = this.view.report.value()?.asOf;
    return asOf ? `As of ${formatDateTime(asOf, this.person.timeZone())}` : '';
  });
  /** Nothing was counted at all: charts and tables of it would say nothing. */
  protected readonly empty = computed(() => this.view.report.settled() && this.view.figure()?.whole === 0);
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
    const some = () => this.list()?.some() ?? false;
    inject(Commands).offer(
      doing(denialsCommands, {
        'denials.filter': { run: () => this.filters().focus() },
        'denials.all': { run: () => this.view.clear(), when: this.view.filtered },
        'denials.up': {
          run: () => this.view.climb(this.view.address().trail.length - 1),
          when: () => this.view.address().trail.length > 0,
        },
        'denials.copy': { run: () => void this.copy() },
        'denials.compare': { run: () => this.compare() },
        'denials.next': { run: () => this.list()?.step(1), when: some },
        'denials.previous': { run: () => this.list()?.step(-1), when: some },
        'denials.more': { run: () => this.list()?.more(), when: () => (this.list()?.left() ?? 0) > 0 },
      }),
    );
  }

  protected compare(): void {
    const compares = !this.view.address().compares;
    this.asked.set(compares);
    this.view.go({ compare: compares ? 'complete' : null });
  }

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.view.link());
      this.toasts.say('Link copied');
    } catch {
      // A browser may keep its clipboard to itself.
      this.toasts.say('The browser did not let the link be copied; copy the address instead', {
        tone: 'warn',
        icon: 'warning',
      });
    }
  }
}
