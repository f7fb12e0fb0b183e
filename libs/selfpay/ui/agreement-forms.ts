import type { Directory } from '@stipple/contracts';
import { PriceLine, formatCents, procedures } from '@stipple/domain';
import { Field, MoveFormMaker, PriceOffer, documentChoices, filled, formatDay } from '@stipple/ui';
import { agreementOf, startFields } from './estimate-forms';

const fieldsFor = (offers: readonly PriceOffer[]): readonly Field[] => [
  {
    kind: 'choice',
    name: 'procedureCode',
    label: 'Service',
    options: procedures.map(({ code, words }) => ({ value: code, label: `${code} ${words}` })),
    half: true,
  },
  { kind: 'number', name: 'sessions', label: 'Sessions', min: 1, max: 20, half: true },
  {
    kind: 'prices',
    name: 'lines',
    label: 'Prices',
    offers,
    hint: 'The first line is the session itself, or a package of them; PRP and other add-ons are lines of their own.',
  },
  ...startFields,
];

/** What the clinic charges for a session, where its list says so. */
function firstLine(prices: Directory['prices']): Omit<PriceLine, 'quantity'> {
  const session = prices.find(({ kind }) => kind === 'session');
  return session === undefined
    ? { description: 'Microneedling session', unitCents: 45_000 }
    : { description: session.words, unitCents: session.unitCents };
}

export const draftAgreement: MoveFormMaker = ({ api, case: view, directory: { prices } }) => ({
  title: 'Draft self-pay estimate',
  lead: 'What the patient would pay, line by line. It unlocks booking only once they have signed.',
  submit: 'Save draft',
  wide: true,
  initial: {
    procedureCode: view.procedureCode,
    sessions: view.plannedSessions,
    lines: [{ ...firstLine(prices), quantity: view.plannedSessions }],
    askedOn: view.today,
    askedBy: 'patient',
  },
  fields: fieldsFor(prices),
  send: (values) => api.post(`/api/cases/${view.id}/self-pay-agreements`, filled(values, fieldsFor(prices))),
});

export const reviseAgreement: MoveFormMaker = (context) => {
  const agreement = agreementOf(context);
  const fields = fieldsFor(context.directory.prices);
  return {
    title: 'Revise estimate',
    edits: true,
    lead:
      agreement?.state === 'estimate_issued'
        ? 'The patient has an estimate already; with other prices it is issued again.'
        : undefined,
    submit: 'Save',
    wide: true,
    initial: {
      procedureCode: agreement?.procedureCode,
      sessions: agreement?.sessions,
      lines: agreement?.lines,
      askedOn: agreement?.askedOn ?? '',
      askedBy: agreement?.askedBy ?? '',
      scheduledOn: agreement?.scheduledOn ?? '',
      serviceOn: agreement?.serviceOn ?? '',
    },
    fields,
    send: (values) =>
      context.api.post(`/api/self-pay-agreements/${context.subjectId}/revisions`, {
        ...filled(values, fields),
        version: context.version,
      }),
  };
};

export const signAgreement: MoveFormMaker = (context) => {
  const agreement = agreementOf(context);
  const { api, case: view, directory, subjectId, version } = context;
  const own = directory.clinicians.find(({ staffId }) => staffId === view.physician.id);
  const waiver: readonly Field[] = agreement?.waiverNeeded
    ? [
        {
          kind: 'document',
          name: 'waiverId',
          label: 'Waiver',
          documentKind: 'waiver',
          caseId: view.id,
          existing: documentChoices(context, 'waiver'),
          hint: `With this plan it takes ${agreement.waiverNeeded}.`,
        },
      ]
    : [];
  return {
    title: 'Record patient’s signature',
    signature: true,
    lead: `${agreement?.sessions ?? 0} sessions for ${formatCents(agreement?.totalCents ?? 0)}, valid until ${formatDay(agreement?.validUntil)}. The signature is the patient’s own key to the schedule.`,
    submit: 'Record signature',
    wide: true,
    initial: { clinicianIds: own ? [own.id] : [] },
    fields: [
      {
        kind: 'text',
        name: 'signerName',
        label: 'Name of the signer',
        hint: 'The patient, or who may sign for them.',
      },
      {
        kind: 'document',
        name: 'proofId',
        label: 'Signed estimate',
        documentKind: 'signed_estimate',
        caseId: view.id,
        existing: documentChoices(context, 'signed_estimate'),
      },
      ...waiver,
      {
        kind: 'choices',
        name: 'clinicianIds',
        label: 'Clinicians who may treat',
        options: directory.clinicians.map(({ id, name }) => ({ value: id, label: name })),
      },
      {
        kind: 'check',
        name: 'withheldFromPayer',
        label: 'The patient pays in full and asks that their plan is not told',
        optional: true,
        hint: 'It is honoured for good: nothing of these sessions goes to the plan (45 CFR 164.522).',
      },
    ],
    send: (values) => api.post(`/api/self-pay-agreements/${subjectId}/signatures`, { ...values, version }),
  };
};

export const voidAgreement: MoveFormMaker = (context) => ({
  title: 'Withdraw agreement',
  lead: 'Bookings on it are blocked at once. This cannot be undone.',
  submit: 'Withdraw',
  danger: true,
  fields: [{ kind: 'text', name: 'reason', label: 'Why' }],
  send: (values) =>
    context.api.post(`/api/self-pay-agreements/${context.subjectId}/withdrawals`, {
      ...values,
      version: context.version,
    }),
});
