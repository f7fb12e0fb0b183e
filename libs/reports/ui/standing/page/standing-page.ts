import { ChangeDetectionStrategy, Component, computed, inject, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentPerson } from '@stipple/staff-ui';
import { Commands, Icon, KeyHint, Toasts, doing, formatDateTime } from '@stipple/ui';
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
    RouterLink,
    RowList,
    StandingFilters,
    WorkloadSection,
  ],
  providers: [StandingView, StandingNames],
  templateUrl: './standing-page.html',
  styleUrl: './standing-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StandingPage {
  protected readonly view = inject(StandingView);
  private readonly person = inject(CurrentPerson);
  private readonly toasts = inject(Toasts);
  private readonly filters = viewChild.required(StandingFilters);
  private readonly aging = viewChild.required(AgingSection);
  private readonly list = viewChild(RowList);

  protected readonly asOf = computed(() => {
    const asOf = this.aging().report.value()?.asOf;
    return asOf ? `As of ${formatDateTime(asOf, this.person.timeZone())}` : '';
  });

  constructor() {
    const some = () => this.list()?.some() ?? false;
    inject(Commands).offer(
      doing(standingCommands, {
        'standing.filter': { run: () => this.filters().focus() },
        'standing.all': { run: () => this.view.clear(), when: this.view.filtered },
        'standing.close': { run: () => this.view.close(), when: () => this.view.address().looked !== null },
        'standing.copy': { run: () => void this.copy() },
        'standing.next': { run: () => this.list()?.step(1), when: some },
        'standing.previous': { run: () => this.list()?.step(-1), when: some },
        'standing.more': { run: () => this.list()?.more(), when: () => (this.list()?.left() ?? 0) > 0 },
      }),
    );
  }

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
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
