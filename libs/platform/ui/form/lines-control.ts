import { ChangeDetectionStrategy, Component, input, model, output } from '@angular/core';
import { FormValueControl } from '@angular/forms/signals';
import { procedures } from '@stipple/domain';
import { Icon } from '../parts/icon';
import { focusFirst, focusOnceDrawn } from './focus-first';

interface Line {
  readonly procedureCode: string;
  readonly units: number;
}

/** Codes with their units, one line each. */
@Component({
  selector: 'st-lines',
  imports: [Icon],
  template: `
    <fieldset [attr.aria-describedby]="describedBy()">
      <legend>{{ label() }}</legend>
      @for (line of value(); track $index; let index = $index) {
        <div class="line">
          <input
            class="st-control"
            list="procedure-codes"
            aria-label="Procedure code"
            [value]="line.procedureCode"
            (input)="set(index, { procedureCode: $any($event.target).value.trim().toUpperCase() })"
            (blur)="touch.emit()"
          />
          <input
            class="st-control"
            type="number"
            min="1"
            max="100"
            aria-label="Units"
            [value]="line.units"
            (input)="set(index, { units: $any($event.target).valueAsNumber })"
            (blur)="touch.emit()"
          />
          <span class="st-muted">units</span>
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
      <button type="button" class="st-button quiet small" (click)="add()">
        <st-icon name="plus" />Another code
      </button>
      <datalist id="procedure-codes">
        @for (procedure of procedures; track procedure.code) {
          <option [value]="procedure.code">{{ procedure.words }}</option>
        }
      </datalist>
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
      grid-template-columns: minmax(6rem, 1fr) 6rem auto auto;
      align-items: center;
      gap: var(--st-2);
      margin-bottom: var(--st-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LinesControl implements FormValueControl<readonly Line[]> {
  readonly value = model<readonly Line[]>([]);
  readonly touch = output();
  readonly label = input.required<string>();
  readonly describedBy = input<string | null>(null);
  readonly focus = focusFirst();
  private readonly goTo = focusOnceDrawn();
  protected readonly procedures = procedures;

  protected set(index: number, change: Partial<Line>): void {
    this.value.update((lines) =>
      lines.map((line, place) => (place === index ? { ...line, ...change } : line)),
    );
  }

  protected add(): void {
    this.value.update((lines) => [...lines, { procedureCode: '', units: 1 }]);
    this.goTo(`.line:nth-of-type(${this.value().length}) input`);
  }

  protected remove(index: number): void {
    this.value.update((lines) => lines.filter((_, place) => place !== index));
    this.focus();
  }
}
