import type { LedgerEntryView, LedgerView } from '@stipple/contracts';
import {
  MoneyMove,
  centsTyped,
  formatCents,
  holdsCardNumber,
  installmentsOf,
  kindWords,
  methodWords,
  mostInstallments,
  paymentMethods,
  planRefusals,
  planRhythms,
  planWarnings,
  rhythmWords,
} from '@stipple/domain';
import type { PlanRhythm } from '@stipple/domain';
import { Api, Field, Finding, MoveForm, Values, formatDay } from '@stipple/ui';

/** What a form of the ledger is made from. */
export interface LedgerContext {
  readonly api: Api;
  readonly ledger: LedgerView;
}

type Maker = (context: LedgerContext) => MoveForm;

/** Dollars as typed, in cents; what is no amount is refused by the API, at its field. */
const centsOf = (values: Values): number => centsTyped(String(values['cents'])) ?? Number.NaN;
const dollars = (cents: number) => (cents / 100).toFixed(2);

function amount(most: number, what: string): Field {
  return {
    kind: 'text',
    name: 'cents',
    label: 'Amount, $',
    hint: `At most ${formatCents(most)}: ${what}.`,
    half: true,
    findings: (values) => amountFindings(values, most),
  };
}

function amountFindings(values: Values, most: number): readonly Finding[] {
  if (String(values['cents']).trim() === '') return [];
  const cents = centsOf(values);
  if (Number.isNaN(cents) || cents === 0)
    return [{ weight: 'refused', sentence: 'An amount looks like 450 or 450.00.' }];
  return cents <= most ? [] : [{ weight: 'refused', sentence: `This is more than ${formatCents(most)}.` }];
}

/** What is typed beside an amount. A card’s number is no reference, and is told at once, before it is sent anywhere. */
const noted = (field: { name: string; label: string; optional?: true; hint?: string }): Field => ({
  kind: 'text',
  ...field,
  findings: (values) =>
    holdsCardNumber(String(values[field.name] ?? ''))
      ? [{ weight: 'refused', sentence: 'This looks like a card’s number. No card data is kept here.' }]
      : [],
});
const why = noted({ name: 'words', label: 'Why' });

const onDay: Field = { kind: 'date', name: 'onDay', label: 'On', half: true };
const method: Field = {
  kind: 'radio',
  name: 'method',
  label: 'How',
  row: true,
  options: paymentMethods.map((value) => ({ value, label: methodWords[value] })),
};

/** Sends what the form asks, its amount in cents. */
const sender =
  ({ api, ledger }: LedgerContext, path: string) =>
  (values: Values) =>
    api.post(`/api/self-pay-agreements/${ledger.agreementId}/${path}`, { ...values, cents: centsOf(values) });

const pay: Maker = (context) => {
  const { payableCents, plan, today } = context.ledger;
  const next = plan?.installments.find(({ state }) => state !== 'paid');
  return {
    title: 'Record payment',
    lead: 'Money that has arrived. A card is charged at the terminal; nothing of the card is written here.',
    submit: 'Record payment',
    initial: { cents: dollars(next?.openCents ?? payableCents), onDay: today, method: 'card' },
    fields: [
      amount(payableCents, 'what is still open of the agreed price'),
      onDay,
      method,
      noted({
        name: 'reference',
        label: 'Receipt number of the terminal, or reference of the transfer',
        optional: true,
        hint: 'Never a card’s number. Cash may go without.',
      }),
    ],
    send: sender(context, 'payments'),
  };
};

const refund: Maker = (context) => {
  const { refundableCents, today } = context.ledger;
  return {
    title: 'Record refund',
    lead: 'Money that was given back to the patient. A payment that never came is reversed instead, at its entry.',
    submit: 'Record refund',
    initial: { cents: '', onDay: today, method: 'card' },
    fields: [
      amount(refundableCents, 'what was paid and not given back yet'),
      onDay,
      method,
      why,
      noted({ name: 'reference', label: 'Receipt number or reference', optional: true }),
    ],
    send: sender(context, 'refunds'),
  };
};

