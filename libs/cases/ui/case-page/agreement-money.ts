import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BalanceView, InstallmentView } from '@stipple/contracts';
import { formatCents } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { Chip, Icon, formatDay, liveResource } from '@stipple/ui';

/** What a signed agreement still has to bring, in one line; everything else stands on the ledger’s own page. */
@Component({
  selector: 'st-agreement-money',
  imports: [Chip, Icon, RouterLink],
  template: `
    @if (page.value(); as money) {
      <p>
        <b>{{
          money.balanceCents < 0
            ? 'Paid ahead: ' + sum(-money.balanceCents)
            : 'Owed: ' + sum(money.balanceCents)
        }}</b>
        <span class="st-muted">{{ sum(money.openCents) }} open of the price</span>
        @if (money.onHold) {
          <st-chip tone="warn" icon="hourglass">Bill disputed: on hold</st-chip>
        }
        @if (money.next; as next) {
          <span [class.late]="next.state === 'overdue'"
            >{{ lead[next.state] ?? 'Next installment' }} {{ day(next.dueOn) }}:
            {{ sum(next.openCents) }}</span
          >
        }
        @if (keepsBooks) {
          <a class="st-button small" [routerLink]="['/cases', caseId(), 'ledger', agreementId()]"
            ><st-icon name="money" />Ledger</a
          >
        }
      </p>
    }
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--st-1) var(--st-3);
    }
    .late {
      color: var(--st-bad);
      font-weight: 560;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgreementMoney {
  readonly caseId = input.required<string>();
  readonly agreementId = input.required<string>();
  private readonly person = inject(CurrentPerson);
  protected readonly keepsBooks = this.person.holds('coordinator') || this.person.holds('manager');
  protected readonly page = liveResource<BalanceView>(
    () => ({ url: `/api/self-pay-agreements/${this.agreementId()}/balance` }),
    (moved) => moved.caseId === this.caseId(),
  );
  protected readonly lead: Partial<Record<InstallmentView['state'], string>> = {
    overdue: 'Overdue since',
    on_hold: 'Not asked for now, of',
  };
  protected readonly sum = formatCents;
  protected readonly day = formatDay;
}
