import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { InstallmentView, LedgerEntryView, LedgerView } from '@stipple/contracts';
import { MoneyMove, formatCents, kindWords, methodWords, moneyMoveNames, rhythmWords } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import {
  Api,
  Chip,
  Commands,
  FormOpener,
  Icon,
  IconName,
  ProblemBanner,
  Skeleton,
  Tone,
  doing,
  formatDateTime,
  formatDay,
  joined,
  liveResource,
} from '@stipple/ui';
import { ledgerCommands } from '../ledger-commands';
import { BillDisputes } from './bill-disputes';
import { CardPayments } from './card-payments';

const looks: Readonly<
  Record<InstallmentView['state'], { readonly tone: Tone; readonly icon: IconName; readonly words: string }>
> = {
  paid: { tone: 'good', icon: 'circle-check', words: 'Paid' },
  partly_paid: { tone: 'info', icon: 'hourglass', words: 'Partly paid' },
  open: { tone: 'quiet', icon: 'clock', words: 'Open' },
  overdue: { tone: 'bad', icon: 'alert', words: 'Overdue' },
  on_hold: { tone: 'warn', icon: 'hourglass', words: 'On hold' },
};

/** The money of one agreement: what is owed, by when, and everything that happened to it. */
@Component({
  selector: 'st-ledger-page',
  imports: [BillDisputes, CardPayments, Chip, Icon, ProblemBanner, RouterLink, Skeleton],
  templateUrl: './ledger-page.html',
  styleUrl: './ledger-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LedgerPage {
  readonly caseId = input.required<string>();
  readonly agreementId = input.required<string>();
  private readonly api = inject(Api);
  private readonly opener = inject(FormOpener);
  protected readonly page = liveResource<LedgerView>(
    () => ({ url: `/api/self-pay-agreements/${this.agreementId()}/ledger` }),
    (moved) => moved.caseId === this.caseId(),
  );
  protected readonly receipt = computed(() => `/api/self-pay-agreements/${this.agreementId()}/receipt`);
  protected readonly mayCharge = inject(CurrentPerson).holds('coordinator');
  protected readonly looks = looks;
  protected readonly rhythms = rhythmWords;
  protected readonly money = formatCents;
  protected readonly day = formatDay;

  /** What may be done, and of what may not be done now the sentence why; what is another role’s goes without saying. */
  protected readonly offered = computed(() => {
    const moves = this.page.value()?.moves ?? [];
    return {
      legal: moves.filter(({ refusals }) => refusals.length === 0),
      why: moves.flatMap(({ refusals }) =>
        refusals.some(({ code }) => code === 'wrong_role') ? [] : refusals.slice(0, 1),
      ),
    };
  });

  constructor() {
    const may = (move: MoneyMove) => () => this.offered().legal.some((one) => one.move === move);
    const opens = (move: MoneyMove) => ({ run: () => void this.open(move), when: may(move) });
    const router = inject(Router);
    inject(Commands).offer(
      doing(ledgerCommands, {
        'ledger.pay': opens('pay'),
        'ledger.refund': opens('refund'),
        'ledger.plan': opens('agree'),
        'ledger.receipt': { run: () => void window.open(this.receipt(), '_blank', 'noopener') },
        'ledger.back': { run: () => void router.navigate(['/cases', this.caseId()]) },
      }),
    );
  }

  protected what(entry: LedgerEntryView): string {
    const kind = entry.reverses
      ? `${kindWords.reversal} of ${kindWords[entry.reverses].toLowerCase()}`
      : kindWords[entry.kind];
    return joined(kind, entry.method && methodWords[entry.method].toLowerCase());
  }

  /** As the patient’s account shows it: what raises the balance is positive. */
  protected amount({ kind, cents, reverses }: LedgerEntryView): string {
    const raises = reverses ? reverses !== 'refund' : kind === 'charge' || kind === 'refund';
    return formatCents(raises ? cents : -cents);
  }

  protected time(instant: string, ledger: LedgerView): string {
    return formatDateTime(instant, ledger.timeZone);
  }

  protected async open(move: string): Promise<void> {
    const ledger = this.page.value();
    const name = moneyMoveNames.find((one): one is MoneyMove => one === move);
    if (ledger === undefined || name === undefined) return;
    const { ledgerForms } = await import('./ledger-forms');
    if (await this.opener.open(ledgerForms[name]({ api: this.api, ledger }))) this.page.reload();
  }

  protected async reverse(entry: LedgerEntryView): Promise<void> {
    const { reversalForm } = await import('./ledger-forms');
    const ledger = this.page.value();
    if (ledger && (await this.opener.open(reversalForm({ api: this.api, ledger, entry }))))
      this.page.reload();
  }

  /** One click, said again before it is done: it is the past that is charged. */
  protected async charge(): Promise<void> {
    const { chargeForm } = await import('./ledger-forms');
    const ledger = this.page.value();
    if (ledger && (await this.opener.open(chargeForm({ api: this.api, ledger })))) this.page.reload();
  }
}
