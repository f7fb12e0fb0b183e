import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MetricItems } from '@stipple/contracts';
import { CurrentPerson } from '@stipple/staff-ui';
import { EmptyState, count } from '@stipple/ui';
import { FileLinks } from '../file-links/file-links';
import { ReportView } from '../report/report-view';
import { isGoneTo } from '../rows/gone-to';
import { type RowHead, RowTable } from '../rows/row-table';
import { caseRows } from './case-rows';
import { DrillTrail } from './drill-trail';

/** Exactly the cases that a figure or a cell counts, with the way that led to them. */
@Component({
  selector: 'st-case-list',
  imports: [DrillTrail, EmptyState, FileLinks, RouterLink, RowTable],
  templateUrl: './case-list.html',
  styleUrls: ['../report/report-card.css', '../rows/rows.css', './case-list.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CaseList {
  protected readonly view = inject(ReportView);
  private readonly person = inject(CurrentPerson);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');
  readonly rows = viewChild<RowTable<MetricItems>>(RowTable);

  protected readonly unit = computed(() => this.view.metric().unit);
  protected readonly side = computed(() => this.view.address().side);
  protected readonly question = computed(() => `side=${this.side()}&${this.view.question()}`);
  protected readonly path = computed(() => `/api/reports/metrics/${this.view.address().metric}`);
  protected readonly heads = computed((): readonly RowHead[] => {
    const unit = this.unit();
    const value = { words: unit === 'cents' ? 'Amount' : 'Days', isNumber: true };
    const words = ['Day', 'Patient', 'Payer', 'Outcome and reason'].map((one) => ({ words: one }));
    return [...words, ...(unit === 'share' || unit === 'count' ? [] : [value]), { words: 'Stage now' }];
  });
  protected readonly words = (page: MetricItems) => caseRows(page, this.person.today());
  protected readonly heading = computed(() => {
    const list = this.rows()?.first();
    if (list === undefined) return 'The cases';
    const thing =
      list.figure.mode === 'case' ? 'case' : list.figure.metric === 'overturn_rate' ? 'challenge' : 'request';
    return count(list.total, thing);
  });
  protected readonly empty = computed(() =>
    ['denial_rate', 'denials'].includes(this.view.address().metric) && this.side() !== 'whole'
      ? 'No denials in this range'
      : 'Nothing is counted here',
  );

  constructor() {
    isGoneTo(inject<ElementRef<HTMLElement>>(ElementRef).nativeElement, this.title);
  }
}
