import { Injectable, computed, inject, signal } from '@angular/core';
import type { QueueRow } from '@stipple/contracts';
import { CurrentPerson } from '@stipple/staff-ui';
import { Commands, doing, keepFocus, keyWords } from '@stipple/ui';
import { ActiveRow } from './active-row';
import { LiveRows } from './live-rows';
import { Doing, QueueCommand, queueCommands } from './queue-commands';
import { QueueExport } from './queue-export';
import type { Asked } from './queue-state';
import type { QueueTable } from './queue-table';
import type { SmallWindow } from './queue-window';
import { QueueWork } from './queue-work';
import { RecordContact } from './record-contact';
import type { RowAction } from './row-menu';
import { SelectMore } from './select-more';
import { Selection } from './selection';
import type { SelectionBar } from './selection-bar';
import { ServeNext } from './serve-next';

/** What the page lends the desk: its parts, and what it does by itself. */
export interface OnScreen {
  asked(): Asked;
  table(): QueueTable | undefined;
  bar(): SelectionBar | undefined;
  saveButton(): HTMLElement;
  narrowed(): boolean;
  toSearch(): void;
  toFilters(): void;
  clear(): void;
  open(row: QueueRow): void;
}

/** What the menu of a row offers, in its order. */
const rowMenu: readonly string[] = ['open', 'done', 'snooze', 'assign', 'contact', 'select'].map(
  (name) => `queue.${name}`,
);

/** Everything that can be done in the queue, whether by key, menu, bar or palette: each of them ends here. */
@Injectable()
export class QueueDesk {
  private readonly rows = inject(LiveRows);
  private readonly work = inject(QueueWork);
  private readonly active = inject(ActiveRow);
  private readonly selection = inject(Selection);
  private readonly serve = inject(ServeNext);
  private readonly contact = inject(RecordContact);
  private readonly more = inject(SelectMore);
  private readonly file = inject(QueueExport);
  private readonly commands = inject(Commands);
  private screen: OnScreen | null = null;
  readonly mayAssign = inject(CurrentPerson).holds('coordinator', 'manager');
  readonly window = signal<SmallWindow | null>(null);

  private readonly doing: Doing = {
    'queue.down': { run: () => this.screen?.table()?.step(1) },
    'queue.up': { run: () => this.screen?.table()?.step(-1) },
    'queue.open': { run: () => this.onRow((row) => this.screen?.open(row)), when: () => this.hasRow() },
    'queue.next': { run: () => this.onScreen((screen) => void this.serve.take(screen.asked().state)) },
    'queue.done': { run: () => this.done(), when: () => this.hasTarget() },
    'queue.snooze': { run: () => this.ask('snooze'), when: () => this.hasTarget() },
    'queue.assign': { run: () => this.ask('assign'), when: () => this.mayAssign && this.hasTarget() },
    'queue.contact': { run: () => this.onRow((row) => void this.record(row)), when: () => this.hasRow() },
    'queue.actions': { run: () => this.onRow((row) => this.menuOf(row)), when: () => this.hasRow() },
    'queue.select': { run: () => this.onRow((row) => this.selection.toggle(row)), when: () => this.hasRow() },
    'queue.range': { run: () => this.onRow((row) => this.range(row)), when: () => this.hasRow() },
    'queue.bulk': { run: () => this.screen?.bar()?.focus(), when: () => this.selection.count() > 0 },
    'queue.unselect': { run: () => this.unselect(), when: () => this.selection.count() > 0 },
    'queue.search': { run: () => this.screen?.toSearch() },
    'queue.filters': { run: () => this.screen?.toFilters() },
    'queue.all': { run: () => this.screen?.clear(), when: () => this.screen?.narrowed() === true },
    'queue.save': { run: () => this.ask('save') },
    'queue.new': { run: () => this.rows.refresh(), when: () => this.rows.waiting().length > 0 },
    'queue.export': { run: () => this.export() },
  };
  private readonly list = computed(() => doing(queueCommands, this.doing));
  /** The first key of each command as this person has it, to stand beside the control that does the same. */
  readonly keys = computed(
    () =>
      Object.fromEntries(
        this.list().map((one) => [one.id, keyWords(this.commands.keysOf(one)[0] ?? '', false)]),
      ) as Record<QueueCommand, string>,
  );
  readonly rowActions = computed<readonly RowAction[]>(() =>
    this.list()
      .filter(({ id }) => rowMenu.includes(id) && (id !== 'queue.assign' || this.mayAssign))
      .map(({ id, words, icon = 'more' }) => ({ id, words, icon, key: this.keys()[id as QueueCommand] })),
  );

