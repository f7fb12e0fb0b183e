import type { CaseView } from '@stipple/contracts';
import {
  CodeUnits,
  addDays,
  channelWords,
  channels,
  diagnosisFindings,
  requestPurposeWords,
  requestPurposes,
} from '@stipple/domain';
import {
  Field,
  Finding,
  MoveContext,
  MoveFormMaker,
  Values,
  documentChoices,
  formatDay,
  instantOf,
  localOf,
  plainMove,
  procedureNotes,
} from '@stipple/ui';
import { followsField } from './follows-field';

const fieldsFor = ({ case: view }: MoveContext): readonly Field[] => [
  { kind: 'lines', name: 'lines', label: 'What is asked', findings: (values) => aboutCodes(view, values) },
  { kind: 'date', name: 'fromOn', label: 'From', half: true },
  { kind: 'date', name: 'toOn', label: 'To', half: true },
  {
    kind: 'radio',
    name: 'urgency',
    label: 'Urgency',
    options: [
      { value: 'standard', label: 'Standard' },
      { value: 'expedited', label: 'Expedited', hint: 'Waiting would harm the patient; say why' },
    ],
  },
  {
    kind: 'text',
    name: 'urgencyReason',
    label: 'Why it cannot wait',
    when: (values) => values['urgency'] === 'expedited',
  },
];

/** What there is to say about the codes asked for, and about the case’s diagnoses on the first day asked for. */
function aboutCodes(view: CaseView, { lines, fromOn }: Values): readonly Finding[] {
  const on = String(fromOn || view.today);
  const asked = (lines as readonly CodeUnits[]).map(({ procedureCode }) => procedureCode);
  const codes = view.diagnoses.map(({ code }) => code);
  return [...procedureNotes(asked, on), ...diagnosisFindings(codes, { place: view, on, known: view.codes })];
}

/** What was granted and is asked for again: longer, anew or otherwise. */
function askedAgain(view: CaseView): { fields: readonly Field[]; initial: Values } {
  const granted = view.authorizations.filter(({ state }) => state === 'in_force');
  const [newest] = granted;
  if (newest === undefined) return { fields: [], initial: {} };
  const isOver = newest.expiresOn < view.today;
  const fromOn = addDays(isOver ? addDays(view.today, -1) : newest.expiresOn, 1);
  return {
    fields: [
      {
        kind: 'choice',
        name: 'purpose',
        label: 'What it asks for',
        options: requestPurposes.map((value) => ({ value, label: requestPurposeWords[value] })),
      },
      {
        kind: 'choice',
        name: 'ofAuthorizationId',
        label: 'Authorization',
        options: granted.map(({ id, number, effectiveOn, expiresOn }) => ({
          value: id,
          label: `${number}, ${formatDay(effectiveOn)} to ${formatDay(expiresOn)}`,
        })),
        when: ({ purpose }) => purpose !== 'initial',
      },
    ],
    initial: {
      purpose: isOver ? 'renewal' : 'extension',
      ofAuthorizationId: newest.id,
      lines: newest.lines,
      fromOn,
      toOn: addDays(fromOn, 180),
    },
  };
}

export const draftRequest: MoveFormMaker = (context) => {
  const { api, case: view } = context;
  const again = askedAgain(view);
  const rejected = view.requests.find(({ state }) => state === 'rejected_unreviewed');
  const follows = followsField(view);
  const answered = view.requests.some(
    (request) => request.state !== 'rejected_unreviewed' && request.state !== 'withdrawn',
  );
  const corrects = rejected && !answered ? rejected : undefined;
  return {
    title: corrects ? 'Correct the rejected request' : 'Draft request',
    lead: corrects?.rejection
      ? `The payer returned it without review: ${corrects.rejection.words}`
      : undefined,
    submit: 'Save draft',
    initial: {
      lines: corrects?.lines ?? [{ procedureCode: view.procedureCode, units: view.plannedSessions }],
      fromOn: view.today,
      toOn: addDays(view.today, 180),
      urgency: 'standard',
      ...(corrects ? {} : again.initial),
    },
    fields: [...(corrects ? [] : [...follows, ...again.fields]), ...fieldsFor(context)],
    send: ({ ofAuthorizationId, ...values }) =>
      api.post(`/api/cases/${view.id}/auth-requests`, {
        ...values,
        ...(ofAuthorizationId && values['purpose'] !== 'initial' ? { ofAuthorizationId } : {}),
        ...(corrects ? { supersedesId: corrects.id } : {}),
      }),
  };
};

