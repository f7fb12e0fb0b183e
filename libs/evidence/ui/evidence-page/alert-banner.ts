import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { EvidenceView, ScaleRecord } from '@stipple/contracts';
import { harmItem, scaleOf } from '@stipple/domain';
import { Icon, formatDay } from '@stipple/ui';
import { EvidenceActions } from './evidence-actions';

/** An answer that calls the physician, for whoever may read it; only a physician can say that they have seen to it. */
@Component({
  selector: 'st-alert-banner',
  imports: [Icon],
  template: `
    @for (alert of alerts(); track alert.id) {
      <div class="alert" role="alert">
        <st-icon name="alert" />
        <div>
          <b>Clinical alert: thoughts of death or self-harm</b>
          @if (alert.words; as words) {
            <p>{{ words }}</p>
          }
          @if (!physician()) {
            <p>{{ view().physician.name }} has been told and has to see to it today.</p>
          }
        </div>
        @if (physician()) {
          <button type="button" class="st-button" (click)="actions.seenTo(alert)">I have seen to it</button>
        }
      </div>
    }
  `,
  styles: `
    .alert {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      align-items: center;
      gap: var(--st-3);
      padding: var(--st-3) var(--st-4);
      border: 1px solid var(--st-bad);
      border-radius: var(--st-radius-large);
      background: var(--st-bad-soft);
    }
    st-icon,
    b {
      color: var(--st-bad);
    }
    @media (max-width: 34rem) {
      .alert {
        grid-template-columns: auto minmax(0, 1fr);
      }
      .st-button {
        grid-column: 1 / -1;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AlertBanner {
  readonly view = input.required<EvidenceView>();
  protected readonly actions = inject(EvidenceActions);
  protected readonly physician = computed(() => this.actions.isPhysician());
  protected readonly alerts = computed(() =>
    this.view().alerts.map((alert) => {
      const rating = this.view().records.find(
        (record): record is ScaleRecord => record.kind === 'scale' && record.alertId === alert.id,
      );
      return { ...alert, words: rating ? this.wordsOf(rating) : null };
    }),
  );

  private wordsOf({ items, onDay, replacedById, total }: ScaleRecord): string {
    const answer = scaleOf('phq9').items[harmItem - 1]?.values[items[harmItem - 1] ?? 0] ?? '';
    const later = replacedById === null ? '' : ' This record was corrected or withdrawn since.';
    return `PHQ-9 of ${formatDay(onDay)}, item ${harmItem}: “${answer}”; total ${total}.${later}`;
  }
}
