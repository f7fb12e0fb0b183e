import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { deficitOf, motionRefusals, normSource, signed } from '@stipple/domain';
import type { Digit } from '@stipple/domain';
import { Icon, Values } from '@stipple/ui';
import { ArcPicture } from '../pictures/arc-picture';
import { motionOf } from './measured-forms';

/** The norm of the motion that is chosen, the deficit as it is typed, and a small drawing of both. */
@Component({
  selector: 'st-arc-beside',
  imports: [ArcPicture, Icon],
  template: `
    @if (known(); as motion) {
      <div class="both">
        <st-arc [degrees]="degrees()" [norm]="motion.normDegrees" />
        <div aria-live="polite">
          <p>
            Normal <b>{{ motion.normDegrees }}°</b>
          </p>
          @if (mistake(); as sentence) {
            <p class="mistake"><st-icon name="warning" />{{ sentence }}</p>
          } @else if (deficit() !== null) {
            <p class="deficit">
              @if (deficit() === 0) {
                <b>No deficit</b>
              } @else {
                <b>{{ deficit() }}° short of normal</b>{{ percent() }}
              }
            </p>
          }
          <p class="st-small st-muted">{{ source }}</p>
        </div>
      </div>
    }
  `,
  styles: `
    .both {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--st-4);
    }
    .both > div {
      flex: 1 1 12rem;
      min-width: 0;
    }
    .deficit b {
      font-size: var(--st-size-large);
    }
    .mistake {
      display: flex;
      gap: var(--st-2);
      color: var(--st-bad);
      font-weight: 560;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ArcBeside {
  readonly values = input.required<Values>();
  protected readonly source = normSource;
  protected readonly known = computed(() => motionOf(this.values()));
  protected readonly degrees = computed(() => {
    const value = this.values()['degrees'];
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  });
  protected readonly deficit = computed(() => {
    const [known, degrees] = [this.known(), this.degrees()];
    return known === null || degrees === null ? null : deficitOf(degrees, known.normDegrees);
  });
  protected readonly percent = computed(() => {
    const [norm, deficit] = [this.known()?.normDegrees ?? 0, this.deficit() ?? 0];
    return norm > 0 ? `, ${Math.floor((deficit / norm) * 1000) / 10}%` : '';
  });
  /** What the rules have against the angle itself; what is missing beside it is not a mistake yet. */
  protected readonly mistake = computed(() => {
    const [known, degrees] = [this.known(), this.degrees()];
    if (known === null || degrees === null) return null;
    const { joint, motion, sided, digits } = known;
    const reading = {
      joint,
      motion,
      side: sided ? 'left' : 'midline',
      digit: digits ? (2 as Digit) : null,
      mode: 'active',
      degrees,
    } as const;
    return motionRefusals(reading)[0]?.sentence ?? null;
  });
  protected readonly signed = signed;
}
