import { channelWords, channels } from '@stipple/domain';
import { MoveContext, MoveFormMaker, Field, Values, count, documentChoices, formatDay } from '@stipple/ui';
import { noticeDatedOn, noticeReceivedOn } from './notice-fields';

/** What every authorization carries before it can unlock anything. */
function grantFields(context: MoveContext): readonly Field[] {
  const { case: view, directory } = context;
  return [
    { kind: 'text', name: 'number', label: 'Authorization number', half: true },
    { kind: 'date', name: 'decidedOn', label: 'Decided on', half: true },
    // What follows is filled in from the request: first the notice, then compare.
    {
      kind: 'document',
      name: 'proofId',
      label: 'The payer’s notice',
      documentKind: 'payer_notice',
      caseId: view.id,
      existing: documentChoices(context, 'payer_notice'),
    },
    { kind: 'lines', name: 'lines', label: 'Approved codes and units' },
    { kind: 'date', name: 'effectiveOn', label: 'First day', half: true },
    { kind: 'date', name: 'expiresOn', label: 'Last day', half: true, hint: 'Both days are covered.' },
    {
      kind: 'choices',
      name: 'clinicianIds',
      label: 'Servicing clinicians',
      options: directory.clinicians.map(({ id, name, npi }) => ({
        value: id,
        label: name,
        hint: npi ? `NPI ${npi}` : undefined,
      })),
    },
    {
      kind: 'choice',
      name: 'placeOfService',
      label: 'Place of service',
      half: true,
      options: [
        { value: '11', label: '11 Office' },
        { value: '19', label: '19 Off-campus outpatient' },
        { value: '22', label: '22 On-campus outpatient' },
        { value: '24', label: '24 Ambulatory surgery' },
      ],
    },
    {
      kind: 'choice',
      name: 'channel',
      label: 'How the notice came',
      half: true,
      options: channels.map((value) => ({ value, label: channelWords[value] })),
    },
    { kind: 'check', name: 'verified', label: 'I compared number, dates, codes and units with the notice' },
  ];
}

function grantInitial({ case: view, directory, subjectId }: MoveContext): Values {
  const requestId = view.challenges.find(({ id }) => id === subjectId)?.requestId ?? subjectId;
  const request = view.requests.find(({ id }) => id === requestId);
  const own = directory.clinicians.find(({ staffId }) => staffId === view.physician.id);
  return {
    decidedOn: view.today,
    effectiveOn: request?.fromOn ?? view.today,
    expiresOn: request?.toOn ?? '',
    lines: request?.lines ?? [{ procedureCode: view.procedureCode, units: view.plannedSessions }],
    clinicianIds: own ? [own.id] : [],
    placeOfService: '11',
    channel: request?.channel ?? 'portal',
  };
}

function approval(title: string, path: string, lead: string): MoveFormMaker {
  return (context) => ({
    title,
    lead,
    submit: 'Record',
    wide: true,
    initial: grantInitial(context),
    fields: grantFields(context).flatMap((field) =>
      field.name === 'decidedOn' ? [field, noticeDatedOn, noticeReceivedOn] : field,
    ),
    send: (values) =>
      context.api.post(`/api/auth-requests/${context.subjectId}/${path}`, {
        ...values,
        version: context.version,
      }),
  });
}

export const approve = approval(
  'Record approval',
  'approvals',
  'Everything that was asked was granted. It unlocks booking at once.',
);
export const approvePartly = approval(
  'Record partial approval',
  'partial-approvals',
  'Less than was asked. Coordinator and physician acknowledge the difference before it unlocks booking.',
);
export const modify = approval(
  'Record modified approval',
  'modified-approvals',
  'Other codes or another window than asked. Coordinator and physician acknowledge the difference before it unlocks booking.',
);

/** A won challenge; of a call also with whom it was held. */
function won(title: string, path: string, lead: string): MoveFormMaker {
  return (context) => {
    const challenge = context.case.challenges.find(({ id }) => id === context.subjectId);
    const spoken: Field = { kind: 'text', name: 'spokenWith', label: 'The payer’s reviewer', half: true };
    const standing = context.case.authorizations.find(
      ({ requestId, state }) => requestId === challenge?.requestId && state === 'in_force',
    );
    return {
      title,
      lead,
      submit: 'Record',
      wide: true,
      initial: {
        ...grantInitial(context),
        ...(standing && { number: standing.number, expiresOn: standing.expiresOn }),
      },
      fields: [
        ...(challenge?.kind === 'peer_to_peer' ? [spoken] : []),
        { kind: 'area', name: 'words', label: 'What the payer says, word for word', rows: 3, optional: true },
        ...grantFields(context),
      ],
      send: (values) =>
        context.api.post(`/api/challenges/${context.subjectId}/${path}`, {
          ...values,
          version: context.version,
        }),
    };
  };
}

