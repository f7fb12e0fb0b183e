import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { CardTransactionView, CardTransactionsView } from '@stipple/contracts';
import { CardState, formatCents, heldWords } from '@stipple/domain';
import {
  Api,
  ApiProblem,
  Chip,
  FormOpener,
  IconName,
  MoveForm,
  ProblemBanner,
  Toasts,
  Tone,
  formatDateTime,
  liveResource,
} from '@stipple/ui';

const looks: Readonly<
  Record<CardState, { readonly tone: Tone; readonly icon: IconName; readonly words: string }>
> = {
  asked: { tone: 'info', icon: 'hourglass', words: 'Not confirmed yet' },
  posted: { tone: 'good', icon: 'circle-check', words: 'Confirmed' },
  ended: { tone: 'quiet', icon: 'clock', words: 'Not made' },
  held: { tone: 'bad', icon: 'alert', words: 'In no ledger' },
  settled: { tone: 'quiet', icon: 'circle-check', words: 'Seen to' },
};

/** Cards that are taken online: what was asked for, what the provider confirmed, and what goes back. */
@Component({
  selector: 'st-card-payments',
  imports: [Chip, ProblemBanner],
  templateUrl: './card-payments.html',
  styleUrl: './card-payments.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CardPayments {
  readonly agreementId = input.required<string>();
  readonly caseId = input.required<string>();
  readonly changed = output();
  private readonly api = inject(Api);
  private readonly opener = inject(FormOpener);
  private readonly toasts = inject(Toasts);
  protected readonly page = liveResource<CardTransactionsView>(
    () => ({ url: `/api/self-pay-agreements/${this.agreementId()}/card-transactions` }),
    (moved) => moved.caseId === this.caseId(),
  );
  /** What was made here a moment ago: where the patient pays. */
  protected readonly link = signal<{ readonly id: string; readonly url: string } | null>(null);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly shown = computed(() => {
    const cards = this.page.value();
    return cards && (cards.taken || cards.transactions.length > 0) ? cards : null;
  });
  protected readonly looks = looks;
  protected readonly held = heldWords;
  protected readonly money = formatCents;

  /** The link works as long as its page is open. */
  protected openLink({ transactions }: CardTransactionsView): string | null {
    const link = this.link();
    return transactions.some(({ id, state }) => id === link?.id && state === 'asked')
      ? (link?.url ?? null)
      : null;
  }

  protected title({ kind, cents }: CardTransactionView): string {
    return `${kind === 'payment' ? 'Payment' : 'Refund'} of ${formatCents(cents)}`;
  }

  protected asked({ byPatient, askedBy, askedAt }: CardTransactionView, zone: string): string {
    const at = formatDateTime(askedAt, zone);
    return byPatient ? `By the patient on their page, ${at}` : `By ${askedBy}, ${at}`;
  }

  protected time(instant: string, zone: string): string {
    return formatDateTime(instant, zone);
  }

  /** As the provider says that it came: not always in dollars. */
  protected came({ came }: CardTransactionView): string {
    return came === null ? '' : `${(came.cents / 100).toFixed(2)} ${came.currency.toUpperCase()}`;
  }

  protected async ask(cards: CardTransactionsView): Promise<void> {
    const { askCardForm } = await import('./card-forms');
    await this.open(askCardForm(this.api, cards, (page) => this.link.set(page)));
  }

  protected async refund(payment: CardTransactionView): Promise<void> {
    const { refundCardForm } = await import('./card-forms');
    await this.open(refundCardForm(this.api, payment));
  }

  protected async settle(held: CardTransactionView): Promise<void> {
    const { settleCardForm } = await import('./card-forms');
    await this.open(settleCardForm(this.api, held));
  }

  protected async close({ id }: CardTransactionView): Promise<void> {
    await this.tried(async () => {
      await this.api.post(`/api/card-transactions/${id}/page-closures`, {});
      this.toasts.say('The page is closed');
      this.page.reload();
    });
  }

  protected async copy(url: string): Promise<void> {
    await this.tried(async () => {
      await navigator.clipboard.writeText(url);
      this.toasts.say('Link copied');
    });
  }

  private async open(form: MoveForm): Promise<void> {
    this.problem.set(undefined);
    if (!(await this.opener.open(form))) return;
    this.page.reload();
    this.changed.emit();
  }

  private async tried(work: () => Promise<void>): Promise<void> {
    this.problem.set(undefined);
    try {
      await work();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    }
  }
}
