import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  afterRenderEffect,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '@stipple/ui';
import { MoreViews } from './more-views';

/** One view of the queue to go to. */
export interface Tab {
  readonly id: string;
  readonly words: string;
  readonly explains: string;
  readonly params: Readonly<Record<string, string>>;
  readonly current: boolean;
  /** As far as they are known: how many cases, as text, and how many of them are due. */
  readonly count: string | null;
  readonly due: number;
  readonly saved: boolean;
}

/** The views side by side, with their counts. What has no room waits in a menu at the end. */
@Component({
  selector: 'st-view-tabs',
  imports: [Icon, MoreViews, RouterLink],
  templateUrl: './view-tabs.html',
  styleUrls: ['./tab.css', './view-tabs.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ViewTabs {
  readonly tabs = input.required<readonly Tab[]>();
  private readonly line = viewChild.required<ElementRef<HTMLElement>>('line');
  /** How many have room. */
  private readonly fitting = signal(Number.POSITIVE_INFINITY);
  protected readonly hidden = computed(() => this.tabs().slice(this.fitting()));
  protected readonly hiddenCurrent = computed(() => this.hidden().find((tab) => tab.current));

  constructor() {
    // The browser tells once it has laid out what changed: to ask for it ourselves would have it lay out the page twice.
    const observer = new ResizeObserver(() => this.fitting.set(fitting(this.line().nativeElement)));
    afterRenderEffect(() => {
      this.tabs();
      observer.disconnect();
      const line = this.line().nativeElement;
      for (const one of [line, ...line.children]) observer.observe(one);
    });
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }

  protected hasRoom(index: number): boolean {
    return index < this.fitting();
  }
}

/** How many stand on the first line; the others have wrapped below it, where they are cut off. */
function fitting(line: HTMLElement): number {
  const all = [...line.children] as HTMLElement[];
  const wrapped = all.findIndex((one) => one.offsetTop > (all[0]?.offsetTop ?? 0));
  return wrapped < 0 ? Number.POSITIVE_INFINITY : wrapped;
}
