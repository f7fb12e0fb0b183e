import { MoveFormMaker, plainMove } from '@stipple/ui';

export const askSignature = plainMove((id) => `/api/letters/${id}/signature-requests`, {
  title: 'Send letter for signature',
  lead: 'The physician finds it under “Needs me”.',
  submit: 'Send for signature',
});

export const askChanges: MoveFormMaker = ({ api, subjectId, version }) => ({
  title: 'Ask for changes',
  lead: 'The letter becomes a draft again. Its author finds your note as a task, and you find it here when it comes back.',
  submit: 'Send back',
  fields: [{ kind: 'area', name: 'note', label: 'What should change', rows: 4 }],
  send: (values) => api.post(`/api/letters/${subjectId}/change-requests`, { ...values, version }),
});

export const discardLetter = plainMove((id) => `/api/letters/${id}/discards`, {
  title: 'Discard letter',
  lead: 'It stays in the timeline but can no longer be signed.',
  submit: 'Discard',
  danger: true,
});
