import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  inject,
  output,
  viewChildren,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Notice } from '@stipple/contracts';
import { CurrentPerson } from '@stipple/staff-ui';
import {
  Chip,
  EmptyState,
  Icon,
  ProblemBanner,
  Skeleton,
  Tone,
  dayClockWords,
  formatTime,
} from '@stipple/ui';
import { byDay } from './notice-days';
import { NoticeDesk } from './notice-desk';

const tones: Readonly<Record<Notice['severity'], Tone>> = { late: 'bad', now: 'warn', soon: 'quiet' };

/** What has come up, day by day, each with the way to its case. The same over a page and as one. */
@Component({
  selector: 'st-notice-list',
  imports: [Chip, EmptyState, Icon, ProblemBanner, RouterLink, Skeleton],
  templateUrl: './notice-list.html',
  styleUrl: './notice-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoticeList {
  private readonly person = inject(CurrentPerson);
  protected readonly desk = inject(NoticeDesk);
  /** Somebody went to a case. */
  readonly left = output();
  private readonly links = viewChildren<ElementRef<HTMLElement>>('link');
  protected readonly days = computed(() =>
    byDay(this.desk.items() ?? [], { today: this.person.today(), timeZone: this.person.timeZone() }),
  );

  /** A step that was asked for before the list was there. */
  private awaited = 0;

  constructor() {
    this.desk.look();
    afterRenderEffect(() => {
      if (this.links().length === 0 || this.awaited === 0) return;
      const by = this.awaited;
      this.awaited = 0;
      this.step(by);
    });
  }

  /** Moves the focus to the next notice or the one before; from outside the list to its first or its last. */
  step(by: number): void {
    const links = this.links();
    if (this.desk.items() === undefined) this.awaited = by;
    const at = this.current();
    const to = at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + by));
    links[to]?.nativeElement.focus();
  }

  /** Marks the notice that has the focus; where none has, the first. */
  toggleCurrent(): void {
    const item = this.days().flatMap(({ items }) => items)[Math.max(0, this.current())];
    if (item) this.toggle(item);
  }

  protected toggle({ taskId, isRead }: Notice): void {
    void this.desk.mark(taskId, !isRead);
  }

  protected open({ taskId, isRead }: Notice): void {
    if (!isRead) void this.desk.mark(taskId, true);
    this.left.emit();
  }

  protected timeOf({ at }: Notice): string {
    return formatTime(at, this.person.timeZone());
  }

  /** By when; a day that has passed for good is none to be late for. */
  protected dueWords({ kind, dueOn }: Notice): string | null {
    return kind === 'filing_missed' ? null : dayClockWords(dueOn, this.person.today());
  }

  protected toneOf({ severity }: Notice): Tone {
    return tones[severity];
  }

  private current(): number {
    return this.links().findIndex(({ nativeElement }) =>
      nativeElement.closest('li')?.contains(document.activeElement),
    );
  }
}
