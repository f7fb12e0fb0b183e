import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { PhotoView } from '@stipple/contracts';
import { consentUseWords, photoGap, photoViewWords } from '@stipple/domain';
import { Chip, Icon, formatDay } from '@stipple/ui';

/** One photograph in the grid: what it shows, and whether a payer may see it. */
@Component({
  selector: 'st-photo-tile',
  imports: [Chip, Icon],
  template: `
    @let photo = this.photo();
    <figure>
      @if (photo.picture; as picture) {
        <button type="button" class="picture" (click)="show.emit()">
          <img
            [src]="'/api/photos/' + photo.id + '/picture?size=small'"
            [attr.width]="picture.width"
            [attr.height]="picture.height"
            [alt]="'Photograph: ' + words()"
            loading="lazy"
          />
        </button>
      } @else {
        <a class="picture none" [href]="'/api/documents/' + photo.id" target="_blank" rel="noopener">
          <st-icon name="file" />Open {{ photo.title }}
        </a>
      }
      <figcaption>
        <b>{{ photo.details ? viewWords[photo.details.view] : photo.title }}</b>
        <st-chip [tone]="gap() ? 'warn' : 'good'" [icon]="gap() ? 'warning' : 'circle-check'">{{
          gap() ?? 'can go to the payer'
        }}</st-chip>
        <span class="st-small st-muted">{{ consent() }}</span>
        <span class="actions">
          @if (photo.picture) {
            <label>
              <input
                type="checkbox"
                [attr.aria-label]="'Compare: ' + words()"
                [checked]="chosen()"
                (change)="choose.emit()"
              />Compare
            </label>
          }
          @if (!closed()) {
            <button type="button" class="st-button small quiet" (click)="describe.emit()">
              {{ photo.details ? 'Correct' : 'Describe' }}<span class="st-hidden"> {{ words() }}</span>
            </button>
          }
        </span>
      </figcaption>
    </figure>
  `,
  styleUrl: './photo-tile.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PhotoTile {
  readonly photo = input.required<PhotoView>();
  readonly chosen = input(false);
  readonly closed = input(false);
  readonly show = output();
  readonly choose = output();
  readonly describe = output();
  protected readonly viewWords = photoViewWords;
  protected readonly gap = computed(() => photoGap(this.photo().details));
  protected readonly words = computed(() => photoWords(this.photo()));
  protected readonly consent = computed(() => {
    const { details } = this.photo();
    if (details === null || details.consentUses.length === 0) return `Added by ${this.photo().addedBy}`;
    const uses = details.consentUses.map((use) => consentUseWords[use].toLowerCase()).join(', ');
    return `Consent ${formatDay(details.consentOn)}${details.consentName ? ` by ${details.consentName}` : ''}: ${uses}`;
  });
}

/** “Front, 20 Nov 2026”: what tells one photograph from another. */
export function photoWords({ title, details }: PhotoView): string {
  return details ? `${photoViewWords[details.view]}, ${formatDay(details.takenOn)}` : title;
}
