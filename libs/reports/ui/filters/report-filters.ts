import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import type { MetricDimension } from '@stipple/domain';
import { Icon, KeyHint, keepFocus } from '@stipple/ui';
import { periodWords, periods } from '../report/report-period';
import { ReportView } from '../report/report-view';
import { FilterChips } from './filter-chips';
import { FilterChoice } from './filter-choice';

/** Those that are chosen from a list; months, levels and causes are pressed where they are shown. */
const chosen: readonly MetricDimension[] = [
  'payer',
  'plan_type',
  'codes',
  'physician',
  'coordinator',
  'reason',
  'class',
];

/** Which days, and what of them: the days always in sight, the rest behind a button or the key `f`. */
@Component({
  selector: 'st-report-filters',
  imports: [FilterChips, FilterChoice, Icon, KeyHint],
  templateUrl: './report-filters.html',
  styleUrl: './report-filters.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportFilters {
  protected readonly view = inject(ReportView);
  protected readonly periods = periods;
  protected readonly periodWords = periodWords;
  protected readonly choices = chosen;
  protected readonly open = signal(false);
  protected readonly own = computed(() => {
    const { period, from, to } = this.view.address();
    return period === null && (from ?? to) !== undefined;
  });
  private readonly first = viewChild.required<ElementRef<HTMLSelectElement>>('first');

  constructor() {
    // What is taken off takes its button with it.
    keepFocus(
      () => this.view.address(),
      () => this.first().nativeElement,
    );
  }

  focus(): void {
    this.open.set(true);
    this.first().nativeElement.focus();
  }

  protected choosePeriod(value: string): void {
    if (value !== 'own') return this.view.go({ period: value || null, from: null, to: null });
    // Days of one’s own begin with those that are shown.
    const { from, to } = this.view.range();
    this.view.go({ period: null, from, to });
  }
}
