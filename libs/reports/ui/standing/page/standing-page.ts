import { ChangeDetectionStrategy, Component, computed, inject, viewChild } from '@angular/core';
import { CurrentPerson } from '@stipple/staff-ui';
import { Commands, Icon, KeyHint, doing, formatDateTime } from '@stipple/ui';
import { AddressedView } from '../../report/addressed-view';
import { ReportNav } from '../../report/report-nav';
import { pageActions } from '../../report/page-actions';
import { AgingSection } from '../aging/aging-section';
import { AuthorizationsSection } from '../authorizations/authorizations-section';
import { StandingFilters } from '../filters/standing-filters';
import { RowList } from '../rows/row-list';
import { StandingNames } from '../standing-names';
import { StandingView } from '../standing-view';
import { WorkloadSection } from '../workload/workload-section';
import { standingCommands } from './standing-commands';

/** Where things stand now, with no period: what waits and how long, what lapses, and how open work is shared. */
@Component({
  selector: 'st-standing-page',
  imports: [
    AgingSection,
    AuthorizationsSection,
    Icon,
    KeyHint,
    ReportNav,
    RowList,
    StandingFilters,
    WorkloadSection,
  ],
  providers: [StandingView, { provide: AddressedView, useExisting: StandingView }, StandingNames],
  templateUrl: './standing-page.html',
  styleUrl: '../../report/report-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StandingPage {
  protected readonly view = inject(StandingView);
  private readonly person = inject(CurrentPerson);
  private readonly filters = viewChild.required(StandingFilters);
  private readonly aging = viewChild.required(AgingSection);
  private readonly list = viewChild(RowList);
  protected readonly does = pageActions({ rows: () => this.list()?.rows(), link: () => location.href });

  protected readonly asOf = computed(() => {
    const asOf = this.aging().report.value()?.asOf;
    return asOf ? `As of ${formatDateTime(asOf, this.person.timeZone())}` : '';
  });

  constructor() {
    const { does } = this;
    inject(Commands).offer(
      doing(standingCommands, {
        'standing.filter': { run: () => this.filters().focus() },
        'standing.all': { run: () => this.view.clear(), when: this.view.filtered },
        'standing.close': { run: () => this.view.close(), when: () => this.view.address().looked !== null },
        'standing.copy': does.copy,
        'standing.next': does.next,
        'standing.previous': does.previous,
        'standing.more': does.more,
      }),
    );
  }
}
