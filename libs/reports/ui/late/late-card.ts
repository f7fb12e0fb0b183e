import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import { count, formatNumber } from '@stipple/ui';
import { DefinitionMark } from '../figures/definition-mark';
import { FiguresTable } from '../figures-table/figures-table';
import { readFigures } from '../figures-table/read-figures';

/** Which payers decided after their last day, and how often; of decisions for which a rule names one. */
@Component({
  selector: 'st-late-card',
  imports: [DefinitionMark, FiguresTable, RouterLink],
  template: `
    <header>
      <h2>Decisions after their last day<st-definition-mark metric="late_decisions" /></h2>
    </header>
    @if (clocked() === 0) {
      <p class="summary">
        No decision of these days had a last day that a rule names. One is known where the plan is, and where
        the payer’s receipt of the request is on record.
      </p>
    } @else {
      <p class="summary" [class.fading]="!table.settled()">{{ summary() }}</p>
      <st-figures-table [table]="table" what="Late decisions by payer" sortName="lateSort" />
    }
    @if (table.shown()) {
      <p class="summary">
        The list of <a routerLink="/denials/clocks">late decisions with their rules</a>, to complain with, has
        another number: it goes by the day of sending, over the last twelve months and without filters, and
        what is overdue and not decided yet is in it too.
      </p>
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
  protected readonly table = readFigures(
    [
      ['late_decisions', 'Late'],
      ['within_deadline_rate', 'In time'],
    ],
    'event',
    () => 'payer',
  );
  private readonly figures = computed(() => this.table.shown()?.columns.map(({ groups }) => groups.figure));
  /** Decisions for which a rule names a last day; undefined until that is known. */
  protected readonly clocked = computed(() => this.figures()?.[1]?.whole);
  protected readonly summary = computed(() => {
    const [counted, late = 0] = [this.clocked(), this.figures()?.[0]?.part];
    if (counted === undefined) return '';
    const clocked = count(counted, 'decision');
    const said = late === 0 ? 'None' : formatNumber(late);
    return `${said} of ${clocked} for which a rule names a last day came later than that. Every decision counts.`;
  });
}
