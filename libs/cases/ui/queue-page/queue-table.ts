import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  untracked,
  viewChildren,
} from '@angular/core';
import type { QueueRow } from '@stipple/contracts';
import { Icon, drawOn, standsInSight } from '@stipple/ui';
import { ActiveRow } from './active-row';
import { QueueRowLine } from './queue-row';
import type { ShownRow } from './row-changes';
import { Selection } from './selection';

interface Column {
  readonly id: string;
  readonly words: string;
  /** By which order its head sorts. */
  readonly sort?: string;
  readonly hint?: string;
}

const columns: readonly Column[] = [
  { id: 'pick', words: '' },
  { id: 'patient', words: 'Patient', sort: 'patient' },
  { id: 'case', words: 'Case', sort: 'number' },
  { id: 'payer', words: 'Payer' },
  { id: 'stage', words: 'State' },
  { id: 'next', words: 'What it waits for' },
  { id: 'clock', words: 'Clock', sort: 'due' },
  {
    id: 'why',
    words: 'Why it is here',
    sort: 'press',
    hint: 'Legal deadlines first, then promised touches, then money at risk',
  },
  { id: 'touch', words: 'Touch', sort: 'touch', hint: 'Next touch' },
  { id: 'owner', words: 'Owner' },
  { id: 'lock', words: 'Booking' },
  { id: 'more', words: '' },
];

/** Rows of a screenful, on a desk and as cards on a phone, and how many at a time come after them. */
const first = { desk: 18, phone: 3 };
const portion = 2;

/** The cases of the view as a native table; on a narrow screen each row is a card. */
@Component({
  selector: 'st-queue-table',
  imports: [Icon, QueueRowLine],
  templateUrl: './queue-table.html',
  styleUrl: './queue-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown)': 'keyed($event)' },
})
export class QueueTable {
  readonly shown = input.required<readonly ShownRow[]>();
  readonly today = input.required<string>();
  readonly params = input.required<Readonly<Record<string, string>>>();
  readonly search = input('');
  readonly me = input('');
  readonly sort = input('press');
  readonly direction = input('up');
  readonly sorted = output<string>();
  /** Everything that can be done with a row is asked for. */
  readonly menu = output<QueueRow>();
  protected readonly selection = inject(Selection);
  protected readonly active = inject(ActiveRow);
  private readonly lines = viewChildren(QueueRowLine);

  /**
   * How many rows are drawn: a screenful at once and the rest in portions, so that a key pressed meanwhile does not wait
   * for fifty. What is drawn stays drawn, unless every row is another.
   */
  private readonly drawn = linkedSignal<readonly ShownRow[], number>({
    source: () => this.shown(),
    computation: (shown, before) => {
      const known = new Set(before?.source.map(({ row }) => row.id));
      if (before !== undefined && shown.some(({ row }) => known.has(row.id))) return before.value;
      const active = untracked(() => this.active.id());
      const screenful = matchMedia('(max-width: 60rem)').matches ? first.phone : first.desk;
      return Math.max(screenful, shown.findIndex(({ row }) => row.id === active) + portion);
    },
  });
  protected readonly visible = computed(() => this.shown().slice(0, this.drawn()));

  protected readonly from = computed(() => {
    const query = new URLSearchParams(this.params()).toString();
    return query === '' ? '' : `?${query}`;
  });

  protected readonly columns = columns;
  protected readonly rows = computed(() => this.shown().map(({ row }) => row));
  protected readonly ids = computed(() => this.rows().map(({ id }) => id));
  protected readonly all = computed(() => this.ids().every((id) => this.selection.has(id)));
  protected readonly some = computed(() => !this.all() && this.ids().some((id) => this.selection.has(id)));
  /** The Tab key stops at the active row, or at the first before there is one. */
  protected readonly reachable = computed(() => {
    const id = this.active.id();
    return id !== null && this.ids().includes(id) ? id : this.ids()[0];
  });

  constructor() {
    standsInSight('queue-table');
    drawOn(
      this.drawn,
      computed(() => this.shown().length),
      portion,
    );
  }

  /** Moves along the rows and takes the focus along. */
  step(by: number): void {
    const at = this.ids().indexOf(this.active.id() ?? '');
    this.goTo(at < 0 ? 0 : at + by);
  }

  goTo(index: number): void {
    const line = this.lines()[Math.max(0, Math.min(index, this.lines().length - 1))];
    if (!line) return;
    this.active.set(line.shown().row.id);
    line.focus();
  }

  lineOf(id: string): QueueRowLine | undefined {
    return this.lines().find((line) => line.shown().row.id === id);
  }

  protected pick(row: QueueRow, range: boolean): void {
    if (range) this.selection.extendTo(row, this.rows());
    else this.selection.toggle(row);
  }

  protected keyed(event: KeyboardEvent): void {
    if (event.key !== 'Home' && event.key !== 'End') return;
    event.preventDefault();
    this.goTo(event.key === 'Home' ? 0 : this.lines().length - 1);
  }

  protected sortedAs(column: string): 'ascending' | 'descending' | null {
    if (this.sort() !== column) return null;
    return this.direction() === 'up' ? 'ascending' : 'descending';
  }
}
