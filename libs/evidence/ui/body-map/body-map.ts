import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
  model,
} from '@angular/core';
import type { BodySite, Side } from '@stipple/domain';
import { Region, bodyViewWords, bodyViews, covers, drawings, regionName, viewOf } from './shapes';

export interface Place {
  readonly site: BodySite;
  readonly side: 'left' | 'right' | null;
}

/**
 * The body to point at: front, back, hands and face. The recorded site is marked. It is one choice among many: the
 * arrows go from part to part, Enter or a click picks.
 */
@Component({
  selector: 'st-body-map',
  templateUrl: './body-map.html',
  styleUrl: './body-map.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BodyMap {
  readonly recorded = input.required<{ readonly site: BodySite; readonly side: Side }>();
  readonly picked = model<Place | null>(null);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly views = bodyViews;
  protected readonly viewWords = bodyViewWords;
  /** Both as values of their own: a case that is read again says the same, and moves nobody from where they are. */
  private readonly firstView = computed(() => viewOf(this.recorded().site));
  private readonly firstAt = computed(() => {
    const { regions } = this.drawing();
    const chosen = regions.findIndex((region) => this.isPicked(region));
    return Math.max(0, chosen >= 0 ? chosen : regions.findIndex((region) => covers(this.recorded(), region)));
  });
  protected readonly view = linkedSignal(() => this.firstView());
  protected readonly drawing = computed(() => drawings[this.view()]);
  /** Which region the arrows have reached; the recorded one to begin with. */
  protected readonly at = linkedSignal({
    source: () => ({ view: this.view(), first: this.firstAt() }),
    computation: ({ first }) => first,
  });
  /** What is drawn last lies on top: what is picked or recorded must not lose its outline to its neighbours. */
  protected readonly name = ({ site, side }: Region) =>
    `${regionName(site, side)}${covers(this.recorded(), { site, side, path: '' }) ? ', recorded site' : ''}`;

  protected isPicked({ site, side }: Region): boolean {
    const picked = this.picked();
    return picked !== null && picked.site === site && picked.side === side;
  }

  protected isRecorded(region: Region): boolean {
    return covers(this.recorded(), region);
  }

  protected pick({ site, side }: Region, at: number): void {
    this.at.set(at);
    this.picked.set({ site, side });
  }

  protected pressed(event: KeyboardEvent): void {
    const { regions } = this.drawing();
    const now = this.at();
    const to = {
      ArrowRight: now + 1,
      ArrowDown: now + 1,
      ArrowLeft: now - 1,
      ArrowUp: now - 1,
      Home: 0,
      End: regions.length - 1,
    }[event.key];
    const here = regions[now];
    if (to !== undefined) {
      event.preventDefault();
      this.at.set((to + regions.length) % regions.length);
      this.host.querySelectorAll<SVGElement>('[role=radio]')[this.at()]?.focus();
    } else if ((event.key === 'Enter' || event.key === ' ') && here) {
      event.preventDefault();
      this.pick(here, now);
    }
  }
}
