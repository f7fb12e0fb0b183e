import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { EvidenceRecord, EvidenceView } from '@stipple/contracts';
import { Icon, formatDay, joined } from '@stipple/ui';
import { EvidenceActions } from './evidence-actions';
import { earlierOf, formOf, summaryOf, valuesOf, wordsOf } from './records';

/** One record: what it says, since when, by whom, from which document, what it replaced; and how to put it right. */
@Component({
  selector: 'st-record-line',
  imports: [Icon],
  template: `
    @let one = record();
    <div class="line">
      <div class="said">
        @if (!short()) {
          <span class="what">{{ summary() }}</span>
        }
        <span class="st-small st-muted">{{ about() }}</span>
        @if (document(); as source) {
          <a class="st-small" [href]="'/api/documents/' + source.id" target="_blank" rel="noopener">{{
            source.title
          }}</a>
        }
      </div>
      @if (mayChange()) {
        <span class="buttons">
          <button
            type="button"
            class="st-button small quiet square"
            [attr.aria-label]="'Correct: ' + summary()"
            (click)="correct()"
          >
            <st-icon name="edit" />
          </button>
          <button
            type="button"
            class="st-button small quiet square"
            [attr.aria-label]="'Withdraw: ' + summary()"
            (click)="withdraw()"
          >
            <st-icon name="close" />
          </button>
        </span>
      }
    </div>
    @if (words(); as text) {
      <p class="words">{{ text }}</p>
    }
    @if (earlier().length > 0) {
      <details>
        <summary>Corrected: {{ one.reason }}</summary>
        @for (old of earlier(); track old.id) {
          <p class="st-small st-muted">
            <s>{{ summaryOf(old) }}</s> {{ formatDay(old.onDay) }}, entered by {{ old.by }}
          </p>
        }
      </details>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--st-1);
      padding: var(--st-2) 0;
    }
    .line {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: start;
      gap: var(--st-2);
    }
    .said {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--st-3);
      padding-block: 0.25rem;
    }
    .what {
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .buttons {
      display: flex;
    }
    .words {
      padding-inline-start: var(--st-3);
      border-inline-start: 3px solid var(--st-line);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    summary {
      cursor: pointer;
      font-size: var(--st-size-small);
      min-height: 1.5rem;
      color: var(--st-accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecordLine {
  readonly record = input.required<EvidenceRecord>();
  readonly view = input.required<EvidenceView>();
  /** Where the line above has said it already. */
  readonly short = input(false);
  private readonly actions = inject(EvidenceActions);
  protected readonly summaryOf = summaryOf;
  protected readonly formatDay = formatDay;
  protected readonly summary = computed(() => summaryOf(this.record()));
  protected readonly words = computed(() => wordsOf(this.record()));
  protected readonly earlier = computed(() => earlierOf(this.view(), this.record()));
  protected readonly document = computed(() =>
    this.view().documents.find(({ id }) => id === this.record().documentId),
  );
  protected readonly about = computed(() => {
    const { onDay, ratedBy, by } = this.record();
    return joined(this.dayWords(onDay), ratedBy, by !== ratedBy && `entered by ${by}`);
  });
  protected readonly mayChange = computed(() => {
    const record = this.record();
    return record.kind !== 'withdrawal' && this.actions.may(formOf(record));
  });

  private dayWords(onDay: string): string {
    const record = this.record();
    if (record.kind !== 'treatment') return formatDay(onDay);
    return `${formatDay(onDay)} to ${record.toOn ? formatDay(record.toOn) : 'now'}`;
  }

  protected correct(): void {
    const record = this.record();
    if (record.kind !== 'withdrawal') void this.actions.open(formOf(record), valuesOf(record), record.id);
  }

  protected withdraw(): void {
    void this.actions.open('withdraw', {}, this.record().id);
  }
}
