import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { type Told, figureCount, figureValue, isFew } from '../figures/figure-words';
import type { Step } from '../report/report-view';
import { type Matrix, heatOf } from './matrix-of';
import { formatNumber } from '@stipple/domain';

/** Where each arrow leads, in rows and columns. */
const arrows: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * A table whose cells are pressed. One of them is a stop for Tab, from which arrows lead to the others; Home and End lead
 * along the row.
 */
@Component({
  selector: 'st-matrix-table',
  templateUrl: './matrix-table.html',
  styleUrl: './matrix-table.css',
  host: { '(keydown)': 'move($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MatrixTable {
  readonly matrix = input.required<Matrix>();
  /** What the pressed cell stands for: a payer and a reason, one of them, or neither. */
  readonly look = output<readonly Step[]>();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** The rows with what all of them come to as the last, and the same of the columns: all that can be pressed. */
  protected readonly rows = computed(() => {
    const { rows, columns, all } = this.matrix();
    const totals = columns.map(({ told }) => told);
    const last = { key: null, name: 'All payers', cells: totals, told: all };
    return [...rows, last].map(({ cells, told, ...row }) => ({ ...row, cells: [...cells, told] }));
  });
  /** The stop for Tab: where somebody was last, or the first cell that counts anything. */
  protected readonly stop = linkedSignal(() => {
    const row = this.rows().findIndex(({ cells }) => cells.some((cell) => cell !== null));
    const column = this.rows()[row]?.cells.findIndex((cell) => cell !== null) ?? 0;
    return `${row} ${column}`;
  });

  protected readonly few = isFew;

  protected isShare({ share }: Told): boolean {
    return share !== null;
  }

  /** The number that the list behind a cell has. */
  protected number(told: Told): string {
    return this.isShare(told) ? formatNumber(told.part) : figureValue(told);
  }

  /** Beside it: the share, or of how many a median or a sum is. */
  protected beside(told: Told): string {
    if (this.isShare(told)) return figureValue(told);
    return told.median === null && told.cents === null && told.seconds === null
      ? ''
      : `n = ${figureCount(told)}`;
  }

  /** What a cell says to those who do not see where it stands: after its numbers, of how many they are. */
  protected ground(told: Told): string {
    const of = this.isShare(told) ? ` of ${formatNumber(told.whole)}` : '';
    return `${of}${isFew(told) ? ', fewer than ten' : ''}`;
  }

  protected heat(told: Told, total: boolean): string | null {
    const heat = total ? 0 : heatOf(told, this.matrix().most);
    return heat === 0 ? null : `${Math.round(heat * 40)}%`;
  }

  protected press(row: string | null, column: string | undefined): void {
    const steps: Step[] = [];
    if (row !== null) steps.push(['payer', row]);
    if (column !== undefined) steps.push(['reason', column]);
    this.look.emit(steps);
  }

  protected move(event: KeyboardEvent): void {
    const [row = 0, column = 0] = this.stop().split(' ').map(Number);
    const arrow = arrows[event.key];
    const to = arrow
      ? this.along([row, column], arrow)
      : event.key === 'Home'
        ? this.along([row, -1], [0, 1])
        : event.key === 'End'
          ? this.along([row, this.matrix().columns.length + 1], [0, -1])
          : null;
    if (to === null) return;
    event.preventDefault();
    this.host.querySelector<HTMLElement>(`[data-at="${to}"]`)?.focus();
  }

  /** The next cell in a direction that counts anything; null at the edge. */
  private along([row, column]: readonly [number, number], [down, right]: readonly [number, number]) {
    for (let [r, c] = [row + down, column + right]; ; [r, c] = [r + down, c + right]) {
      const cells = this.rows()[r]?.cells;
      if (cells === undefined || c < 0 || c >= cells.length) return null;
      if (cells[c]) return `${r} ${c}`;
    }
  }
}
