import type { CardPage, CardTransactionView, CardTransactionsView } from '@stipple/contracts';
import { centsTyped, formatCents, heldWords } from '@stipple/domain';
import { Api, Field, Finding, MoveForm, Values } from '@stipple/ui';

const centsOf = (values: Values): number => centsTyped(String(values['cents'])) ?? Number.NaN;
const dollars = (cents: number) => (cents / 100).toFixed(2);

function amount(most: number, what: string): Field {
  return {
    kind: 'text',
    name: 'cents',
    label: 'Amount, $',
    hint: `At most ${formatCents(most)}: ${what}.`,
    half: true,
    findings: (values) => tooMuch(centsOf(values), most),
  };
}

const tooMuch = (cents: number, most: number): readonly Finding[] =>
  cents > most ? [{ weight: 'refused', sentence: `This is more than ${formatCents(most)}.` }] : [];

/** `made` is told where the payment is made: the provider's own page. */
export function askCardForm(
  api: Api,
  { agreementId, payableCents }: CardTransactionsView,
  made: (page: CardPage) => void,
): MoveForm {
  return {
    title: 'Ask for a card payment',
    lead: 'Opens a page of the card provider for 23 hours. Send its link to the patient: they type their card there, and nothing of it comes here. A page that was open before closes.',
    submit: 'Make payment link',
    initial: { cents: dollars(payableCents) },
    fields: [amount(payableCents, 'what is still open of the agreed price')],
    send: async (values) =>
      made(
        await api.post<CardPage>(`/api/self-pay-agreements/${agreementId}/card-payments`, {
          cents: centsOf(values),
        }),
      ),
  };
}

export function refundCardForm(api: Api, { id, refundableCents }: CardTransactionView): MoveForm {
  return {
    title: 'Refund to the card',
    lead: 'The card provider is asked to send it back to the card that paid. It stands in the ledger once they say that it went.',
    submit: 'Refund to the card',
    initial: { cents: dollars(refundableCents) },
    fields: [
      amount(refundableCents, 'what is left of this card payment'),
      { kind: 'text', name: 'words', label: 'Why' },
    ],
    send: (values) => api.post(`/api/card-transactions/${id}/refunds`, { ...values, cents: centsOf(values) }),
  };
}

export function settleCardForm(api: Api, held: CardTransactionView): MoveForm {
  const because = held.heldBecause === null ? '' : heldWords[held.heldBecause];
  return {
    title: 'Say what was done',
    lead: `${because} It is in no ledger. Set it right first, here or at the card provider, then write what was done; its task closes with it.`,
    submit: 'Say what was done',
    fields: [{ kind: 'text', name: 'outcome', label: 'What was done' }],
    send: (values) =>
      api.post(`/api/card-transactions/${held.id}/settlements`, { ...values, version: held.version }),
  };
}
