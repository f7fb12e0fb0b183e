import { ChangeDetectionStrategy, Component, computed, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClockBreachList } from '@stipple/contracts';
import { EmptyState, ProblemBanner, Skeleton, count, formatDay, liveResource } from '@stipple/ui';
import { FileLinks } from '../file-links/file-links';
import { ReportNav } from '../report/report-nav';

/** As many as are read before somebody asks for more. */
const shortList = 50;

/** Decisions that payers made after their last day, or have not made yet: what a complaint or an appeal can name. */
@Component({
  selector: 'st-clock-breaches-page',
  imports: [EmptyState, FileLinks, ProblemBanner, ReportNav, RouterLink, Skeleton],
  template: `
    <div class="st-page page">
      <st-report-nav />
      <div class="head">
        <div>
          <h1>Late decisions</h1>
          <p class="st-muted" role="status">{{ period() }}</p>
        </div>
        <st-file-links what="Export late decisions" from="/api/reports/clock-breaches/export" question="" />
      </div>
      <st-problem [problem]="list.problem()" [retriable]="true" (retry)="list.reload()" />
      @if (list.value(); as found) {
        @if (found.rows.length > 0) {
          <div class="st-card frame" tabindex="0" role="region" aria-label="Late decisions as a table">
            <table>
              <thead>
                <tr>
                  <th>Case</th>
                  <th>Payer</th>
                  <th>Due</th>
                  <th>Decided</th>
                  <th class="st-number">Days late</th>
                  <th>Rule</th>
                </tr>
              </thead>
              <tbody>
                @for (row of shown(); track row.requestId) {
                  <tr>
                    <td class="case">
                      <a [routerLink]="['/cases', row.caseId]">#{{ row.caseNumber }}</a>
                    </td>
                    <td class="payer">{{ row.payerName }}</td>
                    <td class="st-nowrap" data-label="Due">{{ formatDay(row.dueOn) }}</td>
                    <td class="st-nowrap" data-label="Decided">
                      {{ row.decidedOn ? formatDay(row.decidedOn) : 'Not yet' }}
                    </td>
                    <td class="st-number late" data-label="Days late">{{ row.daysLate }}</td>
                    <td class="rule">{{ row.source }}</td>
                  </tr>
                }
              </tbody>
            </table>
            @if (found.rows.length > shown().length) {
              <button type="button" class="st-button quiet" (click)="allShown.set(true)">
                Show {{ found.rows.length - shown().length }} more
              </button>
            }
          </div>
          <p class="st-small st-muted">
            By the rules and the payers’ own terms as they are known now. Left out is what nobody can hold
            against a payer: without its receipt on record, with an unknown plan, or while it waits for the
            clinic’s answer.
          </p>
        } @else {
          <div class="st-card">
            <st-empty icon="clock" title="No payer was late">
              A decision is listed here when it comes after its last day, or when that day has passed without
              one.
              <a actions class="st-button" routerLink="/denials">Back to denials</a>
            </st-empty>
          </div>
        }
      } @else if (!list.problem()) {
        <div class="st-card"><st-skeleton [lines]="8" /></div>
      }
    </div>
  `,
  styleUrls: ['../report/report-page.css', './clock-breaches-page.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClockBreachesPage {
  protected readonly formatDay = formatDay;
  protected readonly list = liveResource<ClockBreachList>(
    () => ({ url: '/api/reports/clock-breaches' }),
    ({ subject }) => subject === 'auth_request',
  );
  protected readonly allShown = signal(false);
  protected readonly shown = computed(() => {
    const rows = this.list.value()?.rows ?? [];
    return this.allShown() ? rows : rows.slice(0, shortList);
  });
  protected readonly period = computed(() => {
    const list = this.list.value();
    if (!list) return '';
    const { from, to, rows } = list;
    return `${count(rows.length, 'decision')} of what was sent from ${formatDay(from)} to ${formatDay(to)}`;
  });
}
