import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ScheduledReport, ScheduledReports } from '@stipple/contracts';
import { rhythmInWords } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import {
  Api,
  ApiProblem,
  EmptyState,
  FormOpener,
  Icon,
  ProblemBanner,
  Skeleton,
  count,
  formatDay,
  liveResource,
} from '@stipple/ui';
import { ReportNav } from '../report/report-nav';
import { scheduleBody, scheduleFields, scheduleValues } from './schedule-fields';

/** Reports that come by themselves: when, to whom, and the last one. */
@Component({
  selector: 'st-scheduled-reports-page',
  imports: [EmptyState, Icon, ProblemBanner, ReportNav, RouterLink, Skeleton],
  templateUrl: './scheduled-reports-page.html',
  styleUrls: ['../report/report-page.css', './scheduled-reports-page.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScheduledReportsPage {
  /** The filters with which a new one begins, as the denials page has them in its address. */
  readonly filters = input<string>();
  private readonly api = inject(Api);
  private readonly opener = inject(FormOpener);
  private readonly person = inject(CurrentPerson);
  protected readonly list = liveResource<ScheduledReports>(
    () => ({ url: '/api/scheduled-reports' }),
    () => false,
  );
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly mayChange = computed(() => this.person.holds('manager'));

  protected aboutOf(report: ScheduledReport): string {
    const names = report.recipients.map(({ name }) => name);
    return `${rhythmInWords(report)}, to ${names.length === 0 ? 'nobody who may see it now' : names.join(', ')}`;
  }

  protected nextOf({ nextRunOn }: ScheduledReport): string {
    return nextRunOn === null ? 'Paused' : `Next on ${formatDay(nextRunOn)}`;
  }

  protected lastOf({ onDay, sent }: NonNullable<ScheduledReport['lastRun']>): string {
    return `Last on ${formatDay(onDay)}, ${sent === 0 ? 'no e-mail' : count(sent, 'e-mail')} sent`;
  }

  protected async edit(report: ScheduledReport | null): Promise<void> {
    const query = report?.query ?? this.filters() ?? '';
    const sent = await this.opener.open({
      title: report === null ? 'Schedule the report' : `Change “${report.name}”`,
      lead: 'Its period moves along: unless you have set a last day, it ends on the day it runs.',
      submit: report === null ? 'Schedule' : 'Save',
      fields: scheduleFields(this.list.value()?.people ?? []),
      initial: scheduleValues(report),
      send: (values) => {
        const body = scheduleBody(values, query);
        if (report === null) return this.api.post('/api/scheduled-reports', body);
        return this.api.post(`/api/scheduled-reports/${report.id}/changes`, {
          ...body,
          version: report.version,
        });
      },
    });
    if (sent) this.list.reload();
  }

  /** Asked once more: what is removed does not come back. */
  protected async remove({ id, name, version }: ScheduledReport): Promise<void> {
    const removed = await this.opener.open({
      title: `Remove “${name}”`,
      lead: 'It does not run any more. Links of its earlier runs go on working.',
      submit: 'Remove',
      fields: [],
      send: () => this.api.post(`/api/scheduled-reports/${id}/removals`, { version }),
    });
    if (removed) this.list.reload();
  }

  protected async move({ id, version }: ScheduledReport, move: 'pauses' | 'resumptions'): Promise<void> {
    this.problem.set(undefined);
    try {
      await this.api.post(`/api/scheduled-reports/${id}/${move}`, { version });
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    }
    this.list.reload();
  }
}
