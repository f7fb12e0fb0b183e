import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { AgreementView } from '@stipple/contracts';
import { estimateLanguageWords } from '@stipple/domain';
import { Chip, Icon, formatDay, joined } from '@stipple/ui';

/** The good faith estimates of one agreement: when one is due, and every one that was given, as its PDF. */
@Component({
  selector: 'st-estimates-given',
  imports: [Chip, Icon],
  template: `
    @let due = agreement().estimateDue;
    @if (waits()) {
      <p class="st-small due">
        @if (due.late) {
          <st-chip tone="bad" icon="warning">Late</st-chip>
        }
        <span class="st-muted">{{ due.sentence }}</span>
      </p>
    } @else if (due.late) {
      <p class="st-small due">
        <st-chip tone="warn" icon="warning">Given late</st-chip>
        <span class="st-muted">It was due by {{ day(due.dueOn) }}.</span>
      </p>
    }
    @if (agreement().estimates.length > 0) {
      <ul aria-label="Good faith estimates">
        @for (one of agreement().estimates; track one.version) {
          <li class="st-small">
            <a [href]="fileOf(one.version)" target="_blank" rel="noopener"
              ><st-icon name="file" />Estimate {{ one.version }}</a
            >
            <span class="st-muted">{{ about(one) }}</span>
          </li>
        }
      </ul>
    }
    @if (agreement().withheldFromPayer) {
      <p class="st-small due">
        <st-chip tone="info" icon="lock">Not to the plan</st-chip>
        <span class="st-muted">The patient pays in full and asked that their plan is not told.</span>
      </p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--st-1);
    }
    ul {
      display: grid;
      gap: var(--st-1);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li,
    .due {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--st-1) var(--st-2);
    }
    a {
      display: inline-flex;
      align-items: center;
      gap: var(--st-1);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EstimatesGiven {
  readonly agreement = input.required<AgreementView>();
  protected readonly day = formatDay;
  protected readonly waits = computed(
    () => this.agreement().state === 'draft' && this.agreement().estimates.length === 0,
  );

  protected fileOf(version: number): string {
    return `/api/self-pay-agreements/${this.agreement().id}/estimate?version=${version}`;
  }

  protected about({ language, delivery, issuedOn, issuedBy }: AgreementView['estimates'][number]): string {
    return joined(
      estimateLanguageWords[language],
      delivery === 'paper' ? 'on paper' : 'electronically',
      `given ${formatDay(issuedOn)} by ${issuedBy}`,
    );
  }
}
