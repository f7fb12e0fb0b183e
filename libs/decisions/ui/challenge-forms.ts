import { challengeKindWords, challengeKinds, channelWords, channels } from '@stipple/domain';
import {
  Field,
  MoveContext,
  MoveFormMaker,
  documentChoices,
  formatDay,
  instantOf,
  localOf,
} from '@stipple/ui';

const challengeOf = ({ case: view, subjectId }: MoveContext) =>
  view.challenges.find(({ id }) => id === subjectId);
const isCall = (context: MoveContext) => challengeOf(context)?.kind === 'peer_to_peer';
const nameOf = (context: MoveContext) => {
  const kind = challengeOf(context)?.kind;
  return kind ? challengeKindWords[kind] : 'Challenge';
};

const reviewer: Field = { kind: 'text', name: 'spokenWith', label: 'The payer’s reviewer', half: true };

export const open: MoveFormMaker = ({ api, case: view }) => {
  const adverse = view.requests.filter(({ state }) => ['denied', 'partial', 'modified'].includes(state));
  return {
    title: 'Challenge a decision',
    lead: 'Argue with what the payer decided: in a call between physicians, in writing, or before an independent reviewer.',
    submit: 'Begin',
    initial: { requestId: adverse[0]?.id ?? '', kind: 'appeal_1' },
    fields: [
      {
        kind: 'choice',
        name: 'requestId',
        label: 'Decision',
        options: adverse.map(({ id, stateWords, lines, fromOn }) => ({
          value: id,
          label: `${lines.map(({ units, procedureCode }) => `${units} × ${procedureCode}`).join(', ')} from ${formatDay(fromOn)}: ${stateWords}`,
        })),
      },
      {
        kind: 'radio',
        name: 'kind',
        label: 'How',
        options: challengeKinds.map((value) => ({ value, label: challengeKindWords[value] })),
      },
      {
        kind: 'area',
        name: 'exhaustedBecause',
        label: 'How the plan broke its own rules',
        hint: 'Only for an external review without the plan’s final decision, such as a deadline it missed.',
        rows: 2,
        optional: true,
        when: ({ kind }) => kind === 'external_review',
      },
    ],
    send: (values) => api.post(`/api/cases/${view.id}/challenges`, values),
  };
};

export const draft: MoveFormMaker = (context) => {
  const challenge = challengeOf(context);
  const denial = context.case.requests.find(({ id }) => id === challenge?.requestId)?.denial;
  return {
    title: isCall(context) ? 'Prepare the call' : `${nameOf(context)}: the words`,
    edits: true,
    lead: challenge?.clinical
      ? 'The physician signs these words before they go. Changed afterwards, they need a new signature.'
      : 'Say why the decision should change, point by point against the payer’s reason.',
    reading: denial ? `The payer says: “${denial.words}”` : undefined,
    submit: 'Save',
    wide: true,
    initial: { body: challenge?.body ?? '' },
    fields: [{ kind: 'area', name: 'body', label: isCall(context) ? 'What to say' : 'Text', rows: 14 }],
    send: (values) =>
      context.api.post(`/api/challenges/${context.subjectId}/wordings`, {
        ...values,
        version: context.version,
      }),
  };
};

export const sign: MoveFormMaker = (context) => ({
  title: `Sign: ${nameOf(context)}`,
  lead: 'Your signature is under exactly these words.',
  reading: challengeOf(context)?.body ?? undefined,
  submit: 'Sign',
  wide: true,
  fields: [{ kind: 'password', name: 'password', label: 'Your password' }],
  send: (values) =>
    context.api.post(`/api/challenges/${context.subjectId}/signatures`, {
      ...values,
      version: context.version,
    }),
});

export const excuse: MoveFormMaker = ({ api, subjectId, version }) => ({
  title: 'Record good cause',
  lead: 'The last day to file has passed. With good cause on record it may still be sent; the payer decides whether it accepts it.',
  submit: 'Record',
  fields: [{ kind: 'area', name: 'lateReason', label: 'Why it is late', rows: 3 }],
  send: (values) => api.post(`/api/challenges/${subjectId}/excuses`, { ...values, version }),
});