export const overturn = won(
  'Record overturned decision',
  'overturns',
  'The payer now grants everything that was asked. What it grants unlocks booking at once; its letter alone does not.',
);
export const overturnPartly = won(
  'Record partly overturned decision',
  'partial-overturns',
  'The payer grants more than before, but not everything. Coordinator and physician acknowledge the difference before it unlocks booking.',
);

export const recordNotRequired: MoveFormMaker = (context) => ({
  title: 'Record “no authorization required”',
  lead: 'The payer’s own words, its reference and its proof. A manager and the treating physician confirm it before it unlocks booking.',
  submit: 'Record',
  wide: true,
  initial: { ...grantInitial(context), payerNamedWindow: false },
  fields: [
    { kind: 'area', name: 'payerWords', label: 'What the payer said, word for word', rows: 3 },
    {
      kind: 'check',
      name: 'payerNamedWindow',
      label: 'The payer itself named this window',
      optional: true,
      hint: 'Otherwise it lasts at most 90 days.',
    },
    ...grantFields(context).map((field): Field =>
      field.name === 'number' ? { ...field, label: 'Payer’s reference number' } : field,
    ),
  ],
  send: ({ payerNamedWindow = false, ...values }) =>
    context.api.post(`/api/cases/${context.case.id}/not-required`, { ...values, payerNamedWindow }),
});

export const acknowledge: MoveFormMaker = ({ api, case: view, subjectId, version }) => {
  const authorization = view.authorizations.find(({ id }) => id === subjectId);
  const lines = (authorization?.differences ?? []).map(
    ({ procedureCode, asked, granted }) =>
      `${procedureCode}: asked ${count(asked, 'unit')}, granted ${granted}.`,
  );
  const window =
    authorization &&
    `Covered ${formatDay(authorization.effectiveOn)} to ${formatDay(authorization.expiresOn)}${authorization.askedWindow ? `; asked ${formatDay(authorization.askedWindow.fromOn)} to ${formatDay(authorization.askedWindow.toOn)}` : ''}.`;
  return {
    title: `Acknowledge the difference of ${authorization?.number ?? ''}`,
    lead: 'It unlocks booking once both coordinator and physician have acknowledged it. To contest it, leave it and appeal.',
    reading: [...lines, window].join('\n'),
    submit: 'Acknowledge',
    fields: [],
    send: () => api.post(`/api/authorizations/${subjectId}/acknowledgements`, { version }),
  };
};

export const confirm: MoveFormMaker = ({ api, case: view, subjectId, version }) => {
  const authorization = view.authorizations.find(({ id }) => id === subjectId);
  return {
    title: 'Confirm that no authorization is required',
    lead: `Reference ${authorization?.number ?? ''}, ${formatDay(authorization?.effectiveOn)} to ${formatDay(authorization?.expiresOn)}. Compare the payer’s words with the attached proof.`,
    reading: authorization?.payerWords ?? undefined,
    submit: 'Confirm',
    fields: [],
    send: () => api.post(`/api/authorizations/${subjectId}/confirmations`, { version }),
  };
};

export const amend: MoveFormMaker = (context) => {
  const { api, case: view, subjectId, version } = context;
  const authorization = view.authorizations.find(({ id }) => id === subjectId);
  return {
    title: 'Change window or units',
    edits: true,
    lead: 'The earlier terms stay on record. Bookings that the new terms no longer cover are blocked at once.',
    submit: 'Save change',
    initial: {
      lines: authorization?.lines ?? [],
      effectiveOn: authorization?.effectiveOn ?? '',
      expiresOn: authorization?.expiresOn ?? '',
    },
    fields: [
      { kind: 'lines', name: 'lines', label: 'Codes and units' },
      { kind: 'date', name: 'effectiveOn', label: 'First day', half: true },
      { kind: 'date', name: 'expiresOn', label: 'Last day', half: true },
      { kind: 'text', name: 'reason', label: 'Why it changed' },
      {
        kind: 'document',
        name: 'proofId',
        label: 'The payer’s notice',
        documentKind: 'payer_notice',
        caseId: view.id,
        existing: documentChoices(context, 'payer_notice'),
      },
    ],
    send: (values) => api.post(`/api/authorizations/${subjectId}/amendments`, { ...values, version }),
  };
};

export const revoke: MoveFormMaker = ({ api, case: view, subjectId, version }) => {
  const key = view.clearances
    .filter(({ source }) => source === 'authorization')
    .find(({ number }) => number === view.authorizations.find(({ id }) => id === subjectId)?.number);
  return {
    title: 'Record revocation',
    lead: `The payer has taken it back.${key && key.held > 0 ? ` ${count(key.held, 'booked unit')} will be blocked at once.` : ''} This cannot be undone.`,
    submit: 'Record revocation',
    danger: true,
    fields: [{ kind: 'text', name: 'reason', label: 'Why' }],
    send: (values) => api.post(`/api/authorizations/${subjectId}/revocations`, { ...values, version }),
  };
};