export const reviseRequest: MoveFormMaker = (context) => {
  const request = requestOf(context);
  return {
    title: 'Revise request',
    edits: true,
    submit: 'Save',
    initial: {
      lines: request?.lines ?? [],
      fromOn: request?.fromOn ?? '',
      toOn: request?.toOn ?? '',
      urgency: request?.urgency ?? 'standard',
      urgencyReason: request?.urgencyReason ?? '',
    },
    fields: fieldsFor(context),
    send: (values) =>
      context.api.post(`/api/auth-requests/${context.subjectId}/revisions`, {
        ...values,
        version: context.version,
      }),
  };
};

export const completeRequest = plainMove((id) => `/api/auth-requests/${id}/completions`, {
  title: 'Mark request ready',
  lead: 'Letter, evidence and codes are complete.',
  submit: 'Mark ready',
});
export const returnRequest = plainMove((id) => `/api/auth-requests/${id}/returns`, {
  title: 'Back to draft',
  submit: 'Back to draft',
});

export const submitRequest: MoveFormMaker = (context) => {
  const { api, case: view, subjectId, version } = context;
  const now = localOf(new Date().toISOString(), view.timeZone);
  return {
    title: 'Record submission',
    lead: 'The request has left the clinic. Keep what proves it: a portal or fax number, or the confirmation itself.',
    submit: 'Record submission',
    initial: { channel: 'portal', submittedAt: now, payerReceivedAt: '' },
    fields: [
      {
        kind: 'radio',
        name: 'channel',
        label: 'How',
        options: channels.map((value) => ({ value, label: channelWords[value] })),
        half: true,
      },
      { kind: 'datetime', name: 'submittedAt', label: 'When', half: true },
      {
        kind: 'text',
        name: 'reference',
        label: 'Confirmation number',
        optional: true,
        hint: 'Needed unless a proof is attached.',
      },
      {
        kind: 'document',
        name: 'proofId',
        label: 'Proof',
        documentKind: 'submission_proof',
        caseId: view.id,
        existing: documentChoices(context, 'submission_proof'),
        optional: true,
      },
      {
        kind: 'datetime',
        name: 'payerReceivedAt',
        label: 'Received by the payer',
        optional: true,
        hint: 'Where the channel says so at once. It starts the payer’s clock.',
        half: true,
      },
      { kind: 'date', name: 'nextTouchOn', label: 'Look at this case again on', optional: true, half: true },
    ],
    send: (values) =>
      api.post(`/api/auth-requests/${subjectId}/submissions`, {
        ...instants(values, view.timeZone, 'submittedAt', 'payerReceivedAt'),
        version,
      }),
  };
};

export const acknowledgeReceipt: MoveFormMaker = ({ api, case: view, subjectId, version }) => ({
  title: 'Record payer’s receipt',
  lead: 'From this moment the payer’s clock runs.',
  submit: 'Save',
  initial: { payerReceivedAt: localOf(new Date().toISOString(), view.timeZone) },
  fields: [
    { kind: 'datetime', name: 'payerReceivedAt', label: 'Received', half: true },
    { kind: 'text', name: 'payerReference', label: 'Payer’s reference', optional: true, half: true },
  ],
  send: (values) =>
    api.post(`/api/auth-requests/${subjectId}/receipts`, {
      ...instants(values, view.timeZone, 'payerReceivedAt'),
      version,
    }),
});

export const rejectUnreviewed: MoveFormMaker = ({ api, subjectId, version }) => ({
  title: 'Record rejection without review',
  lead: 'The payer returned it without looking at it. That is not a denial: correct it and send it again.',
  submit: 'Record rejection',
  fields: [
    { kind: 'text', name: 'errorCode', label: 'Error code', optional: true, half: true },
    { kind: 'area', name: 'words', label: 'What the payer says is wrong' },
  ],
  send: (values) => api.post(`/api/auth-requests/${subjectId}/rejections`, { ...values, version }),
});

export const withdrawRequest: MoveFormMaker = ({ api, subjectId, version }) => ({
  title: 'Withdraw request',
  lead: 'A withdrawn request is final; a later one is a new request.',
  submit: 'Withdraw',
  danger: true,
  fields: [{ kind: 'text', name: 'reason', label: 'Why' }],
  send: (values) => api.post(`/api/auth-requests/${subjectId}/withdrawals`, { ...values, version }),
});

function requestOf({ case: view, subjectId }: MoveContext) {
  return view.requests.find(({ id }) => id === subjectId);
}

/** Wall-clock fields become the instants they name in the clinic's zone. */
function instants(values: Values, timeZone: string, ...names: readonly string[]): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      names.includes(name) && value ? instantOf(String(value), timeZone) : value,
    ]),
  );
}
