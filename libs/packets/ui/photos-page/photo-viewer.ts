import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { PhotoView } from '@stipple/contracts';
import { Icon } from '@stipple/ui';
import { PhotoStage } from './photo-stage';
import { photoWords } from './photo-tile';

/** The photographs that are looked at closely, with what one does with them. */
@Component({
  selector: 'st-photo-viewer',
  imports: [Icon, PhotoStage],
  template: `
    <section class="st-card" aria-labelledby="viewer-title">
      <header>
        <h2 id="viewer-title" tabindex="-1">{{ title() }}</h2>
        <div class="tools" role="group" aria-label="Picture">
          @if (two()) {
            <button type="button" class="st-button small" [attr.aria-pressed]="overlay()" (click)="toggle()">
              <st-icon name="compare" />One over the other
            </button>
          }
          <button type="button" class="st-button small square" aria-label="Zoom out" (click)="zoom(0.8)">
            <st-icon name="zoom-out" />
          </button>
          <button type="button" class="st-button small square" aria-label="Zoom in" (click)="zoom(1.25)">
            <st-icon name="zoom-in" />
          </button>
          <button type="button" class="st-button small" (click)="whole()">Whole picture</button>
          <button type="button" class="st-button small" (click)="shut.emit()">
            <st-icon name="close" />Close
          </button>
        </div>
      </header>
      @if (two()) {
        <div class="picks">
          @for (side of sides; track side.at) {
            <label
              >{{ side.words }}
              <select class="st-control" (change)="pick(side.at, $any($event.target).value)">
                @for (photo of all(); track photo.id) {
                  <option [value]="photo.id" [selected]="photo.id === photos()[side.at]?.id">
                    {{ words(photo) }}
                  </option>
                }
              </select>
            </label>
          }
        </div>
        @if (differ()) {
          <p class="st-small note"><st-icon name="warning" />They are of different views.</p>
        }
      }
      <st-photo-stage [photos]="photos()" [overlay]="overlay()" />
      <p class="st-small st-muted">
        + and − zoom, 0 shows the whole picture; with the picture in focus the arrows move it.
      </p>
    </section>
  `,
  styles: `
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--st-3);
      padding: var(--st-4);
    }
    header,
    .tools,
    .picks {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--st-2);
    }
    header {
      justify-content: space-between;
    }
    .tools .square {
      width: 2rem;
    }
    .picks label {
      flex: 1 1 12rem;
      font-weight: 560;
    }
    .note {
      display: flex;
      align-items: center;
      gap: var(--st-2);
      color: var(--st-warn);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PhotoViewer {
  /** One, or the earlier and the later of two. */
  readonly photos = input.required<readonly PhotoView[]>();
  readonly all = input.required<readonly PhotoView[]>();
  readonly shut = output();
  readonly picked = output<readonly string[]>();
  protected readonly overlay = signal(false);
  protected readonly two = computed(() => this.photos().length > 1);
  protected readonly title = computed(() => {
    const [one] = this.photos();
    return this.two() || !one ? 'Before and after' : photoWords(one);
  });
  protected readonly differ = computed(() => {
    const [one, other] = this.photos();
    return one?.details?.view !== other?.details?.view;
  });
  protected readonly sides = [
    { at: 0, words: 'Before' },
    { at: 1, words: 'After' },
  ] as const;
  protected readonly words = photoWords;
  private readonly stage = viewChild.required(PhotoStage);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  zoom(factor: number): void {
    this.stage().zoomBy(factor);
  }

  whole(): void {
    this.stage().whole();
  }

  toggle(): void {
    this.overlay.update((overlay) => !overlay);
  }

  focus(): void {
    this.host.scrollIntoView({ block: 'start' });
    this.host.querySelector('h2')?.focus({ preventScroll: true });
  }

  protected pick(at: 0 | 1, id: string): void {
    const ids = this.photos().map((photo) => photo.id);
    ids[at] = id;
    this.picked.emit(ids);
  }
}