  /** Call from the page's constructor. */
  begin(screen: OnScreen): void {
    this.screen = screen;
    this.commands.offer(() => this.list());
    // The bar of the chosen rows goes with the choice, and what was refused when it is dismissed: on with the row.
    keepFocus(
      () => [this.selection.count(), this.work.outcome()],
      () => this.line(),
    );
  }

  do(command: string): void {
    this.doing[command as QueueCommand].run();
  }

  /** Everything that can be done with one row. */
  menuOf(row: QueueRow): void {
    this.active.set(row.id);
    this.ask('menu', [row]);
  }

  /** From the menu of a row: about that row alone, whatever else is chosen. */
  act(command: string): void {
    const row = this.window()?.rows[0];
    this.close(null);
    if (!row) return;
    if (command === 'queue.done') void this.finish([row]);
    else if (command === 'queue.snooze' || command === 'queue.assign')
      this.ask(command === 'queue.snooze' ? 'snooze' : 'assign', [row]);
    else this.do(command);
  }

  selectMore(): void {
    this.onScreen((screen) => void this.more.fill(screen.asked()));
  }

  /** Gives the keys back to the row they were on. What was put off makes room for the next. */
  close(chosen: 'snoozed' | 'assigned' | null): void {
    const window = this.window();
    this.window.set(null);
    if (window === null) return;
    const single = window.rows.length === 1 && window.anchor.closest('tr') !== null;
    if (single && chosen === 'snoozed') this.screen?.table()?.step(1);
    else if (window.anchor.isConnected && !single) window.anchor.focus();
    else this.line()?.focus();
  }

  private ask(kind: SmallWindow['kind'], rows = this.targets()): void {
    const { screen } = this;
    const many = kind !== 'save' && this.selection.count() > 0 && rows.length !== 1;
    const anchor =
      kind === 'save' ? screen?.saveButton() : many ? screen?.bar()?.anchor : this.line()?.anchor;
    const place = anchor ?? screen?.bar()?.anchor;
    if (place) this.window.set({ kind, anchor: place, rows: kind === 'save' ? [] : rows });
  }

  private done(): void {
    void this.finish(this.targets());
  }

  private async finish(rows: readonly QueueRow[]): Promise<void> {
    if (this.selection.count() === 0 || rows.length === 1) this.screen?.table()?.step(1);
    await this.work.done(rows);
  }

  private async record(row: QueueRow): Promise<void> {
    if (await this.contact.of(row)) this.rows.freshen([row.id]);
    this.line()?.focus();
  }

  private range(row: QueueRow): void {
    this.selection.extendTo(
      row,
      this.rows.shown().map((shown) => shown.row),
    );
  }

  private unselect(): void {
    this.selection.clear();
    this.line()?.focus();
  }

  private export(): void {
    this.onScreen((screen) => void this.file.save(screen.asked(), `queue-${this.rows.today()}.csv`));
  }

  /** What a key is about: everything chosen, else the row it is on. */
  private targets(): readonly QueueRow[] {
    const row = this.rows.rowOf(this.active.id() ?? '');
    return this.selection.count() > 0 ? this.selection.rows() : row ? [row] : [];
  }

  private hasTarget(): boolean {
    return this.targets().length > 0;
  }

  private hasRow(): boolean {
    return this.rows.rowOf(this.active.id() ?? '') !== undefined;
  }

  private line() {
    return this.screen?.table()?.lineOf(this.active.id() ?? '');
  }

  private onRow(act: (row: QueueRow) => void): void {
    const row = this.rows.rowOf(this.active.id() ?? '');
    if (row) act(row);
  }

  private onScreen(act: (screen: OnScreen) => void): void {
    if (this.screen) act(this.screen);
  }
}
