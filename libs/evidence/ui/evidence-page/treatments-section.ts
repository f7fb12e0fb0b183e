import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { EvidenceView } from '@stipple/contracts';
import { Icon, KeyHint, formatDay } from '@stipple/ui';
import { EvidenceActions } from './evidence-actions';
import { RecordLine } from './record-line';
import { bars, ofKind } from './records';

/** What was tried before, as bars over time; every bar has its line in words. */
@Component({
  selector: 'st-treatments-section',
  imports: [Icon, KeyHint, RecordLine],
  template: `
    <section aria-labelledby="treatments-title">
      <header>
        <h2 id="treatments-title">Earlier treatments</h2>
        @if (actions.may('treatment')) {
          <span class="buttons">
            @if (all().length === 0 && none().length === 0) {
              <button
                type="button"
                class="st-button small quiet"
                [disabled]="actions.busy()"
                (click)="actions.open('no_treatment')"
              >
                Nothing was tried
              </button>
            }
            <button
              type="button"
              class="st-button small"
              [disabled]="actions.busy()"
              (click)="actions.open('treatment')"
            >
              <st-icon name="plus" />Add treatment<st-key-hint of="evidence.treatment" />
            </button>
          </span>
        }
      </header>
      @if (all().length > 0) {
        <p class="st-small st-muted axis" aria-hidden="true">
          <span>{{ formatDay(all()[0]?.record?.onDay) }}</span><span>today</span>
        </p>
        <ul>
          @for (bar of all(); track bar.record.id) {
            <li>
              <div class="track" aria-hidden="true">
                <i
                  [attr.data-result]="bar.record.result"
                  [style.margin-inline-start.%]="bar.from"
                  [style.width.%]="bar.width"
                ></i>
              </div>
              <st-record-line [record]="bar.record" [view]="view()" />
            </li>
          }
        </ul>
      } @else {
        @for (record of none(); track record.id) {
          <st-record-line [record]="record" [view]="view()" />
        } @empty {
          <p class="none">
            Nobody has asked yet. Most policies want to know which conservative treatments failed, and how
            long each was tried.
          </p>
        }
      }
    </section>
  `,
  styleUrl: './section.css',
  styles: `
    .axis {
      display: flex;
      justify-content: space-between;
    }
    li {
      padding-top: var(--st-2);
    }
    .track {
      overflow: hidden;
      border-radius: 4px;
      background: var(--st-surface-sunken);
    }
    i {
      display: block;
      height: 0.5rem;
      border-radius: 4px;
      background: var(--st-bad);
      forced-color-adjust: none;
    }
    i[data-result='helped'] {
      background: var(--st-good);
    }
    i[data-result='ongoing'] {
      background: var(--st-info);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TreatmentsSection {
  readonly view = input.required<EvidenceView>();
  protected readonly actions = inject(EvidenceActions);
  protected readonly all = computed(() => bars(this.view()));
  protected readonly none = computed(() => ofKind(this.view(), 'no_treatment'));
  protected readonly formatDay = formatDay;
}
