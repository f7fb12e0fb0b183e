import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Trip, isStanding } from '@stipple/domain';
import { Icon } from '@stipple/ui';
import { ScreeningModel } from './screening-model';

interface Flag {
  readonly key: string;
  readonly title: string;
  readonly places: readonly { readonly before: string; readonly found: string; readonly after: string }[];
  /** Whether a person can explain it. */
  readonly canExplain: boolean;
  readonly note: string;
}

const around = 70;

/** Codes and words that a reviewer reads as cosmetic: where they stand, and why they do not mean looks. */
@Component({
  selector: 'st-trips-card',
  imports: [Icon],
  template: `
    @if (flags().length > 0) {
      <section class="st-card" aria-labelledby="trips-title">
        <h2 id="trips-title"><st-icon name="warning" /> Read as cosmetic</h2>
        @for (flag of flags(); track flag.key) {
          <div class="flag">
            <h3>{{ flag.title }}</h3>
            @for (place of flag.places; track $index) {
              <p class="quote">
                …{{ place.before }}<mark>{{ place.found }}</mark
                >{{ place.after }}…
              </p>
            }
            <p class="st-small st-muted">{{ flag.note }}</p>
            @if (flag.canExplain) {
              <label
                ><span>Why it does not mean appearance</span
                ><textarea
                  #why
                  class="st-control"
                  rows="2"
                  maxlength="1000"
                  [value]="model.explained()[flag.key] ?? ''"
                  (input)="model.explain(flag.key, why.value)"
                ></textarea>
              </label>
            }
          </div>
        }
      </section>
    }
  `,
  styles: `
    section {
      display: grid;
      gap: var(--st-3);
      padding: var(--st-4);
    }
    h2 st-icon {
      color: var(--st-warn);
    }
    .flag {
      display: grid;
      gap: var(--st-1);
    }
    .quote {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    mark {
      padding-inline: 0.15em;
      border-radius: 3px;
      color: var(--st-warn);
      background: var(--st-warn-soft);
      font-weight: 620;
    }
    label {
      display: grid;
      gap: var(--st-1);
      font-weight: 560;
    }
    textarea {
      width: 100%;
      height: auto;
      padding: var(--st-2);
      resize: vertical;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TripsCard {
  protected readonly model = inject(ScreeningModel);
  protected readonly flags = computed((): readonly Flag[] => {
    const trips = this.model.view()?.result.trips ?? [];
    const keys = [...new Set(trips.map(({ key }) => key))];
    return keys.map((key) => this.flagOf(trips.filter((trip) => trip.key === key)));
  });

  private flagOf(trips: readonly Trip[]): Flag {
    const [first] = trips;
    if (first === undefined) throw new Error('a flag has a place');
    if (first.kind === 'code')
      return {
        key: first.key,
        title: `${first.code}: ${first.words}`,
        places: [],
        canExplain: !first.stops,
        note: first.stops
          ? 'This code declares cosmetic surgery. No explanation helps; correct the diagnoses if it is wrong.'
          : 'A diagnosis of the case.',
      };
    const text = this.model.view()?.texts.find(({ field }) => field === first.field)?.text ?? '';
    const places = trips.flatMap((trip) =>
      trip.kind === 'word'
        ? [
            {
              before: text.slice(Math.max(0, trip.at - around), trip.at),
              found: trip.found,
              after: text.slice(trip.at + trip.found.length, trip.at + trip.found.length + around),
            },
          ]
        : [],
    );
    const denied = !trips.some((trip) => isStanding({ ...trip, explanation: null }));
    return {
      key: first.key,
      title: `“${first.word}” in the ${first.field}`,
      places,
      canExplain: !denied,
      note: denied ? 'It is denied there, so it counts for nothing.' : 'A reviewer will stop at this word.',
    };
  }
}
