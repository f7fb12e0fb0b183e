import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, signal } from '@angular/core';
import type { CaseView, TimelineEntry } from '@stipple/contracts';
import { Icon, drawOn, formatTime, formatWeekday, localOf } from '@stipple/ui';
import { detailsOf } from './timeline-details';
import { TimelineKind, kindOf, timelineIcons, timelineKindWords, timelineKinds } from './timeline-kinds';

/** How many entries are shown at first, and with each “show earlier”. */
const few = 50;
/** How many of them are drawn at once, and at a time after that: the page with its task comes first. */
const screenful = 10;
const portion = 8;

/** All that happened, day by day, newest first: what, by whom, when. */
@Component({
  selector: 'st-timeline',
  imports: [Icon],
  templateUrl: './timeline.html',
  styleUrl: './timeline.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Timeline {
  readonly view = input.required<CaseView>();
  protected readonly kind = signal<TimelineKind | null>(null);
  protected readonly icons = timelineIcons;
  protected readonly words = timelineKindWords;

  private readonly entries = computed(() =>
    this.view().timeline.map((entry) => ({ entry, kind: kindOf(entry) })),
  );
  /** The kinds that occur, with how many of each: nobody filters for nothing. */
  protected readonly kinds = computed(() =>
    timelineKinds
      .map((kind) => ({ kind, many: this.entries().filter((one) => one.kind === kind).length }))
      .filter(({ many }) => many > 0),
  );
  private readonly wanted = computed(() =>
    this.entries().filter(({ kind }) => this.kind() === null || kind === this.kind()),
  );
  /** Begins again with another case or filter; what arrives live does not fold what was opened. */
  protected readonly most = linkedSignal({
    source: () => `${this.view().id} ${this.kind()}`,
    computation: () => few,
  });
  private readonly drawn = linkedSignal({ source: () => this.view().id, computation: () => screenful });
  private readonly listed = computed(() => Math.min(this.most(), this.wanted().length));
  protected readonly earlier = computed(() => Math.max(0, this.wanted().length - this.most()));

  protected readonly days = computed(() => {
    const { timeZone, today } = this.view();
    const days = new Map<string, ReturnType<Timeline['shown']>[]>();
    for (const { entry, kind } of this.wanted().slice(0, Math.min(this.listed(), this.drawn()))) {
      const day = localOf(entry.at, timeZone).slice(0, 10);
      days.set(day, [...(days.get(day) ?? []), this.shown(entry, kind)]);
    }
    return [...days].map(([day, entries]) => ({ day, words: dayWords(day, today), entries }));
  });

  constructor() {
    drawOn(this.drawn, this.listed, portion);
  }

  protected more(): void {
    this.most.update((most) => most + few);
  }

  private shown(entry: TimelineEntry, kind: TimelineKind) {
    const note = this.view().notes.find(({ id }) => id === entry.subjectId);
    return {
      id: `${entry.subjectId} ${entry.move} ${entry.at}`,
      kind,
      words: entry.words,
      body: note?.body ?? null,
      details: entry.subject === 'case_document' ? '' : detailsOf(entry),
      document:
        entry.subject === 'case_document'
          ? { title: String(entry.data['title'] ?? 'Open'), url: `/api/documents/${entry.subjectId}` }
          : null,
      by: entry.by,
      time: formatTime(entry.at, this.view().timeZone),
    };
  }
}

function dayWords(day: string, today: string): string {
  if (day === today) return 'Today';
  return day.slice(0, 4) === today.slice(0, 4)
    ? formatWeekday(day)
    : `${formatWeekday(day)} ${day.slice(0, 4)}`;
}
