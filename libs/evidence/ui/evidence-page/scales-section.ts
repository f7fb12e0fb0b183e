import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { EvidenceView, ScaleRecord } from '@stipple/contracts';
import { bandOf, scaleNames, scaleOf, totalRange } from '@stipple/domain';
import type { EvidenceForm, ScaleName } from '@stipple/domain';
import { Icon, KeyHint } from '@stipple/ui';
import { LinePicture, Point } from '../pictures/line-picture';
import { EvidenceActions } from './evidence-actions';
import { RecordLine } from './record-line';
import { scaleSeries } from './records';

/** The scales, item by item: the newest total of each, what it means, and how it went over time. */
@Component({
  selector: 'st-scales-section',
  imports: [Icon, KeyHint, LinePicture, RecordLine],
  template: `
    <section aria-labelledby="scales-title">
      <header>
        <h2 id="scales-title">Scales</h2>
        @if (actions.may('scale_vss')) {
          <span class="buttons" role="group" aria-label="Rate">
            @for (name of names; track name) {
              <button
                type="button"
                class="st-button small"
                [disabled]="actions.busy()"
                [attr.aria-label]="'Rate ' + wordsOf(name)"
                (click)="actions.open(formOf(name))"
              >
                <st-icon name="plus" />{{ wordsOf(name) }}<st-key-hint [of]="'evidence.' + formOf(name)" />
              </button>
            }
          </span>
        }
      </header>
      @for (one of all(); track one.key) {
        @let newest = one.records[0];
        <div>
          <div class="measured">
            <span class="name">{{ longWordsOf(newest) }}</span>
            <span class="value">{{ newest.total }}</span>
            <span class="st-muted">of {{ range(newest).most }}</span>
            @if (bandOf(newest.scale, newest.total); as band) {
              <span>{{ band }}</span>
            }
            @if (one.records.length > 1) {
              <st-line-picture
                [points]="points(one.records)"
                [least]="range(newest).least"
                [most]="range(newest).most"
              />
            }
          </div>
          <st-record-line [record]="newest" [view]="view()" [short]="true" />
          <details>
            <summary>
              Answers{{ one.records.length > 1 ? ' and ' + (one.records.length - 1) + ' earlier' : '' }}
            </summary>
            <dl>
              @for (item of itemsOf(newest); track $index) {
                <dt>{{ item.words }}</dt>
                <dd>{{ item.value }}</dd>
              }
            </dl>
            <ul>
              @for (old of one.records.slice(1); track old.id) {
                <li><st-record-line [record]="old" [view]="view()" /></li>
              }
            </ul>
          </details>
        </div>
      } @empty {
        <p class="none">
          No scale rated yet. Payers want at least one scar scale, with its date and who rated it.
        </p>
      }
    </section>
  `,
  styleUrl: './section.css',
  styles: `
    dl {
      display: grid;
      grid-template-columns: max-content minmax(0, 1fr);
      gap: 0 var(--st-4);
      padding: var(--st-2) 0;
      font-size: var(--st-size-small);
    }
    dt {
      color: var(--st-ink-muted);
    }
    @media (max-width: 40rem) {
      dl {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScalesSection {
  readonly view = input.required<EvidenceView>();
  protected readonly actions = inject(EvidenceActions);
  protected readonly names = scaleNames;
  protected readonly all = computed(() => scaleSeries(this.view()));
  protected readonly bandOf = bandOf;
  protected readonly wordsOf = (name: ScaleName) => scaleOf(name).words;
  protected readonly formOf = (name: ScaleName): EvidenceForm => `scale_${name}`;
  protected readonly longWordsOf = ({ scale }: ScaleRecord) => scaleOf(scale).longWords;
  protected readonly range = ({ scale }: ScaleRecord) => totalRange(scale);

  protected points(records: readonly ScaleRecord[]): readonly Point[] {
    return records.map(({ onDay, total }) => ({ day: onDay, value: total })).toReversed();
  }

  protected itemsOf({ scale, items }: ScaleRecord): readonly { words: string; value: string }[] {
    return scaleOf(scale).items.map(({ words, least, most, values }, index) => {
      const value = items[index] ?? 0;
      const worded = values.length === most - least + 1 ? ` (${values[value - least] ?? ''})` : '';
      return { words: `${words.charAt(0).toUpperCase()}${words.slice(1)}`, value: `${value}${worded}` };
    });
  }
}
