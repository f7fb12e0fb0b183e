import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import type { YourCaseView } from '@stipple/contracts';
import { longDay } from '@stipple/domain';
import { CaseVisit } from './case-visit';
import { PhotoForm } from './photo-form';
import { PhotoGuide } from './photo-guide';

/** Sending photographs: first how to take one, then the photograph itself; and what became of those that were sent. */
@Component({
  selector: 'st-photos-to-send',
  imports: [PhotoForm, PhotoGuide],
  template: `
    @let texts = visit.caseTexts();
    <section aria-labelledby="photos">
      <h2 id="photos">{{ texts.headings.photos }}</h2>
      @if (photos().allowed) {
        @switch (stage()) {
          @case ('closed') {
            <p>{{ texts.photos.lead }}</p>
            <button class="st-button main" type="button" (click)="stage.set('guide')">
              {{ texts.photos.begin }}
            </button>
          }
          @case ('guide') {
            <st-photo-guide [before]="before()" (taken)="take($event)" />
          }
          @case ('form') {
            @if (file(); as file) {
              <st-photo-form [file]="file" (retaken)="take($event)" (sent)="thank()" />
            }
          }
          @case ('sent') {
            <p #done class="sent" tabindex="-1">{{ texts.photos.sent }}</p>
            <button class="st-button" type="button" (click)="stage.set('guide')">
              {{ texts.photos.another }}
            </button>
          }
        }
      } @else {
        <p>{{ texts.photos.notAllowed }}</p>
      }
      @if (photos().sent.length > 0) {
        <h3>{{ texts.photos.list }}</h3>
        <ul>
          @for (photo of photos().sent; track photo.id) {
            <li>
              <b>{{ texts.views[photo.view] }}</b>
              <span class="st-muted">{{ day(photo.sentOn) }}</span>
              <span>{{ texts.photoStates[photo.state] }}</span>
            </li>
          }
        </ul>
      }
    </section>
  `,
  styles: `
    section,
    li {
      display: grid;
      gap: var(--st-2);
    }
    h2 {
      font-size: 1.375rem;
    }
    h3 {
      margin-top: var(--st-3);
      font-size: 1.125rem;
    }
    button {
      min-height: 3rem;
      font-size: inherit;
    }
    ul {
      display: grid;
      gap: var(--st-3);
      padding: 0;
      list-style: none;
    }
    li {
      gap: 0;
      padding: var(--st-3);
      border: 1px solid var(--st-line);
      border-radius: var(--st-radius);
      background: var(--st-surface);
    }
    .sent {
      padding: var(--st-3);
      border-radius: var(--st-radius);
      color: var(--st-good);
      background: var(--st-good-soft);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PhotosToSend {
  readonly photos = input.required<YourCaseView['photos']>();
  protected readonly visit = inject(CaseVisit);
  protected readonly stage = signal<'closed' | 'guide' | 'form' | 'sent'>('closed');
  private readonly injector = inject(Injector);
  private readonly done = viewChild<ElementRef<HTMLElement>>('done');
  protected readonly file = signal<File | null>(null);
  /** From where the clinic has photographs, in words; empty where it has none. */
  protected readonly before = computed(() => {
    const { views, photos } = this.visit.caseTexts();
    const known = this.photos().before.map((view) => views[view].toLowerCase());
    return known.length === 0 ? '' : photos.before.replace('{views}', known.join(', '));
  });

  protected take(file: File): void {
    this.file.set(file);
    this.stage.set('form');
  }

  /** The form that had the focus is gone; what took its place says so. */
  protected thank(): void {
    this.stage.set('sent');
    afterNextRender(() => this.done()?.nativeElement.focus(), { injector: this.injector });
  }

  protected day(day: string): string {
    return longDay(day, this.visit.language());
  }
}
