import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { AuthorizationsReport } from '@stipple/contracts';
import {
  bookedPartWords,
  endedPartWords,
  expiryWindows,
  standingDefinitions,
  usualExpiryWindow,
} from '@stipple/domain';
import { EmptyState, ProblemBanner, Skeleton, count, NumberWords } from '@stipple/ui';
import { CountingNote } from '../counting-note';
import { ListFiles } from '../list-files';
import { StandingView } from '../standing-view';
import { endedSummary, expiringSummary } from './unit-words';
import { type UnitsRow, UnitsTable } from './units-table';

/** Which authorizations lapse, with what is left of them; which are used up; and how far those that are over were used. */
@Component({
  selector: 'st-authorizations-section',
  imports: [CountingNote, EmptyState, ListFiles, ProblemBanner, Skeleton, UnitsTable, NumberWords],
  templateUrl: './authorizations-section.html',
  styleUrls: ['../../report/report-card.css', './authorizations-section.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuthorizationsSection {
  protected readonly view = inject(StandingView);
  protected readonly windows = expiryWindows;
  protected readonly definitions = standingDefinitions;
  protected readonly expiringSummary = expiringSummary;
  protected readonly endedSummary = endedSummary;
  protected readonly count = count;
  readonly report = this.view.read<AuthorizationsReport>(() =>
    this.view.report('authorizations', `within=${this.view.address().within}`),
  );

  protected readonly expiring = computed((): readonly UnitsRow[] => {
    const { expiring } = this.report.value() ?? {};
    if (expiring === undefined) return [];
    const parts = expiring.parts.map((one) => ({ ...one, words: bookedPartWords[one.part] }));
    return [...parts, { ...expiring, words: 'All that expire', part: null }];
  });
  protected readonly codes = computed((): readonly UnitsRow[] => {
    const codes = this.report.value()?.expiring.codes ?? [];
    return codes.map(({ procedureCode, ...sums }) => ({ ...sums, words: procedureCode }));
  });
  protected readonly ended = computed((): readonly UnitsRow[] => {
    const { ended } = this.report.value() ?? {};
    if (ended === undefined) return [];
    const parts = ended.parts.map((one) => ({ ...one, words: endedPartWords[one.part] }));
    return [...parts, { ...ended, words: 'All that are over', part: null }];
  });

  protected choose(days: number): void {
    this.view.go({ within: days === usualExpiryWindow ? null : String(days) });
  }
}
