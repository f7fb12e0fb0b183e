import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MetricItem, MetricItems } from '@stipple/contracts';
import { denialClassWords, formatCents, metricOf, stageWords } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { ProblemBanner, Skeleton, formatDayShort, joined } from '@stipple/ui';
import { ReportView } from '../report/report-view';

/** One page of the cases behind a figure; each page follows what others change, and where the next one begins. */
@Component({
  // Rows of a native table, so that they are read as such.
  // eslint-disable-next-line @angular-eslint/component-selector
  selector: 'tbody[st-case-rows]',
  imports: [ProblemBanner, RouterLink, Skeleton],
  templateUrl: './case-rows.html',
  styleUrl: './case-rows.css',
  host: { '[class.fading]': '!page.settled()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CaseRows {
  /** What the list is asked for, without a place in it. */
  readonly address = input.required<string>();
  /** Where the page before ended; empty for the first. */
  readonly after = input.required<string>();
  readonly read = output<MetricItems>();
  private readonly view = inject(ReportView);
  private readonly person = inject(CurrentPerson);
  protected readonly stageWords = stageWords;

  protected readonly page = this.view.read<MetricItems>(
    () => `${this.address()}${this.after() === '' ? '' : `&after=${encodeURIComponent(this.after())}`}`,
  );
  protected readonly rows = computed(() => {
    const { rows = [], figure } = this.page.value() ?? {};
    const unit = figure && metricOf(figure.metric).unit;
    const valueOf = (value: number | null) => {
      if (value === null) return '–';
      if (unit === 'cents') return formatCents(value);
      const days = unit === 'seconds' ? value / 86_400 : value;
      return `${days.toLocaleString('en-US', { maximumFractionDigits: 1 })} d`;
    };
    return rows.map((row) => ({
      ...row,
      dayWords: formatDayShort(row.day, this.person.today()),
      outcomeWords: row.outcome.replaceAll('_', ' '),
      about: aboutOf(row),
      people: joined(row.physicianName, row.coordinatorName),
      valueWords: unit === 'share' || unit === 'count' ? null : valueOf(row.value),
    }));
  });

  constructor() {
    effect(() => {
      const page = this.page.value();
      if (page && this.page.settled()) this.read.emit(page);
    });
  }
}

/** The reason by its code, or what was made of it where it came without one; nothing where all was granted. */
function aboutOf({ code, reason, denialClass }: MetricItem): string {
  if (reason === '') return '';
  return joined(code === '' ? reason : `${code} ${reason}`, denialClass && denialClassWords[denialClass]);
}
