import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StandingRow, StandingRows } from '@stipple/contracts';
import type { StandingList } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { ProblemBanner, Skeleton, formatDayShort, joined } from '@stipple/ui';
import { StandingView } from '../standing-view';
import { amountWords, besideWords, daysWords, listHeads } from './row-words';

/** One page of the rows behind a number; each page follows what others change, and where the next one begins. */
@Component({
  // Rows of a native table, so that they are read as such.
  // eslint-disable-next-line @angular-eslint/component-selector
  selector: 'tbody[st-standing-rows]',
  imports: [ProblemBanner, RouterLink, Skeleton],
  templateUrl: './row-page.html',
  styleUrl: './row-page.css',
  host: { '[class.fading]': '!page.settled()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RowPage {
  /** What the list is asked for, without a place in it. */
  readonly address = input.required<string>();
  /** Where the page before ended; empty for the first. */
  readonly after = input.required<string>();
  readonly read = output<StandingRows>();
  private readonly view = inject(StandingView);
  private readonly person = inject(CurrentPerson);

  protected readonly page = this.view.read<StandingRows>(
    () => `${this.address()}${this.after() === '' ? '' : `&after=${encodeURIComponent(this.after())}`}`,
  );
  protected readonly heads = computed(() => {
    const page = this.page.value();
    return page && listHeads[page.list];
  });
  protected readonly rows = computed(() => {
    const { list, rows = [], today = '' } = this.page.value() ?? {};
    if (list === undefined) return [];
    return rows.map((row) => ({
      ...row,
      people: joined(row.payerName, row.physicianName, row.coordinatorName ?? 'No owner'),
      beside: besideWords(list, row),
      daysWords: daysWords(list, row),
      dayWords: row.day === null ? '' : formatDayShort(row.day, this.person.today()),
      amount: amountWords(list, row),
      next: nextOf(list, row, today),
    }));
  });

  constructor() {
    effect(() => {
      const page = this.page.value();
      if (page && this.page.settled()) this.read.emit(page);
    });
  }
}

/** Where what is listed can be acted on, beside its case: the schedule where something can be booked, the ledger of money. */
function nextOf(list: StandingList, { agreementId, caseId, units, opensOn }: StandingRow, today: string) {
  if (agreementId !== null)
    return { words: 'Ledger', path: ['/cases', caseId, 'ledger', agreementId], query: {} };
  if (list !== 'expiring_authorizations' || units === null || units.left <= 0) return null;
  const week = opensOn !== null && opensOn > today ? opensOn : today;
  return { words: 'Book', path: ['/schedule'], query: { week } };
}
