import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { RosterCounts } from '@stipple/contracts';
import { formatNumber } from '@stipple/domain';

const columns = ['rows', 'new', 'changed', 'unchanged', 'repeated', 'lookedUp', 'problems'] as const;
type Column = (typeof columns)[number];
const headings: Readonly<Record<Column, string>> = {
  rows: 'Rows',
  new: 'New',
  changed: 'Changed',
  unchanged: 'As before',
  repeated: 'Said twice',
  lookedUp: 'Looked up',
  problems: 'Problems',
};
/** Shown only where there are any. */
const rare: readonly Column[] = ['repeated', 'lookedUp'];

/** What became, or would become, of every row: by kind, each row of the files counted once. */
@Component({
  selector: 'st-import-counts',
  template: `
    <h2>{{ done() ? 'What was imported' : 'What would be imported' }}</h2>
    <div class="st-card frame" tabindex="0" role="region" aria-label="Rows by kind">
      <table>
        <thead>
          <tr>
            <th>Kind</th>
            @for (column of shown(); track column) {
              <th class="st-number">{{ headings[column] }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (kind of counts(); track kind.kind) {
            <tr>
              <th scope="row">{{ kind.words }}</th>
              @for (column of shown(); track column) {
                <td
                  class="st-number"
                  [class.none]="kind[column] === 0"
                  [class.bad]="column === 'problems' && kind.problems > 0"
                >
                  {{ format(kind[column]) }}
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--st-3);
    }
    .frame {
      overflow-x: auto;
    }
    tbody tr:last-child > * {
      border-bottom: 0;
    }
    th.st-number {
      text-align: end;
    }
    th[scope='row'] {
      color: var(--st-ink);
      font-size: var(--st-size);
      text-transform: capitalize;
    }
    .none {
      color: var(--st-ink-muted);
    }
    .bad {
      color: var(--st-bad);
      font-weight: 620;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportCounts {
  readonly counts = input.required<readonly RosterCounts[]>();
  readonly done = input(false);
  protected readonly headings = headings;
  protected readonly shown = computed(() =>
    columns.filter((column) => !rare.includes(column) || this.counts().some((kind) => kind[column] > 0)),
  );

  protected format(rows: number): string {
    return formatNumber(rows);
  }
}
