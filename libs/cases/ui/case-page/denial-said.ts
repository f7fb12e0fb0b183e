import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { RequestView } from '@stipple/contracts';
import { readClassWords } from '@stipple/domain';
import { Finding, Findings, formatDay, joined } from '@stipple/ui';

/** What was not granted: the payer’s own words, its codes, what they make it and why, and what in them somebody should look at. */
@Component({
  selector: 'st-denial-said',
  imports: [Findings],
  template: `
    @let said = denial();
    <p class="quote">{{ said.words }}</p>
    <p class="st-small">
      <b>{{ codes() }}{{ said.reason }}</b>
      <span class="st-muted block">{{ facts() }}</span>
      <span class="block">{{ said.why }}</span>
    </p>
    <st-findings [findings]="toLookAt()" />
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--st-2);
    }
    .quote {
      padding: var(--st-2) var(--st-4);
      border-inline-start: 3px solid var(--st-bad);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    .block {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DenialSaid {
  readonly denial = input.required<NonNullable<RequestView['denial'] | RequestView['withheld']>>();

  /** “CO-96, N383: ”, as it stands on the notice. */
  protected readonly codes = computed(() => {
    const { group, code, remarks } = this.denial();
    const codes = [[group, code].filter(Boolean).join('-'), ...remarks].filter(Boolean);
    return codes.length === 0 ? '' : `${codes.join(', ')}: `;
  });

  protected readonly facts = computed(() => {
    const said = this.denial();
    const { denialClass, page } = said;
    return joined(readClassWords[denialClass], 'deniedOn' in said && daysOf(said), page && `page ${page}`);
  });

  protected readonly toLookAt = computed(() =>
    this.denial().findings.map(({ sentence }): Finding => ({ weight: 'before_request', sentence })),
  );
}

/** The letter’s own date is told where it is another than that of the decision. */
function daysOf({ deniedOn, noticeDatedOn, noticeReceivedOn }: NonNullable<RequestView['denial']>): string {
  const dated = noticeDatedOn && noticeDatedOn !== deniedOn ? `dated ${formatDay(noticeDatedOn)}, ` : '';
  return `decided ${formatDay(deniedOn)}, notice ${dated}received ${formatDay(noticeReceivedOn)}`;
}
