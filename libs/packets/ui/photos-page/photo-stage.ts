import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, signal } from '@angular/core';
import type { PhotoView } from '@stipple/contracts';
import { photoWords } from './photo-tile';

const most = 8;
/** How far an arrow key moves a picture, as a part of its frame. */
const step = 0.08;

/**
 * One photograph, or two side by side or laid over each other. Zoom and place are the same for both, so that the same
 * skin is looked at.
 */
@Component({
  selector: 'st-photo-stage',
  templateUrl: './photo-stage.html',
  styleUrl: './photo-stage.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PhotoStage {
  readonly photos = input.required<readonly PhotoView[]>();
  readonly overlay = input(false);
  private readonly which = computed(() =>
    this.photos()
      .map(({ id }) => id)
      .join(),
  );
  protected readonly zoom = linkedSignal({ source: this.which, computation: () => 1 });
  private readonly at = linkedSignal({ source: this.which, computation: () => ({ x: 0, y: 0 }) });
  /** How much of the earlier photograph is seen when the other lies over it, in percent. */
  protected readonly seam = signal(50);
  protected readonly shown = computed(() =>
    this.photos().map((photo) => ({
      id: photo.id,
      words: photoWords(photo),
      url: `/api/photos/${photo.id}/picture?size=${this.zoom() > 2 ? 'full' : 'large'}`,
    })),
  );
  /** Two of which one lies over the other. */
  protected readonly laid = computed(() => {
    const [under, over] = this.shown();
    return this.overlay() && under && over ? { under, over } : null;
  });
  protected readonly place = computed(() => {
    const { x, y } = this.at();
    return `translate(${x * 100}%, ${y * 100}%) scale(${this.zoom()})`;
  });
  protected readonly percent = computed(() => `${Math.round(this.zoom() * 100)}%`);
  private held: { x: number; y: number } | null = null;

  zoomBy(factor: number): void {
    const zoom = Math.min(most, Math.max(1, this.zoom() * factor));
    const change = zoom / this.zoom();
    this.zoom.set(zoom);
    // What lies in the middle of the frame stays there.
    this.move(this.at().x * change, this.at().y * change);
  }

  whole(): void {
    this.zoom.set(1);
    this.move(0, 0);
  }

  protected key(event: KeyboardEvent): void {
    const { x, y } = this.at();
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [step, 0],
      ArrowRight: [-step, 0],
      ArrowUp: [0, step],
      ArrowDown: [0, -step],
    };
    const by = moves[event.key];
    if (by === undefined || this.zoom() === 1) return;
    event.preventDefault();
    event.stopPropagation();
    this.move(x + by[0], y + by[1]);
  }

  protected hold(event: PointerEvent): void {
    if (this.zoom() === 1) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.held = { x: event.clientX, y: event.clientY };
  }

  protected drag(event: PointerEvent): void {
    if (this.held === null) return;
    const { clientWidth, clientHeight } = event.currentTarget as HTMLElement;
    const { x, y } = this.at();
    this.move(
      x + (event.clientX - this.held.x) / clientWidth,
      y + (event.clientY - this.held.y) / clientHeight,
    );
    this.held = { x: event.clientX, y: event.clientY };
  }

  protected release(): void {
    this.held = null;
  }

  /** Never so far that the frame shows nothing of the picture. */
  private move(x: number, y: number): void {
    const most = (this.zoom() - 1) / 2;
    const within = (value: number) => Math.min(most, Math.max(-most, value));
    this.at.set({ x: within(x), y: within(y) });
  }
}
