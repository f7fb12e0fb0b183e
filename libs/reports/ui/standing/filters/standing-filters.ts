import { ChangeDetectionStrategy, Component, ElementRef, inject, viewChildren } from '@angular/core';
import { Icon, KeyHint } from '@stipple/ui';
import type { StandingFilter } from '../standing-address';
import { StandingNames } from '../standing-names';
import { StandingView } from '../standing-view';

/** No id is called so; an empty one is nobody. */
const every = '*';
const filters: readonly (readonly [StandingFilter, string, string])[] = [
  ['payerId', 'Payer', 'The payer of the case'],
  ['coordinatorId', 'Coordinator', 'Who owns the case now; of recorded steps, who recorded them'],
  ['physicianId', 'Physician', 'Who treats in the case'],
];

/** Narrows everything on the page to one payer, coordinator or physician. */
@Component({
  selector: 'st-standing-filters',
  imports: [Icon, KeyHint],
  template: `
    @for (filter of filters; track filter[0]) {
      <label [title]="filter[2]"
        >{{ filter[1] }}
        <select #choice class="st-control" (change)="choose(filter[0], choice.value)">
          <option [value]="every" [selected]="view.address().filters[filter[0]] === undefined">All</option>
          @for (option of names.choices()[filter[0]]; track option.id) {
            <option [value]="option.id" [selected]="option.id === view.address().filters[filter[0]]">
              {{ option.name }}
            </option>
          }
        </select></label
      >
    }
    @if (view.filtered()) {
      <button type="button" class="st-button quiet" (click)="clear()">
        <st-icon name="close" />Clear filters<st-key-hint of="standing.all" />
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-end;
      gap: var(--st-3);
    }
    label {
      display: grid;
      flex: 0 1 14rem;
      gap: 2px;
      font-size: var(--st-size-small);
      font-weight: 560;
    }
    select {
      font-size: var(--st-size);
      font-weight: 400;
    }
    @media (max-width: 36rem) {
      label {
        flex: 1 1 100%;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StandingFilters {
  protected readonly view = inject(StandingView);
  protected readonly names = inject(StandingNames);
  protected readonly every = every;
  protected readonly filters = filters;
  private readonly choices = viewChildren<ElementRef<HTMLSelectElement>>('choice');

  focus(): void {
    this.choices()[0]?.nativeElement.focus();
  }

  /** The button goes with the filters; the focus stays with them. */
  protected clear(): void {
    this.view.clear();
    this.focus();
  }

  protected choose(filter: StandingFilter, value: string): void {
    this.view.narrow(filter, value === every ? null : value);
  }
}
