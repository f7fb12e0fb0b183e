import type { DisputeView } from '@stipple/contracts';
import {
  centsTyped,
  disputeOutcomes,
  estimateAskerWords,
  estimateAskers,
  formatCents,
  leastOverCents,
  outcomeWords,
} from '@stipple/domain';
import { Field, Finding, MoveForm, Values } from '@stipple/ui';
import type { LedgerContext } from './ledger-forms';

const billedCents = (values: Values): number => centsTyped(String(values['billedCents'])) ?? Number.NaN;

export function openDisputeForm({ api, ledger }: LedgerContext): MoveForm {
  const { agreementId, bills, today } = ledger;
  const providers = bills.map(({ provider, estimatedCents }) => ({
    value: provider,
    label: `${provider}, estimated at ${formatCents(estimatedCents)}`,
  }));
  return {
    title: 'Record dispute',
    lead: 'The patient disputes a bill that is $400 or more over the good faith estimate. Until it is closed nothing is collected of this agreement; payments they make by themselves are taken, and their care goes on.',
    submit: 'Record dispute',
    initial: { provider: providers[0]?.value ?? '', openedOn: today, openedBy: 'patient' },
    fields: [
      { kind: 'radio', name: 'provider', label: 'Whose bill', options: providers },
      {
        kind: 'text',
        name: 'billedCents',
        label: 'Billed in all, $',
        hint: 'As the bill says that the patient holds.',
        half: true,
        findings: (values) => billFindings(values, ledger),
      },
      { kind: 'date', name: 'billedOn', label: 'First bill of', half: true },
      { kind: 'date', name: 'openedOn', label: 'Dispute begun on', half: true },
      {
        kind: 'radio',
        name: 'openedBy',
        label: 'By',
        options: estimateAskers.map((value) => ({ value, label: estimateAskerWords[value] })),
      } satisfies Field,
    ],
    send: (values) =>
      api.post(`/api/self-pay-agreements/${agreementId}/disputes`, {
        ...values,
        billedCents: billedCents(values),
      }),
  };
}

/** How far the bill is over the estimate. Whether its window is still open is the API's to say: it has the clocks. */
function billFindings(values: Values, { bills }: LedgerContext['ledger']): readonly Finding[] {
  const cents = billedCents(values);
  const bill = bills.find(({ provider }) => provider === values['provider']);
  if (String(values['billedCents'] ?? '').trim() === '' || bill === undefined) return [];
  if (Number.isNaN(cents)) return [{ weight: 'refused', sentence: 'An amount looks like 450 or 450.00.' }];
  const over = cents - bill.estimatedCents;
  return over < leastOverCents
    ? [
        {
          weight: 'refused',
          sentence: `A bill can be disputed from ${formatCents(leastOverCents)} over its estimate.`,
        },
      ]
    : [{ weight: 'note', sentence: `${formatCents(over)} over the estimate.` }];
}

export function closeDisputeForm({ api, ledger }: LedgerContext, dispute: DisputeView): MoveForm {
  return {
    title: 'Close dispute',
    lead: 'With the last open dispute ends the hold: what is due is asked for again.',
    submit: 'Close dispute',
    initial: { closedOn: ledger.today },
    fields: [
      { kind: 'date', name: 'closedOn', label: 'On', half: true },
      {
        kind: 'radio',
        name: 'outcome',
        label: 'How it ended',
        options: disputeOutcomes.map((value) => ({ value, label: outcomeWords[value] })),
      },
    ],
    send: (values) =>
      api.post(`/api/disputes/${dispute.id}/closures`, { ...values, version: dispute.version }),
  };
}