const slots: readonly Field[] = [
  { kind: 'datetime', name: 'slot1', label: 'The physician can speak', half: true },
  { kind: 'datetime', name: 'slot2', label: 'Or', half: true, optional: true },
  { kind: 'datetime', name: 'slot3', label: 'Or', half: true, optional: true },
];

export const send: MoveFormMaker = (context) => {
  const { api, case: view, subjectId, version } = context;
  const call = isCall(context);
  return {
    title: call ? 'Record that the call was asked for' : `Record sending: ${nameOf(context)}`,
    submit: 'Record',
    initial: { channel: call ? 'phone' : 'fax', sentAt: localOf(new Date().toISOString(), view.timeZone) },
    fields: [
      {
        kind: 'radio',
        name: 'channel',
        label: 'How',
        options: channels.map((value) => ({ value, label: channelWords[value] })),
        half: true,
      },
      { kind: 'datetime', name: 'sentAt', label: call ? 'Asked' : 'Sent', half: true },
      ...(call ? slots : []),
      { kind: 'text', name: 'reference', label: 'Confirmation number', half: true, optional: true },
      {
        kind: 'document',
        name: 'proofId',
        label: 'Proof',
        documentKind: 'submission_proof',
        caseId: view.id,
        existing: documentChoices(context, 'submission_proof'),
        optional: true,
      },
    ],
    send: ({ sentAt, slot1, slot2, slot3, ...values }) =>
      api.post(`/api/challenges/${subjectId}/sendings`, {
        ...values,
        sentAt: instantOf(String(sentAt), view.timeZone),
        ...(call && {
          offeredSlots: [slot1, slot2, slot3]
            .filter(Boolean)
            .map((slot) => instantOf(String(slot), view.timeZone)),
        }),
        version,
      }),
  };
};

export const receive: MoveFormMaker = (context) => {
  const { api, case: view, subjectId, version } = context;
  const call = isCall(context);
  return {
    title: call ? 'Record the agreed call' : 'Record payer’s receipt',
    submit: 'Record',
    initial: { payerReceivedOn: view.today },
    fields: [
      { kind: 'date', name: 'payerReceivedOn', label: call ? 'Agreed on' : 'Received on', half: true },
      ...(call
        ? [{ kind: 'datetime', name: 'callAt', label: 'The call is at', half: true } satisfies Field]
        : []),
      { kind: 'text', name: 'payerReference', label: 'Payer’s reference', half: true, optional: true },
    ],
    send: ({ callAt, ...values }) =>
      api.post(`/api/challenges/${subjectId}/receipts`, {
        ...values,
        ...(call && callAt ? { callAt: instantOf(String(callAt), view.timeZone) } : {}),
        version,
      }),
  };
};

const lost =
  (title: string, path: string): MoveFormMaker =>
  (context) => ({
    title,
    submit: 'Record',
    initial: { decisionOn: context.case.today },
    fields: [
      { kind: 'area', name: 'words', label: 'What the payer says, word for word', rows: 4 },
      { kind: 'date', name: 'decisionOn', label: 'Decided on', half: true },
      ...(isCall(context) ? [reviewer] : []),
      { kind: 'date', name: 'nextTouchOn', label: 'Look at this case again on', half: true, optional: true },
    ],
    send: (values) =>
      context.api.post(`/api/challenges/${context.subjectId}/${path}`, {
        ...values,
        version: context.version,
      }),
  });

export const uphold = lost('Record upheld decision', 'upholdings');
export const dismiss = lost('Record dismissal', 'dismissals');

export const withdraw: MoveFormMaker = ({ api, subjectId, version }) => ({
  title: 'Withdraw challenge',
  submit: 'Withdraw',
  danger: true,
  fields: [{ kind: 'text', name: 'reason', label: 'Why' }],
  send: (values) => api.post(`/api/challenges/${subjectId}/withdrawals`, { ...values, version }),
});
