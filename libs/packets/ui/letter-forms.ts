import type { CaseView } from '@stipple/contracts';
import { bodySiteWords, procedures, scarCauseWords, sideWords } from '@stipple/domain';
import { Field, MoveFormMaker, formatDay, plainMove, procedureNotes } from '@stipple/ui';

const fieldsFor = ({ today }: CaseView): readonly Field[] => [
  {
    kind: 'codes',
    name: 'procedureCodes',
    label: 'Procedure codes it argues for',
    add: 'Code, such as 17999',
    suggestions: procedures.map(({ code, words }) => ({ value: code, label: words })),
    findings: ({ procedureCodes }) => procedureNotes(procedureCodes as string[], today),
  },
  {
    kind: 'area',
    name: 'body',
    label: 'Letter',
    rows: 18,
    hint: 'Say what the record holds: cause, function lost, what was tried, what treatment should restore.',
  },
];

export const draftLetter: MoveFormMaker = ({ api, case: view }) => ({
  title: 'Draft letter of medical necessity',
  submit: 'Save draft',
  wide: true,
  initial: { procedureCodes: [view.procedureCode], body: frame(view) },
  fields: fieldsFor(view),
  send: (values) => api.post(`/api/cases/${view.id}/letters`, values),
});

export const reviseLetter: MoveFormMaker = ({ api, case: view, subjectId, version }) => {
  const letter = view.letters.find(({ id }) => id === subjectId);
  return {
    title: 'Revise letter',
    edits: true,
    lead:
      letter?.state === 'ready'
        ? 'It waits for a signature; saving other words takes it back to a draft.'
        : undefined,
    submit: 'Save',
    wide: true,
    initial: { procedureCodes: letter?.procedureCodes ?? [], body: letter?.body ?? '' },
    fields: fieldsFor(view),
    send: (values) => api.post(`/api/letters/${subjectId}/revisions`, { ...values, version }),
  };
};

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

/** What is known anyway, so that the writer begins with the argument. It states nothing that the case does not hold. */
function frame(view: CaseView): string {
  const site =
    view.side === 'midline'
      ? bodySiteWords[view.bodySite]
      : `${sideWords[view.side]} ${bodySiteWords[view.bodySite]}`;
  const injured = view.injuredOn ? ` on ${formatDay(view.injuredOn)}` : '';
  return [
    `To ${view.payer.name}`,
    `Re: ${view.patient.name}, born ${formatDay(view.patient.birthDate)}, member ${view.memberId}`,
    '',
    `Request: ${view.plannedSessions} sessions of ${view.procedureCode} for a scar of the ${site.toLowerCase()}.`,
    `Cause: ${scarCauseWords[view.cause].toLowerCase()}${injured}.`,
    `Diagnoses: ${view.diagnoses.map(({ code, words }) => `${code} (${words.toLowerCase()})`).join('; ')}.`,
    '',
    'Functional impairment:',
    '',
    'Treatments tried and their result:',
    '',
    'Plan and expected measurable gain:',
    '',
    'Evidence and its limits:',
    '',
    view.physician.name,
  ].join('\n');
}
