import { Injectable, computed, inject } from '@angular/core';
import type { Directory, MetricGroups } from '@stipple/contracts';
import {
  type MetricDimension,
  addDays,
  addMonths,
  dimensionKeyName,
  longestRangeInYears,
} from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { liveResource } from '@stipple/ui';
import { monthWords } from '../figures/month-words';
import { ReportView } from './report-view';
import { questionOf } from './report-address';

const people = ['physician', 'coordinator'] as const;

/** What stands on the page for a key of the address: who is meant by an id, which reason by a code. */
@Injectable()
export class KeyNames {
  private readonly view = inject(ReportView);
  private readonly today = inject(CurrentPerson).today;
  private readonly directory = liveResource<Directory>(
    () => ({ url: '/api/directory' }),
    () => false,
  );
  /** Somebody who has left is in no directory, but in what was counted of theirs, whenever that was. */
  private readonly unlisted = computed(() => {
    const known = this.directory.value()?.staff;
    const { filters } = this.view.address();
    return known && people.find((one) => filters[one] && !known.some(({ id }) => id === filters[one]));
  });
  private readonly left = liveResource<MetricGroups>(
    () => {
      const by = this.unlisted();
      if (by === undefined) return undefined;
      const from = addDays(addMonths(this.today(), -12 * longestRangeInYears), 1);
      const key = this.view.address().filters[by];
      const question = questionOf({ mode: 'event', filters: { [by]: key } }, { from });
      return { url: `/api/reports/metrics/denial_rate/groups?${question}&by=${by}` };
    },
    () => false,
  );

  nameOf(dimension: MetricDimension, key: string): string {
    if (dimension === 'month') return monthWords(key);
    return dimensionKeyName(dimension, key, key === '' ? null : this.listed(dimension, key));
  }

  private listed(dimension: MetricDimension, key: string): string | null {
    const { payers, staff } = this.directory.value() ?? {};
    const ofOne = (list: readonly { readonly id: string; readonly name: string }[] | undefined) =>
      list?.find(({ id }) => id === key)?.name;
    if (dimension === 'payer') return payers === undefined ? '…' : (ofOne(payers) ?? 'Unknown payer');
    if (dimension !== 'physician' && dimension !== 'coordinator') return null;
    if (staff === undefined) return '…';
    const gone = this.left.value()?.cells.flatMap(({ keys }) => keys);
    return ofOne(staff) ?? gone?.find((one) => one.key === key)?.name ?? 'Unknown person';
  }
}
