import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  linkedSignal,
  untracked,
  viewChild,
} from '@angular/core';
import type { MetricItems } from '@stipple/contracts';
import { EmptyState, KeyHint, count } from '@stipple/ui';
import { ReportView } from '../report/report-view';
import { CaseRows } from './case-rows';
import { DrillTrail } from './drill-trail';
import { ExportLinks } from '../export-links/export-links';

/** Exactly the cases that a figure or a cell counts, with the way that led to them. */
@Component({
  selector: 'st-case-list',
  imports: [CaseRows, DrillTrail, EmptyState, ExportLinks, KeyHint],
  templateUrl: './case-list.html',
  styleUrls: ['../report/report-card.css', './case-list.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CaseList {
  protected readonly view = inject(ReportView);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  protected readonly unit = computed(() => this.view.metric().unit);
  protected readonly side = computed(() => this.view.address().side);
  protected readonly question = computed(() => `side=${this.side()}&${this.view.question()}`);
  protected readonly address = computed(
    () => `/api/reports/metrics/${this.view.address().metric}/cases?${this.question()}`,
  );
  /**
   * What has been read of this list, page by page: each says where the next begins. Another list begins short again, and
   * its first page takes the place of the one before when it has come.
   */
  private readonly pages = linkedSignal<string, readonly MetricItems[]>({
    source: this.address,
    computation: (_, before) => before?.value.slice(0, 1) ?? [],
  });
  private readonly shown = linkedSignal({ source: this.address, computation: () => 1 });
  protected readonly places = computed(() => {
    const nexts = this.pages().flatMap(({ next }) => next ?? []);
    return ['', ...nexts].slice(0, this.shown());
  });
  protected readonly list = computed(() => this.pages()[0]);
  private readonly listed = computed(() => this.pages().reduce((sum, { rows }) => sum + rows.length, 0));
  readonly left = computed(() => Math.max(0, (this.list()?.total ?? 0) - this.listed()));
  readonly some = computed(() => this.listed() > 0);
  protected readonly heading = computed(() => {
    const list = this.list();
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
    const injector = inject(Injector);
    let looked = this.view.looked();
    effect(() => {
      const now = this.view.looked();
      if (now === looked) return;
      looked = now;
      untracked(() => afterNextRender(() => this.arrive(), { injector }));
    });
  }

  protected read(at: number, page: MetricItems): void {
    this.pages.update((before) => [...before.slice(0, at), page, ...before.slice(at + 1, this.shown())]);
  }

  more(): void {
    this.shown.update((pages) => pages + 1);
  }

  /** To the next case, or the one before; begins at the top, or the bottom. */
  step(by: number): void {
    const links = [...this.host.querySelectorAll<HTMLElement>('tbody .patient a')];
    const at = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement));
    const to = at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by;
    links[Math.min(links.length - 1, Math.max(0, to))]?.focus();
  }

  private arrive(): void {
    const title = this.title().nativeElement;
    title.focus({ preventScroll: true });
    this.host.scrollIntoView({ block: 'start' });
  }
}
