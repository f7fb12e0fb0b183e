import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { WorkloadReport, WorkloadRow } from '@stipple/contracts';
import {
  type StandingList,
  type StandingPart,
  recordedKindWords,
  recordedKinds,
  standingDefinitions,
} from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { ProblemBanner, Skeleton, formatDay, NumberWords } from '@stipple/ui';
import { CountingNote } from '../counting-note';
import { ListFiles } from '../list-files';
import { StandingView } from '../standing-view';
import { workloadSummary } from './workload-words';

interface Figure {
  readonly heading: string;
  readonly count: number | null;
  readonly list: StandingList;
  readonly part: StandingPart | null;
}

/** How open work and what was recorded lately are shared in the team: by name, without a score and without a clock. */
@Component({
  selector: 'st-workload-section',
  imports: [CountingNote, ListFiles, ProblemBanner, Skeleton, NumberWords],
  templateUrl: './workload-section.html',
  styleUrls: ['../../report/report-card.css', '../number-table.css', './workload-section.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorkloadSection {
  protected readonly view = inject(StandingView);
  private readonly person = inject(CurrentPerson);
  protected readonly definitions = standingDefinitions;
  protected readonly headings = headings;
  protected readonly everybody = computed(() => this.person.holds('manager'));
  readonly report = this.view.read<WorkloadReport>(() => this.view.report('workload'));
  protected readonly rows = computed(() =>
    (this.report.value()?.rows ?? []).map((row) => ({
      ...row,
      key: row.personId ?? '',
      words: row.name ?? 'Nobody yet',
      figures: figuresOf(row),
    })),
  );
  protected readonly summary = computed(() => {
    const report = this.report.value();
    return report && this.everybody() ? workloadSummary(report) : '';
  });
  protected readonly since = computed(() => formatDay(this.report.value()?.since));
}

const cases = ['Open cases', 'Due today', 'Overdue'] as const;
/** The cases, how long the one due longest waits, then all steps and each kind of them. */
const headings = [...cases, 'Longest due', 'Steps', ...recordedKinds.map((kind) => recordedKindWords[kind])];

function figuresOf({ openCases, dueToday, overdue, steps }: WorkloadRow) {
  const owned: readonly Figure[] = [
    { heading: cases[0], count: openCases, list: 'open_cases', part: null },
    { heading: cases[1], count: dueToday, list: 'open_cases', part: 'due_today' },
    { heading: cases[2], count: overdue, list: 'open_cases', part: 'overdue' },
  ];
  const recorded: readonly Figure[] = [
    { heading: 'Steps', count: steps?.total ?? null, list: 'recorded_steps', part: null },
    ...recordedKinds.map((kind): Figure => ({
      heading: recordedKindWords[kind],
      count: steps?.[kind] ?? null,
      list: 'recorded_steps',
      part: kind,
    })),
  ];
  return { owned, recorded };
}
