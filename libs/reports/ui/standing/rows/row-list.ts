import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  untracked,
  viewChild,
} from '@angular/core';
import type { StandingRows } from '@stipple/contracts';
import { standingDefinitions, standingPartWords } from '@stipple/domain';
import { EmptyState, Icon, KeyHint, count } from '@stipple/ui';
import { FileLinks } from '../file-links';
import { type LookedAt, rowsQuestion } from '../standing-address';
import { StandingNames } from '../standing-names';
import { StandingView } from '../standing-view';
import { RowPage } from './row-page';
import { listHeads } from './row-words';

/** Exactly the rows that a number counts. */
@Component({
  selector: 'st-row-list',
  imports: [EmptyState, FileLinks, Icon, KeyHint, RowPage],
  templateUrl: './row-list.html',
  styleUrls: ['../../report/report-card.css', './row-list.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RowList {
  readonly looked = input.required<LookedAt>();
  protected readonly view = inject(StandingView);
  private readonly names = inject(StandingNames);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  protected readonly heads = computed(() => listHeads[this.looked().list]);
  protected readonly address = computed(
    () => `/api/reports/standing/rows?${rowsQuestion(this.view.address(), this.looked())}`,
  );
  /** What has been read of this list, page by page: each says where the next begins. Another list begins anew. */
  private readonly pages = linkedSignal<string, readonly StandingRows[]>({
    source: this.address,
    computation: () => [],
  });
  private readonly shown = linkedSignal({ source: this.address, computation: () => 1 });
  protected readonly places = computed(() => {
    const nexts = this.pages().flatMap(({ next }) => next ?? []);
    return ['', ...nexts].slice(0, this.shown());
  });
  protected readonly total = computed(() => this.pages()[0]?.total);
  private readonly listed = computed(() => this.pages().reduce((sum, { rows }) => sum + rows.length, 0));
  readonly left = computed(() => Math.max(0, (this.total() ?? 0) - this.listed()));
  readonly some = computed(() => this.listed() > 0);
  /** What was pressed, in words: the list, its part, and whose. */
  protected readonly way = computed(() => {
    const { list, part, personId } = this.looked();
    const whose = personId === null ? null : this.names.personOf(personId);
    const words = [standingDefinitions[list].name, part && standingPartWords[part], whose];
    return words.filter((one) => one !== null).join(' · ');
  });
  protected readonly heading = computed(() => {
    const total = this.total();
    const { one, many } = this.heads();
    return total === undefined ? 'The rows' : count(total, one, many);
  });

  constructor() {
    const injector = inject(Injector);
    let looks: number | undefined;
    effect(() => {
      const now = this.view.looks();
      // Come with the address it is looked at by itself; pressed for, it is gone to.
      const pressed = looks === undefined ? now > 0 : now !== looks;
      looks = now;
      if (pressed) untracked(() => afterNextRender(() => this.arrive(), { injector }));
    });
  }

  protected read(at: number, page: StandingRows): void {
    this.pages.update((before) => [...before.slice(0, at), page, ...before.slice(at + 1, this.shown())]);
  }

  more(): void {
    this.shown.update((pages) => pages + 1);
  }

  /** To the next row, or the one before; begins at the top, or the bottom. */
  step(by: number): void {
    const links = [...this.host.querySelectorAll<HTMLElement>('tbody .patient a')];
    const at = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement));
    const to = at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by;
    links[Math.min(links.length - 1, Math.max(0, to))]?.focus();
  }

  private arrive(): void {
    this.title().nativeElement.focus({ preventScroll: true });
    this.host.scrollIntoView({ block: 'start' });
  }
}
