import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { UnitSums } from '@stipple/contracts';
import type { StandingList, StandingPart } from '@stipple/domain';
import { StandingView } from '../standing-view';
import { utilizationWords } from './unit-words';
import { NumberWords } from '@stipple/ui';

/** A row of units; its count is followed to a part of the list where it is one. */
export interface UnitsRow extends UnitSums {
  readonly words: string;
  /** Null for all of the list; undefined where there is no list of just these. */
  readonly part?: StandingPart | null;
}

/** Units approved, performed, scheduled and left, row by row, with how they share in a bar. */
@Component({
  selector: 'st-units-table',
  imports: [NumberWords],
  template: `
    <table>
      <thead>
        <tr>
          <th scope="col">{{ heading() }}</th>
          <th class="bars" aria-hidden="true"></th>
          <th scope="col" class="st-number">n</th>
          <th scope="col" class="st-number">Approved</th>
          <th scope="col" class="st-number">Performed</th>
          <th scope="col" class="st-number">Scheduled</th>
          <th scope="col" class="st-number">Left</th>
          <th scope="col" class="st-number">Utilization</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.words) {
          <tr>
            <th scope="row">{{ row.words }}</th>
            <td class="bars" aria-hidden="true">
              <span class="bar units">
                @for (share of sharesOf(row); track share.of) {
                  <i [class]="share.of" [style.flex-grow]="share.units" [hidden]="share.units === 0"></i>
                }
              </span>
            </td>
            <td class="st-number" data-label="n">
              @if (row.part === undefined || row.count === 0) {
                {{ row.count | stNumber }}
              } @else {
                <button
                  type="button"
                  class="look"
                  [attr.aria-label]="(row.count | stNumber) + ', ' + row.words + ': show them'"
                  (click)="view.look(list(), row.part)"
                >
                  {{ row.count | stNumber }}
                </button>
              }
            </td>
            <td class="st-number" data-label="Approved">{{ row.units | stNumber }}</td>
            <td class="st-number" data-label="Performed">{{ row.performed | stNumber }}</td>
            <td class="st-number" data-label="Scheduled">{{ row.scheduled | stNumber }}</td>
            <td class="st-number left" data-label="Left">{{ row.left | stNumber }}</td>
            <td class="st-number" data-label="Utilization">{{ utilization(row) }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styleUrls: ['../number-table.css', './units-table.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnitsTable {
  readonly heading = input.required<string>();
  readonly list = input.required<StandingList>();
  readonly rows = input.required<readonly UnitsRow[]>();
  protected readonly view = inject(StandingView);
  protected readonly utilization = utilizationWords;

  protected sharesOf({ performed, scheduled, left }: UnitSums) {
    return [
      { of: 'performed', units: performed },
      { of: 'scheduled', units: scheduled },
      { of: 'open', units: left },
    ];
  }
}
