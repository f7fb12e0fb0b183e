import { DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import type { SearchHits } from '@stipple/contracts';
import { CurrentPerson } from '@stipple/staff-ui';
import { ApiProblem, Chip, Commands, Icon, Keys, ProblemBanner } from '@stipple/ui';
import { Entry, Section, caseEntry, commandEntry, matching, patientEntry } from './palette-entries';
import { RecentCases } from './recent-cases';

/** How long somebody may pause between two letters before the search goes out. */
const pauseMs = 120;

/** One field that finds commands, cases, patients and every identifier. What is typed travels in a header. */
@Component({
  selector: 'st-palette',
  imports: [Chip, Icon, Keys, ProblemBanner],
  templateUrl: './palette.html',
  styleUrl: './palette.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Palette {
  private readonly commands = inject(Commands);
  private readonly router = inject(Router);
  private readonly person = inject(CurrentPerson);
  private readonly ref = inject<DialogRef<void>>(DialogRef);
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private readonly seen = inject(RecentCases).ids();
  protected readonly typed = signal('');
  /** What the search was last asked for; follows what is typed after a short pause. */
  private readonly asked = signal('');
  /** The patient whose cases are listed. */
  protected readonly inside = signal<SearchHits['patients'][number] | null>(null);
  private readonly searches = this.person.holds('coordinator', 'physician', 'manager');
  private readonly found = httpResource<SearchHits>(() => {
    if (!this.searches) return undefined;
    const patient = this.inside();
    if (patient) return { url: `/api/search?patientId=${patient.id}` };
    if (this.asked() !== '')
      return { url: '/api/search', headers: { 'stipple-search': encodeURIComponent(this.asked()) } };
    return this.seen.length > 0 ? { url: `/api/search?cases=${this.seen.join()}` } : undefined;
  });
  /** The last answer stays until its successor has arrived, so that nothing jumps. */
  private readonly hits = linkedSignal<SearchHits | undefined, SearchHits | undefined>({
    source: () => (this.found.hasValue() ? this.found.value() : undefined),
    computation: (now, before) => now ?? (this.searches ? before?.value : undefined),
  });
  protected readonly problem = computed(() =>
    this.found.error() ? ApiProblem.from(this.found.error()) : undefined,
  );
  /** Whether what is listed answers what stands in the field. */
  protected readonly settled = computed(
    () => this.typed().trim() === this.asked() && !this.found.isLoading(),
  );
  protected readonly sections = computed(() =>
    this.sectionsNow().filter(({ entries }) => entries.length > 0),
  );
  protected readonly entries = computed(() => this.sections().flatMap(({ entries }) => entries));
  protected readonly active = linkedSignal({
    source: () => this.typed() + this.inside()?.id,
    computation: () => 0,
  });
  protected readonly activeId = computed(() => this.entries()[this.active()]?.id ?? null);
  /** Somebody pressed Enter before the answer to what they typed was there. */
  private hasty: 'here' | 'new tab' | null = null;

  constructor() {
    effect((onCleanup) => {
      const text = this.typed().trim();
      const timer = setTimeout(() => this.asked.set(text), text === '' ? 0 : pauseMs);
      onCleanup(() => clearTimeout(timer));
    });
    effect(() => {
      if (!this.settled() || !this.hasty) return;
      const newTab = this.hasty === 'new tab';
      this.hasty = null;
      this.choose(this.entries()[this.active()], newTab);
    });
    afterRenderEffect(() => {
      const id = this.activeId();
      if (id) this.list().nativeElement.querySelector(`#${id}`)?.scrollIntoView({ block: 'nearest' });
    });
  }

  private sectionsNow(): readonly Section[] {
    const typed = this.typed().trim();
    // Without a text the list must be the answer itself; with one, the answer before may stay for a moment.
    const waiting = (typed === '' || this.inside() !== null) && !this.settled();
    const { cases = [], patients = [] } = this.problem() || waiting ? {} : (this.hits() ?? {});
    if (this.inside())
      return [
        { title: `Cases of ${this.inside()?.name}`, entries: cases.map(caseEntry) },
        { title: 'Do', entries: this.newCase() },
      ];
    const usable = this.commands.usable().filter(({ id }) => id !== 'palette');
    const entry = (command: (typeof usable)[number]) => commandEntry(command, this.commands.keysOf(command));
    if (typed === '') {
      const groups = [...new Set(usable.map(({ group }) => group))];
      return [
        { title: 'Seen last', entries: (this.seen.length > 0 ? cases : []).slice(0, 5).map(caseEntry) },
        ...groups.map((title) => ({
          title,
          entries: usable.filter(({ group }) => group === title).map(entry),
        })),
      ];
    }
    return [
      { title: 'Do', entries: matching(usable, typed).slice(0, 6).map(entry) },
      { title: 'Cases', entries: cases.map(caseEntry) },
      { title: 'Patients', entries: patients.map(patientEntry) },
    ];
  }

  /** Whoever may open cases can begin one here. */
  private newCase(): readonly Entry[] {
    return matching(this.commands.usable(), 'open a new case')
      .slice(0, 1)
      .map((command) => commandEntry(command, this.commands.keysOf(command)));
  }

  protected type(text: string): void {
    this.hasty = null;
    this.typed.set(text);
  }

  protected keyed(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 }[event.key];
    if (step !== undefined) this.go(this.active() + step, Math.abs(step) === 1);
    else if (event.key === 'Enter') this.enter(event.ctrlKey || event.metaKey);
    else if (event.key === 'Backspace' && this.inside() && this.typed() === '') this.leave();
    else return;
    event.preventDefault();
  }

  private go(to: number, round: boolean): void {
    const many = this.entries().length;
    if (many === 0) return;
    this.active.set(round ? (to + many) % many : Math.min(Math.max(to, 0), many - 1));
  }

  private enter(newTab: boolean): void {
    const entry = this.entries()[this.active()];
    // A command is there at once; a case on screen may still answer what was typed before.
    if (this.settled() || entry?.does.kind === 'run') this.choose(entry, newTab);
    else this.hasty = newTab ? 'new tab' : 'here';
  }

  protected choose(entry: Entry | undefined, newTab: boolean): void {
    if (!entry) return;
    const { does } = entry;
    if (does.kind === 'enter') {
      this.inside.set(does.patient);
      this.typed.set('');
      this.box().nativeElement.focus();
    } else if (does.kind === 'open' && newTab) {
      window.open(does.url, '_blank', 'noopener');
    } else {
      // Only once the focus is back on the page: what runs may want it.
      this.ref.closed.subscribe(() =>
        does.kind === 'open' ? void this.router.navigateByUrl(does.url) : does.command.run(),
      );
      this.ref.close();
    }
  }

  protected leave(): void {
    this.inside.set(null);
    this.box().nativeElement.focus();
  }

  protected close(): void {
    this.ref.close();
  }

  protected retry(): void {
    this.found.reload();
  }
}
