import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ProblemBanner, Skeleton, count } from '@stipple/ui';
import { DefinitionMark } from '../figures/definition-mark';
import { FiguresTable } from '../figures-table/figures-table';
import { readFigures } from '../figures-table/read-figures';
import { ReportView } from '../report/report-view';

/** Which payers decided after their last day, and how often; of decisions for which a rule names one. */
@Component({
  selector: 'st-late-card',
  imports: [DefinitionMark, FiguresTable, ProblemBanner, RouterLink, Skeleton],
  template: `
    <header>
      <h2>Decisions after their last day<st-definition-mark metric="late_decisions" /></h2>
    </header>
    <st-problem [problem]="table.problem()" [retriable]="true" (retry)="table.reload()" />
    @if (table.shown(); as shown) {
      @if (clocked() > 0) {
        <p class="summary" [class.fading]="!table.settled()">{{ summary() }}</p>
        <div
          class="frame compared"
          tabindex="0"
          role="region"
          aria-label="Late decisions by payer, as a table"
          [class.fading]="!table.settled()"
        >
          <st-figures-table
            [columns]="shown.columns"
            [by]="shown.by"
            [sort]="view.said('lateSort')"
            (sorted)="view.go({ lateSort: $event })"
          />
        </div>
      } @else {
        <p class="summary">
          No decision of these days had a last day that a rule names. One is known where the plan is, and
          where the payer’s receipt of the request is on record.
        </p>
      }
      <p class="summary">
        The list of <a routerLink="/denials/clocks">late decisions with their rules</a>, to complain with, has
        another number: it goes by the day of sending, over the last twelve months and without filters, and
        what is overdue and not decided yet is in it too.
      </p>
    } @else if (!table.problem()) {
      <st-skeleton [lines]="8" />
    }
  `,
  styleUrl: '../report/report-card.css',
  styles: `
    h2 {
      display: inline-flex;
      align-items: center;
      gap: var(--st-1);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LateCard {
  protected readonly view = inject(ReportView);
  protected readonly table = readFigures(
    [
      ['late_decisions', 'Late'],
      ['within_deadline_rate', 'In time'],
    ],
    'event',
    () => 'payer',
  );
  private readonly figures = computed(
    () => this.table.shown()?.columns.map(({ groups }) => groups.figure) ?? [],
  );
  /** Decisions for which a rule names a last day. */
  protected readonly clocked = computed(() => this.figures()[1]?.whole ?? 0);
  protected readonly summary = computed(() => {
    const late = this.figures()[0]?.part ?? 0;
    const clocked = count(this.clocked(), 'decision');
    const said = late === 0 ? 'None' : late.toLocaleString('en-US');
    return `${said} of ${clocked} for which a rule names a last day came later than that. Every decision counts.`;
  });
}
