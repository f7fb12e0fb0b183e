import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Aged } from '@stipple/contracts';
import { formatCents, standingDefinitions } from '@stipple/domain';
import { EmptyState, NumberWords } from '@stipple/ui';
import { CountingNote } from '../counting-note';
import { ListFiles } from '../list-files';
import { StandingView } from '../standing-view';
import { type AgedThings, agedRows, agedSummary } from './aged-words';

/** How long something has waited: bands of days with how many and how much, each followed to its rows. */
@Component({
  selector: 'st-aged-card',
  imports: [CountingNote, EmptyState, ListFiles, NumberWords],
  template: `
    <header>
      <h2>{{ definition().name }}</h2>
      <st-list-files [list]="list()" />
    </header>
    <st-counting-note [list]="list()" />
    @if (aged().count === 0) {
      <st-empty [icon]="list() === 'owed_amounts' ? 'money' : 'hourglass'" [title]="emptyTitle()"
        ><ng-content /><ng-content actions select="[actions]" ngProjectAs="[actions]"
      /></st-empty>
    } @else {
      <p class="summary">{{ summary() }}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{{ basis() }}</th>
            <th class="bars" aria-hidden="true"></th>
            <th scope="col" class="st-number">n</th>
            <th scope="col" class="st-number">Amount</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.band) {
            <tr>
              <th scope="row">{{ row.words }}</th>
              <td class="bars" aria-hidden="true">
                <span class="bar"
                  ><i [style.inline-size.%]="row.length * 100" [hidden]="row.count === 0"></i
                ></span>
              </td>
              <td class="st-number" data-label="n">
                @if (row.count > 0) {
                  <button
                    type="button"
                    class="look"
                    [attr.aria-label]="(row.count | stNumber) + ', ' + row.words + ': show them'"
                    (click)="view.look(list(), row.band)"
                  >
                    {{ row.count | stNumber }}
                  </button>
                } @else {
                  0
                }
              </td>
              <td class="st-number" data-label="Amount">{{ money(row.cents) }}</td>
            </tr>
          }
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            <td class="bars" aria-hidden="true"></td>
            <td class="st-number" data-label="n">
              <button
                type="button"
                class="look"
                [attr.aria-label]="(aged().count | stNumber) + ', all of them: show them'"
                (click)="view.look(list())"
              >
                {{ aged().count | stNumber }}
              </button>
            </td>
            <td class="st-number" data-label="Amount">{{ money(aged().cents) }}</td>
          </tr>
        </tfoot>
      </table>
    }
  `,
  styleUrls: ['../../report/report-card.css', '../number-table.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgedCard {
  readonly list = input.required<'waiting_requests' | 'owed_amounts'>();
  readonly aged = input.required<Aged>();
  readonly things = input.required<AgedThings>();
  /** From which day the bands count, as the head of their column. */
  readonly basis = input.required<string>();
  readonly emptyTitle = input.required<string>();
  protected readonly view = inject(StandingView);
  protected readonly money = formatCents;
  protected readonly definition = computed(() => standingDefinitions[this.list()]);
  protected readonly rows = computed(() => agedRows(this.aged()));
  protected readonly summary = computed(() => agedSummary(this.aged(), this.things()));
}
