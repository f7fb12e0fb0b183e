import { channelWords, channels } from '@stipple/domain';
import { Field, MoveContext, MoveFormMaker, documentChoices, instantOf, localOf } from '@stipple/ui';
import { challengeOf, isCall, nameOf } from './challenge-in';

/** The patient's form, asked for where the clinic acts for them and has none yet. */
function formFields(context: MoveContext, needed: boolean): readonly Field[] {
  const challenge = challengeOf(context);
  if (challenge?.appealsAs !== 'representative' || challenge.representativeFormId !== null) return [];
  return [
    {
      kind: 'document',
      name: 'representativeFormId',
      label: 'The patient’s form that lets the clinic act for them',
      documentKind: 'representative_form',
      caseId: context.case.id,
      existing: documentChoices(context, 'representative_form'),
      optional: !needed,
      ...(needed ? {} : { hint: 'It may come later, and has to be there when the appeal goes out.' }),
    },
  ];
}

const reviewer: Field = { kind: 'text', name: 'spokenWith', label: 'The payer’s reviewer', half: true };

export const draft: MoveFormMaker = (context) => {
  const challenge = challengeOf(context);
  const request = context.case.requests.find(({ id }) => id === challenge?.requestId);
  const denial = request?.denial ?? request?.withheld;
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
    fields: [
      { kind: 'area', name: 'body', label: isCall(context) ? 'What to say' : 'Text', rows: 14 },
      ...formFields(context, false),
    ],
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
      ...formFields(context, true),
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
