import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ProblemBanner, Skeleton } from '@stipple/ui';
import { type Told, figureCount, figureValue, isFew } from '../figures/figure-words';
import { dimensionLabels } from '../report/dimension-labels';
import { ReportView } from '../report/report-view';
import { SortButton } from '../report/sort-button';
import { directionOf } from '../report/sort-order';
import { type FigureRow, allOf, figureRows, sortFigures } from './figure-rows';
import type { FiguresRead } from './read-figures';
import { type BarPart, SplitBar } from './split-bar';

/** Several figures by one dimension, to be compared and sorted; every number leads to its own cases. */
@Component({
  selector: 'st-figures-table',
  imports: [NgTemplateOutlet, ProblemBanner, Skeleton, SortButton, SplitBar],
  templateUrl: './figures-table.html',
  styleUrl: './figures-table.css',
  host: { '(focusin)': 'bringIntoSight($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FiguresTable {
  readonly table = input.required<FiguresRead>();
  /** What it is a table of: “Money by payer”. */
  readonly what = input.required<string>();
  /** Under which name the address has what it is sorted by. */
  readonly sortName = input('sort');
  /** How the numbers of a row are said; without it, each as the figure says itself. */
  readonly words = input<(row: FigureRow) => readonly string[]>(({ told }) =>
    told.map((one) => (one === null ? '' : figureValue(one))),
  );
  /** How a row is drawn, where it is. */
  readonly bar = input<((row: FigureRow) => readonly BarPart[]) | null>(null);
  /** Where the figures of a row count the same cases, how many is said once, in a column of its own. */
  readonly counted = input<string | null>(null);
  private readonly view = inject(ReportView);
  protected readonly labels = dimensionLabels;
  protected readonly few = isFew;
  protected readonly countOf = figureCount;

  protected readonly sort = computed(() => this.view.said(this.sortName()));
  protected readonly columns = computed(() => this.table().shown()?.columns ?? []);
  protected readonly metrics = computed(() => this.columns().map(({ groups }) => groups.figure.metric));
  private readonly groups = computed(() => this.columns().map(({ groups }) => groups));
  protected readonly rows = computed(() => {
    const by = this.by();
    const [text, metrics] = [this.sort(), this.metrics()];
    return sortFigures(figureRows(this.groups(), by), { by, text, metrics }).map((row) => this.drawn(row));
  });
  protected readonly all = computed(() => this.drawn(allOf(this.groups())));

  /** What the rows on screen are grouped by. */
  private by() {
    return this.table().shown()?.by ?? this.view.address().by;
  }

  protected sortBy(order: string): void {
    this.view.go({ [this.sortName()]: order });
  }

  protected direction(column: string) {
    return directionOf(this.sort(), column);
  }

  /** Of how many a sum or a share is; a count says it itself. */
  protected ground(told: Told, at: number): string {
    if (this.isCountedOnce(at) || figureValue(told) === figureCount(told)) return '';
    return told.share === null ? `n = ${figureCount(told)}` : figureCount(told);
  }

  /** Whether a column is of the cases that have a column of their own; days are told by request beside them. */
  private isCountedOnce(at: number): boolean {
    const [first, own] = [this.groups()[0], this.groups()[at]];
    return this.counted() !== null && own?.figure.mode === first?.figure.mode;
  }

  protected look(at: number, row: FigureRow | null): void {
    const figure = this.groups()[at]?.figure;
    if (figure) this.view.drill(row ? [[this.by(), row.key]] : [], figure.metric, figure.mode);
  }

  /**
   * A browser leaves what is partly in sight where it is, and a number cut in two is none. By keys only: what is pressed
   * must not move away under the pointer.
   */
  protected bringIntoSight({ target }: FocusEvent): void {
    if (target instanceof HTMLElement && target.matches(':focus-visible'))
      target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  private drawn(row: FigureRow) {
    const words = this.words()(row);
    const cells = row.told.map((told, at) => ({ told, words: words[at] ?? '' }));
    return { ...row, cells, parts: this.bar()?.(row) ?? [] };
  }
}
