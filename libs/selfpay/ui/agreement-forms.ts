import { addMonths, formatCents, procedures } from '@stipple/domain';
import { Field, MoveContext, MoveFormMaker, documentChoices, formatDay } from '@stipple/ui';

const fields: readonly Field[] = [
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
    hint: 'The first line is the session itself; PRP and other add-ons are lines of their own.',
  },
];

export const draftAgreement: MoveFormMaker = ({ api, case: view }) => ({
  title: 'Draft self-pay estimate',
  lead: 'What the patient would pay, line by line. It unlocks booking only once they have signed.',
  submit: 'Save draft',
  wide: true,
  initial: {
    procedureCode: view.procedureCode,
    sessions: view.plannedSessions,
    lines: [{ description: 'Microneedling session', quantity: view.plannedSessions, unitCents: 45_000 }],
  },
  fields,
  send: (values) => api.post(`/api/cases/${view.id}/self-pay-agreements`, values),
});

export const reviseAgreement: MoveFormMaker = (context) => {
  const agreement = agreementOf(context);
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
    },
    fields,
    send: (values) =>
      context.api.post(`/api/self-pay-agreements/${context.subjectId}/revisions`, {
        ...values,
        version: context.version,
      }),
  };
};

export const issueEstimate: MoveFormMaker = (context) => {
  const agreement = agreementOf(context);
  const { api, case: view, subjectId, version } = context;
  return {
    title: 'Issue good faith estimate',
    lead: `Total ${formatCents(agreement?.totalCents ?? 0)}. It is an estimate and no contract; the patient may dispute a bill of $400 or more above it.`,
    submit: 'Issue estimate',
    initial: { validUntil: addMonths(view.today, 6), delivery: 'paper' },
    fields: [
      { kind: 'date', name: 'validUntil', label: 'Valid until', hint: 'At most twelve months.', half: true },
      {
        kind: 'radio',
        name: 'delivery',
        label: 'The patient wants it',
        options: [
          { value: 'paper', label: 'On paper' },
          { value: 'electronic', label: 'Electronically' },
        ],
        half: true,
      },
    ],
    send: (values) => api.post(`/api/self-pay-agreements/${subjectId}/estimates`, { ...values, version }),
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

function agreementOf({ case: view, subjectId }: MoveContext) {
  return view.agreements.find(({ id }) => id === subjectId);
}
