import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import type { CodeList, CodeLists as Lists, ProcedureView } from '@stipple/contracts';
import { fiscalYearCloses, fiscalYearOf, fiscalYearOpens, procedureUseWords } from '@stipple/domain';
import { ApiProblem, Chip, ProblemBanner, Skeleton, formatDay, formatNumber } from '@stipple/ui';

/** Which code lists are at hand, from which file and since when; and the procedure codes of today. */
@Component({
  selector: 'st-code-lists',
  imports: [Chip, ProblemBanner, Skeleton],
  templateUrl: './code-lists.html',
  styleUrls: ['./clinic-page.css', './code-lists.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CodeLists {
  protected readonly lists = httpResource<Lists>(() => '/api/codes/lists');
  protected readonly procedures = httpResource<readonly ProcedureView[]>(() => '/api/codes/procedures');
  protected readonly problem = computed(() => {
    const error = this.lists.error() ?? this.procedures.error();
    return error ? ApiProblem.from(error) : undefined;
  });
  protected readonly year = computed(() =>
    this.lists.hasValue() ? fiscalYearOf(this.lists.value().today) : 0,
  );
  protected readonly isCurrent = computed(
    () =>
      this.lists.hasValue() && this.lists.value().lists.some(({ fiscalYear }) => fiscalYear === this.year()),
  );
  protected readonly command = computed(
    () => `npm run load-codes -- --file icd10cm_order_${this.year()}.txt --fiscal-year ${this.year()}`,
  );
  protected readonly useWords = procedureUseWords;

  protected reload(): void {
    this.lists.reload();
    this.procedures.reload();
  }

  protected titleOf({ fiscalYear }: CodeList): string {
    return fiscalYear === 0 ? 'Shipped with Stipple' : `Fiscal year ${fiscalYear}`;
  }

  protected aboutOf({ fiscalYear, fileName, codes, billable, loadedAt }: CodeList): string {
    const many = (number: number) => formatNumber(number);
    if (fiscalYear === 0)
      return `${many(codes)} codes of scars and burns in our own words; used where a year is not loaded`;
    const window = `${formatDay(fiscalYearOpens(fiscalYear))} to ${formatDay(fiscalYearCloses(fiscalYear))}`;
    return `${window} · ${many(codes)} codes, ${many(billable)} billable · from ${fileName}, loaded ${formatDay(loadedAt.slice(0, 10))}`;
  }

  protected noteOf({ note, comparators }: ProcedureView): string {
    const compared = comparators.length > 0 ? `Compare with ${comparators.join(' and ')}.` : null;
    return [note, compared].filter(Boolean).join(' ');
  }

  protected validityOf({ opensOn, closesOn }: ProcedureView): string {
    // What was there before any case of ours needs no date.
    const since = opensOn > '2000-01-01' ? `since ${formatDay(opensOn)}` : '';
    return [since, closesOn && `until ${formatDay(closesOn)}`].filter(Boolean).join(', ');
  }
}
