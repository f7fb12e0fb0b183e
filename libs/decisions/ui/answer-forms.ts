import { addDays, channelWords, channels } from '@stipple/domain';
import { MoveFormMaker, documentChoices, instantOf, localOf } from '@stipple/ui';
import { noticeDatedOn } from './notice-fields';
import { reasonFields } from './reason-fields';

export const deny: MoveFormMaker = (context) => {
  const { api, case: view, subjectId, version } = context;
  return {
    title: 'Record denial',
    lead: 'The payer’s own words decide what can be argued. Enter them exactly as they stand.',
    submit: 'Record denial',
    wide: true,
    initial: { decisionOn: view.today, noticeReceivedOn: view.today },
    fields: [
      ...reasonFields('What kind of denial'),
      { kind: 'date', name: 'decisionOn', label: 'Decided on', half: true },
      noticeDatedOn,
      { kind: 'date', name: 'noticeReceivedOn', label: 'Notice received on', half: true },
      {
        kind: 'document',
        name: 'proofId',
        label: 'The notice',
        documentKind: 'payer_notice',
        caseId: view.id,
        existing: documentChoices(context, 'payer_notice'),
        optional: true,
      },
      { kind: 'date', name: 'nextTouchOn', label: 'Look at this case again on', optional: true, half: true },
    ],
    send: (values) => api.post(`/api/auth-requests/${subjectId}/denials`, { ...values, version }),
  };
};

export const pend: MoveFormMaker = ({ api, subjectId, version }) => ({
  title: 'Record pend',
  lead: 'The payer has it and has not decided.',
  submit: 'Record',
  fields: [
    { kind: 'area', name: 'words', label: 'What the payer says' },
    { kind: 'text', name: 'payerReference', label: 'Payer’s reference', optional: true },
  ],
  send: (values) => api.post(`/api/auth-requests/${subjectId}/pends`, { ...values, version }),
});

export const requestInformation: MoveFormMaker = ({ api, case: view, subjectId, version }) => ({
  title: 'Record request for information',
  submit: 'Record',
  initial: { respondByOn: addDays(view.today, 14) },
  fields: [
    { kind: 'area', name: 'items', label: 'What the payer asks for', hint: 'One item per line.' },
    {
      kind: 'date',
      name: 'askedOn',
      label: 'Date of the question',
      half: true,
      optional: true,
      hint: 'Where asking stops the payer’s clock, it stops on this day.',
    },
    { kind: 'date', name: 'respondByOn', label: 'Answer by', half: true },
  ],
  send: ({ items, ...values }) =>
    api.post(`/api/auth-requests/${subjectId}/information-requests`, {
      ...values,
      items: String(items)
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
      version,
    }),
});

export const answerInformation: MoveFormMaker = (context) => {
  const { api, case: view, subjectId, version } = context;
  const request = view.requests.find(({ id }) => id === subjectId);
  return {
    title: 'Record answer to payer',
    reading: request?.informationItems?.map((item) => `• ${item}`).join('\n'),
    submit: 'Record answer',
    // Most answers go the way the request went.
    initial: {
      channel: request?.channel ?? 'portal',
      sentAt: localOf(new Date().toISOString(), view.timeZone),
    },
    fields: [
      {
        kind: 'radio',
        name: 'channel',
        label: 'How',
        options: channels.map((value) => ({ value, label: channelWords[value] })),
        half: true,
      },
      { kind: 'datetime', name: 'sentAt', label: 'Sent', half: true },
      { kind: 'text', name: 'reference', label: 'Confirmation number', half: true },
      {
        kind: 'document',
        name: 'proofId',
        label: 'Proof',
        documentKind: 'submission_proof',
        caseId: view.id,
        existing: documentChoices(context, 'submission_proof'),
        optional: true,
      },
      { kind: 'area', name: 'note', label: 'What was sent, if not everything', optional: true },
    ],
    send: ({ sentAt, ...values }) =>
      api.post(`/api/auth-requests/${subjectId}/information-answers`, {
        ...values,
        sentAt: instantOf(String(sentAt), view.timeZone),
        version,
      }),
  };
};

export const referToCall: MoveFormMaker = ({ api, subjectId, version }) => ({
  title: 'Record “contact payer”',
  lead: 'The payer wants to be called. A task for the next day is raised.',
  submit: 'Record',
  fields: [{ kind: 'area', name: 'words', label: 'What the answer says' }],
  send: (values) => api.post(`/api/auth-requests/${subjectId}/call-referrals`, { ...values, version }),
});

export const answerNoAction: MoveFormMaker = ({ api, subjectId, version }) => ({
  title: 'Record “no action required”',
  lead: 'This alone unlocks nothing. Afterwards record “no authorization required” with its proof.',
  submit: 'Record',
  fields: [
    { kind: 'area', name: 'words', label: 'What the payer says' },
    { kind: 'text', name: 'referenceNumber', label: 'Reference number' },
  ],
  send: (values) => api.post(`/api/auth-requests/${subjectId}/no-action-answers`, { ...values, version }),
});

export const approveByPhone: MoveFormMaker = ({ api, subjectId, version }) => ({
  title: 'Record approval by phone',
  lead: 'It unlocks nothing until number, dates and proof are entered. A task for the next day is raised.',
  submit: 'Record',
  fields: [
    { kind: 'text', name: 'representative', label: 'Who said so', half: true },
    { kind: 'text', name: 'referenceNumber', label: 'Call reference number', half: true },
  ],
  send: (values) => api.post(`/api/auth-requests/${subjectId}/phone-approvals`, { ...values, version }),
});

export const cancel: MoveFormMaker = ({ api, subjectId, version }) => ({
  title: 'Record cancellation',
  submit: 'Record',
  danger: true,
  fields: [
    {
      kind: 'radio',
      name: 'who',
      label: 'Who cancelled',
      options: [
        { value: 'payer', label: 'The payer' },
        { value: 'clinic', label: 'We did' },
      ],
    },
    { kind: 'text', name: 'reason', label: 'Why' },
  ],
  send: (values) => api.post(`/api/auth-requests/${subjectId}/cancellations`, { ...values, version }),
});
