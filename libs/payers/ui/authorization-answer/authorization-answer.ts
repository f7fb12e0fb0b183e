import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AuthorizationAnswerView } from '@stipple/contracts';
import { Chip, Icon, IconName, ProblemBanner, Skeleton, Tone, formatDay, liveResource } from '@stipple/ui';

const looks: Readonly<
  Record<'yes' | 'no' | 'unknown', { readonly tone: Tone; readonly icon: IconName; readonly words: string }>
> = {
  yes: { tone: 'info', icon: 'shield', words: 'Authorization required' },
  no: { tone: 'good', icon: 'check', words: 'No authorization required' },
  unknown: { tone: 'warn', icon: 'phone', words: 'Unknown: call' },
};

/** What the payer’s policy says about whether it wants an authorization; where it says nothing, the way to the call log. */
@Component({
  selector: 'st-authorization-answer',
  imports: [Chip, Icon, ProblemBanner, RouterLink, Skeleton],
  template: `
    <st-problem [problem]="page.problem()" [retriable]="true" (retry)="page.reload()" />
    @if (page.value(); as answer) {
      <div class="answer">
        <p class="line">
          <span class="st-muted">Is an authorization required?</span>
          <st-chip [tone]="look().tone" [icon]="look().icon">{{ look().words }}</st-chip>
        </p>
        <p>{{ answer.sentence }}</p>
        @if (answer.quote) {
          <blockquote>{{ answer.quote }}</blockquote>
        }
        @if (answer.policy; as policy) {
          <p class="st-small st-muted">
            <a [routerLink]="['/policies', policy.id]">{{ policy.key }}</a>, {{ policy.title }}, in effect
            {{ effective() }}. Read in {{ policy.readAt }} by {{ policy.readBy }} on
            {{ formatDay(policy.readOn) }}.
          </p>
        }
        @if (contradicted()) {
          <p class="st-small contrary">
            <st-icon name="warning" />In the last call the payer said otherwise. Ask which of the two holds.
          </p>
        }
        @if (answer.required === 'unknown' && callable()) {
          <div>
            <button type="button" class="st-button small" (click)="called.emit()">
              <st-icon name="phone" />Call, and record what they say
            </button>
          </div>
        }
      </div>
    } @else if (!page.problem()) {
      <st-skeleton [lines]="2" />
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .answer {
      display: grid;
      gap: var(--st-2);
      margin-bottom: var(--st-3);
      padding: var(--st-3) var(--st-4);
      border-radius: var(--st-radius);
      background: var(--st-surface-sunken);
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--st-1) var(--st-3);
    }
    .contrary {
      display: flex;
      align-items: center;
      gap: var(--st-2);
      color: var(--st-warn);
    }
    blockquote {
      margin: 0;
      padding-inline-start: var(--st-3);
      border-inline-start: 3px solid var(--st-line-strong);
      font-style: italic;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuthorizationAnswer {
  readonly caseId = input.required<string>();
  /** Whether whoever reads this may record a call. */
  readonly callable = input(false);
  readonly called = output();
  protected readonly page = liveResource<AuthorizationAnswerView>(
    () => ({ url: `/api/cases/${this.caseId()}/authorization-required` }),
    ({ caseId }) => caseId === this.caseId(),
  );
  protected readonly look = computed(() => looks[this.page.value()?.required ?? 'unknown']);
  protected readonly effective = computed(() => {
    const { effectiveFrom, effectiveTo } = this.page.value()?.policy ?? {};
    return effectiveTo
      ? `${formatDay(effectiveFrom)} to ${formatDay(effectiveTo)}`
      : `since ${formatDay(effectiveFrom)}`;
  });
  /** A policy that says one thing, and a call that says the other. */
  protected readonly contradicted = computed(() => {
    const { call, required } = this.page.value() ?? {};
    return call != null && call.said !== required;
  });
  protected readonly formatDay = formatDay;
}
