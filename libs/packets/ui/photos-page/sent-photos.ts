import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import type { SentPhotoView } from '@stipple/contracts';
import { photoViewWords } from '@stipple/domain';
import { Api, Chip, FormOpener, MoveForm, formatDay } from '@stipple/ui';
import { acceptPhotoForm, setAsideForm } from './sent-photo-forms';

/** What the patient sent and nobody has looked at: it is in no packet before somebody takes it into the record. */
@Component({
  selector: 'st-sent-photos',
  imports: [Chip],
  template: `
    <section aria-labelledby="from-patient">
      <h2 id="from-patient">From the patient</h2>
      <p class="st-muted">Not in the record yet: look at each, and take it in or set it aside.</p>
      <ul>
        @for (photo of photos(); track photo.id) {
          @let words = wordsOf(photo);
          <li>
            <figure>
              <a
                class="picture"
                [href]="'/api/patient-photos/' + photo.id + '/picture?size=full'"
                target="_blank"
                rel="noopener"
              >
                <img
                  [src]="'/api/patient-photos/' + photo.id + '/picture?size=large'"
                  [attr.width]="photo.picture.width"
                  [attr.height]="photo.picture.height"
                  [alt]="'Photograph from the patient: ' + words"
                  loading="lazy"
                />
              </a>
              <figcaption>
                <b>{{ viewWords[photo.view] }}{{ photo.showsScale ? ', with scale' : '' }}</b>
                <st-chip
                  [tone]="photo.allowsPayer ? 'good' : 'warn'"
                  [icon]="photo.allowsPayer ? 'circle-check' : 'warning'"
                  >{{ photo.allowsPayer ? 'may go to the payer' : 'not for the payer' }}</st-chip
                >
                <span class="st-small st-muted"
                  >Sent on {{ day(photo.sentOn) }}, with the words “{{ photo.consentWords }}”</span
                >
                @if (!closed()) {
                  <span class="actions">
                    <button type="button" class="st-button small" (click)="decide(accept(photo))">
                      Take into the record<span class="st-hidden"> {{ words }}</span>
                    </button>
                    <button type="button" class="st-button small quiet" (click)="decide(setAside(photo))">
                      Set aside<span class="st-hidden"> {{ words }}</span>
                    </button>
                  </span>
                }
              </figcaption>
            </figure>
          </li>
        }
      </ul>
    </section>
  `,
  styleUrl: './photo-tile.css',
  styles: `
    section {
      display: grid;
      gap: var(--st-3);
    }
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr));
      gap: var(--st-3);
      padding: 0;
      list-style: none;
    }
    /* All of it is to be judged, and not a part. */
    img {
      object-fit: contain;
    }
    .actions {
      flex-wrap: wrap;
      gap: var(--st-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SentPhotos {
  readonly photos = input.required<readonly SentPhotoView[]>();
  readonly closed = input(false);
  readonly decided = output();
  private readonly api = inject(Api);
  private readonly opener = inject(FormOpener);
  protected readonly viewWords = photoViewWords;
  protected readonly day = formatDay;

  protected wordsOf({ view, sentOn }: SentPhotoView): string {
    return `${photoViewWords[view]}, ${formatDay(sentOn)}`;
  }

  protected accept(photo: SentPhotoView): MoveForm {
    return acceptPhotoForm(this.api, photo);
  }

  protected setAside(photo: SentPhotoView): MoveForm {
    return setAsideForm(this.api, photo);
  }

  protected async decide(form: MoveForm): Promise<void> {
    if (await this.opener.open(form)) this.decided.emit();
  }
}
