import { ChangeDetectionStrategy, Component, computed, input, model, output } from '@angular/core';
import { FormValueControl } from '@angular/forms/signals';
import { PriceLine, formatCents, totalOf } from '@stipple/domain';
import { Icon } from '../parts/icon';
import type { PriceOffer } from './field';
import { focusFirst, focusOnceDrawn } from './focus-first';

let lists = 0;

/** Price lines with their total. Money is whole cents from here on. */
@Component({
  selector: 'st-prices',
  imports: [Icon],
  template: `
    <fieldset [attr.aria-describedby]="describedBy()">
      <legend>{{ label() }}</legend>
      <div class="line head st-small st-muted" aria-hidden="true">
        <span>What</span><span>How many</span><span>Each, $</span><span class="st-number">Sum</span
        ><span></span>
      </div>
      @for (line of value(); track $index; let index = $index) {
        <div class="line">
          <input
            class="st-control"
            aria-label="What"
            [attr.list]="offers().length > 0 ? listId : null"
            [value]="line.description"
            (input)="describe(index, $any($event.target).value)"
            (blur)="touch.emit()"
          />
          <input
            class="st-control st-number"
            type="number"
            min="1"
            max="100"
            aria-label="How many"
            [value]="line.quantity"
            (input)="set(index, { quantity: $any($event.target).valueAsNumber })"
          />
          <input
            class="st-control st-number"
            type="number"
            min="0"
            step="0.01"
            aria-label="Price of each in dollars"
            [value]="line.unitCents / 100"
            (change)="set(index, { unitCents: centsOf($any($event.target).value) })"
          />
          <output class="st-number">{{ format(line.quantity * line.unitCents || 0) }}</output>
          <button
            type="button"
            class="st-button quiet square"
            [disabled]="value().length === 1"
            (click)="remove(index)"
            [attr.aria-label]="'Remove line ' + (index + 1)"
          >
            <st-icon name="close" />
          </button>
        </div>
      }
      @if (offers().length > 0) {
        <datalist [id]="listId">
          @for (offer of offers(); track offer.words) {
            <option [value]="offer.words">{{ format(offer.unitCents) }}</option>
          }
        </datalist>
      }
      <div class="total">
        <button type="button" class="st-button quiet small" (click)="add()">
          <st-icon name="plus" />Another line
        </button>
        <strong>Total {{ format(total()) }}</strong>
      </div>
    </fieldset>
  `,
  styles: `
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
      min-width: 0;
    }
    legend {
      padding: 0;
      margin-bottom: var(--st-1);
      font-weight: 560;
    }
    .line {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 5.5rem 7rem 6rem 2.5rem;
      align-items: center;
      gap: var(--st-2);
      margin-bottom: var(--st-2);
    }
    .head {
      margin-bottom: 0;
    }
    .total {
      display: flex;
      justify-content: space-between;
      align-items: center;
      padding-inline-end: 3rem;
    }
    @media (max-width: 34rem) {
      .head {
        display: none;
      }
      .line {
        grid-template-columns: 1fr 1fr auto;
      }
      .line input:first-child {
        grid-column: 1 / -1;
      }
      output {
        grid-column: 1 / 3;
      }
      .total {
        padding-inline-end: 0;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PricesControl implements FormValueControl<readonly PriceLine[]> {
  readonly value = model<readonly PriceLine[]>([]);
  readonly touch = output();
  readonly label = input.required<string>();
  readonly describedBy = input<string | null>(null);
  readonly offers = input<readonly PriceOffer[]>([]);
  protected readonly listId = `prices-${(lists += 1)}`;
  readonly focus = focusFirst();
  private readonly goTo = focusOnceDrawn();
  protected readonly format = formatCents;
  protected readonly total = computed(() => totalOf(this.value()) || 0);

  /** Dollars as typed to whole cents; half a cent does not exist. */
  protected centsOf(text: string): number {
    return Math.round(Number(text) * 100) || 0;
  }

  /** A line that is called as the price list calls it costs what stands there; it may be changed afterwards. */
  protected describe(index: number, description: string): void {
    const offer = this.offers().find(({ words }) => words === description);
    this.set(index, offer ? { description, unitCents: offer.unitCents } : { description });
  }

  protected set(index: number, change: Partial<PriceLine>): void {
    this.value.update((lines) =>
      lines.map((line, place) => (place === index ? { ...line, ...change } : line)),
    );
  }

  protected add(): void {
    this.value.update((lines) => [...lines, { description: '', quantity: 1, unitCents: 0 }]);
    // The first line says what stands in the columns.
    this.goTo(`.line:nth-of-type(${this.value().length + 1}) input`);
  }

  protected remove(index: number): void {
    this.value.update((lines) => lines.filter((_, place) => place !== index));
    this.focus();
  }
}