const adjust: Maker = (context) => {
  const { adjustableCents, today } = context.ledger;
  return {
    title: 'Record adjustment',
    lead: 'What was charged and will not be asked for: a discount, a courtesy, a write-off.',
    submit: 'Record adjustment',
    initial: { cents: '', onDay: today },
    fields: [amount(adjustableCents, 'what was charged and not given up yet'), onDay, why],
    send: sender(context, 'adjustments'),
  };
};

const agree: Maker = ({ api, ledger }) => ({
  title: ledger.plan ? 'Replace payment plan' : 'Set payment plan',
  lead: `Splits the agreed price of ${formatCents(ledger.totalCents)}. Nothing is charged by itself: each payment is recorded when it has arrived.${ledger.plan ? ' The plan before stays to be read.' : ''}`,
  submit: 'Set payment plan',
  initial: { count: 3, firstOn: ledger.today, every: 'month' },
  fields: [
    {
      kind: 'number',
      name: 'count',
      label: 'Installments',
      min: 1,
      max: mostInstallments,
      half: true,
      findings: (values) => planFindings(values, ledger),
    },
    { kind: 'date', name: 'firstOn', label: 'First one due', half: true },
    {
      kind: 'radio',
      name: 'every',
      label: 'How often',
      row: true,
      options: planRhythms.map((value) => ({ value, label: rhythmWords[value] })),
    },
  ],
  send: (values) => api.post(`/api/self-pay-agreements/${ledger.agreementId}/payment-plans`, values),
});

/** What the plan comes to, and what to look at before it is agreed. */
function planFindings(values: Values, { totalCents, today }: LedgerView): readonly Finding[] {
  const count = Number(values['count']);
  const firstOn = String(values['firstOn']);
  if (!Number.isInteger(count) || count < 1 || count > mostInstallments || firstOn === '') return [];
  const refused = planRefusals(totalCents, count, firstOn, today);
  if (refused.length > 0) return refused.map(({ sentence }) => ({ weight: 'refused', sentence }));
  const plan = installmentsOf(totalCents, count, firstOn, values['every'] as PlanRhythm);
  const last = plan.at(-1);
  const each = formatCents(plan[0]?.cents ?? 0);
  const rounding = last && last.cents !== plan[0]?.cents ? `, the last one ${formatCents(last.cents)}` : '';
  return [
    { weight: 'note', sentence: `${count} × ${each}${rounding}; the last is due ${formatDay(last?.dueOn)}.` },
    ...planWarnings(count).map(({ sentence }): Finding => ({ weight: 'before_request', sentence })),
  ];
}

export const ledgerForms: Readonly<Record<MoneyMove, Maker>> = { pay, refund, adjust, agree };

/** An entry that was typed wrong. What it should have been is recorded afterwards, by the same reference. */
export const reversalForm = ({
  api,
  ledger,
  entry,
}: LedgerContext & { readonly entry: LedgerEntryView }): MoveForm => ({
  title: `Reverse ${kindWords[entry.kind].toLowerCase()} of ${formatCents(entry.cents)}`,
  lead: 'For an entry that was recorded by mistake: it stays to be read and counts no more. If money went back to the patient, record a refund instead.',
  submit: 'Reverse entry',
  fields: [why],
  send: (values) =>
    api.post(`/api/self-pay-agreements/${ledger.agreementId}/reversals`, { ...values, entryId: entry.id }),
});

export const chargeForm: Maker = ({ api, ledger }) => ({
  title: 'Charge sessions',
  lead: `${ledger.uncharged.length === 1 ? 'One session was' : `${ledger.uncharged.length} sessions were`} performed before there was a ledger. An entry is never deleted.`,
  submit: 'Charge sessions',
  fields: [],
  send: () => api.post(`/api/self-pay-agreements/${ledger.agreementId}/charges`, {}),
});
