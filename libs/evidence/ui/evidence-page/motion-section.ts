import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { EvidenceView, MotionRecord } from '@stipple/contracts';
import { jointMotion, normSource, signed } from '@stipple/domain';
import { Chip, Icon, KeyHint } from '@stipple/ui';
import { LinePicture, Point } from '../pictures/line-picture';
import { EvidenceActions } from './evidence-actions';
import { RecordLine } from './record-line';
import { motionSeries, nameOfMotion } from './records';

/** Range of motion against the norm: the newest reading of each motion, the worst first, and how it went over time. */
@Component({
  selector: 'st-motion-section',
  imports: [Chip, Icon, KeyHint, LinePicture, RecordLine],
  template: `
    <section aria-labelledby="motion-title">
      <header>
        <h2 id="motion-title">Range of motion</h2>
        @if (actions.may('motion')) {
          <button
            type="button"
            class="st-button small"
            [disabled]="actions.busy()"
            (click)="actions.open('motion')"
          >
            <st-icon name="plus" />Measure motion<st-key-hint of="evidence.motion" />
          </button>
        }
      </header>
      @for (one of all(); track one.key) {
        @let newest = one.records[0];
        <div>
          <div class="measured">
            <span class="name">{{ nameOf(newest) }}</span>
            <span class="value">{{ signed(newest.degrees) }}°</span>
            <span class="st-muted">normal {{ newest.normDegrees }}°</span>
            <st-chip
              [tone]="newest.deficitDegrees === 0 ? 'good' : 'warn'"
              [icon]="newest.deficitDegrees === 0 ? 'circle-check' : 'arrow-down'"
              >{{ newest.deficitDegrees === 0 ? 'no deficit' : newest.deficitDegrees + '° short' }}</st-chip
            >
            @if (one.records.length > 1) {
              <st-line-picture
                [points]="points(one.records)"
                [least]="least(newest)"
                [most]="newest.normDegrees"
                [norm]="newest.normDegrees"
              />
            }
          </div>
          <st-record-line [record]="newest" [view]="view()" [short]="true" />
          @if (one.records.length > 1) {
            <details>
              <summary>{{ one.records.length - 1 }} earlier</summary>
              <ul>
                @for (old of one.records.slice(1); track old.id) {
                  <li><st-record-line [record]="old" [view]="view()" /></li>
                }
              </ul>
            </details>
          }
        </div>
      } @empty {
        <p class="none">
          No motion measured yet. Where a joint is involved, nothing shows loss of function better.
        </p>
      }
      @if (all().length > 0) {
        <p class="st-small st-muted">Norms: {{ source }}.</p>
      }
    </section>
  `,
  styleUrl: './section.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MotionSection {
  readonly view = input.required<EvidenceView>();
  protected readonly actions = inject(EvidenceActions);
  protected readonly all = computed(() => motionSeries(this.view()));
  protected readonly nameOf = nameOfMotion;
  protected readonly signed = signed;
  protected readonly source = normSource;

  protected points(records: readonly MotionRecord[]): readonly Point[] {
    return records.map(({ onDay, degrees }) => ({ day: onDay, value: degrees })).toReversed();
  }

  protected least({ joint, motion }: MotionRecord): number {
    return jointMotion(joint, motion)?.leastDegrees ?? 0;
  }
}
