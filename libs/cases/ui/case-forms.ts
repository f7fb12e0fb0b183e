import { closeReasonWords, closeReasons, planTypeWords, planTypes } from '@stipple/domain';
import { MoveFormMaker, formatDay, plainMove } from '@stipple/ui';

export const planTouch: MoveFormMaker = ({ api, case: view, version }) => ({
  title: 'Set next touch',
  edits: true,
  lead: 'The day somebody looks at this case again. Every open case has one.',
  submit: 'Save',
  initial: { nextTouchOn: view.nextTouchOn ?? '' },
  fields: [{ kind: 'date', name: 'nextTouchOn', label: 'Look at it again on' }],
  send: (values) => api.post(`/api/cases/${view.id}/touches`, { ...values, version }),
});

export const assign: MoveFormMaker = ({ api, case: view, version, directory }) => ({
  title: 'Assign case',
  edits: true,
  submit: 'Assign',
  initial: { ownerId: view.owner?.id ?? '' },
  fields: [
    {
      kind: 'choice',
      name: 'ownerId',
      label: 'Owner',
      options: directory.coordinators.map(({ id, name }) => ({ value: id, label: name })),
    },
  ],
  send: (values) => api.post(`/api/cases/${view.id}/assignments`, { ...values, version }),
});

export const correct: MoveFormMaker = ({ api, case: view, version }) => ({
  title: 'Correct case details',
  edits: true,
  submit: 'Save',
  wide: true,
  initial: {
    planType: view.planType,
    plannedSessions: view.plannedSessions,
    diagnoses: view.diagnoses.map(({ code }) => code),
  },
  fields: [
    {
      kind: 'choice',
      name: 'planType',
      label: 'Plan type',
      options: planTypes.map((value) => ({ value, label: planTypeWords[value] })),
      half: true,
    },
    { kind: 'number', name: 'plannedSessions', label: 'Planned sessions', min: 1, max: 20, half: true },
    {
      kind: 'diagnoses',
      name: 'diagnoses',
      label: 'Diagnoses (ICD-10-CM)',
      add: 'Code, such as L90.5',
      on: view.serviceOn,
      place: () => view,
      hint: 'Present condition first, then the injury as sequela (S), then its external cause.',
    },
  ],
  send: (values) => api.post(`/api/cases/${view.id}/corrections`, { ...values, version }),
});

/** A clock of a case by request and name, as one choice of the form. */
const clockKey = ({ requestId, clock }: { requestId: string; clock: string }) => `${requestId} ${clock}`;

export const overrideClock: MoveFormMaker = ({ api, case: view, version }) => ({
  title: 'Set another deadline',
  lead: 'For a payer or a state that departs from the rules we have. What the rules say stays in sight beside it.',
  submit: 'Set deadline',
  fields: [
    {
      kind: 'choice',
      name: 'clock',
      label: 'Deadline',
      options: view.clocks.map((clock) => ({
        value: clockKey(clock),
        label: clock.dueOn === null ? clock.what : `${clock.what}, now ${formatDay(clock.dueOn)}`,
      })),
    },
    { kind: 'date', name: 'dueOn', label: 'New last day' },
    { kind: 'area', name: 'reason', label: 'Why', rows: 3 },
  ],
  send: ({ clock, ...values }) => {
    const chosen = view.clocks.find((one) => clockKey(one) === clock);
    const { requestId, clock: name } = chosen ?? {};
    return api.post(`/api/cases/${view.id}/clock-overrides`, { ...values, requestId, clock: name, version });
  },
});

export const close: MoveFormMaker = ({ api, case: view, version }) => ({
  title: 'Close case',
  lead: 'A closed case leaves the queue. It can be reopened.',
  submit: 'Close case',
  fields: [
    {
      kind: 'radio',
      name: 'reason',
      label: 'Why',
      options: closeReasons.map((value) => ({ value, label: closeReasonWords[value] })),
    },
  ],
  send: (values) => api.post(`/api/cases/${view.id}/closures`, { ...values, version }),
});

export const reopen: MoveFormMaker = ({ api, case: view, version }) => ({
  title: 'Reopen case',
  submit: 'Reopen',
  fields: [
    { kind: 'text', name: 'reason', label: 'Why' },
    { kind: 'date', name: 'nextTouchOn', label: 'Look at it on' },
  ],
  send: (values) => api.post(`/api/cases/${view.id}/reopenings`, { ...values, version }),
});

export const proposeScreening: MoveFormMaker = ({ api, case: view }) => ({
  title: 'Propose screening outcome',
  lead: 'The outcome is computed from the payer’s policy and what is on record. You add your reasons; the physician signs.',
  submit: 'Propose',
  wide: true,
  fields: [{ kind: 'area', name: 'reasons', label: 'Reasons', rows: 5 }],
  send: (values) => api.post(`/api/cases/${view.id}/screenings`, values),
});

export const finishTask = plainMove((id) => `/api/tasks/${id}/completions`, {
  title: 'Mark task done',
  submit: 'Done',
});

const writeNote =
  (lane: 'billing' | 'clinical', readers: string): MoveFormMaker =>
  ({ api, case: view, subjectId }) => {
    const old = view.notes.find(({ id }) => id === subjectId);
    return {
      title: old ? `Correct ${lane} note` : `Write ${lane} note`,
      lead: old
        ? `The note of ${old.by} stays as it is; this one takes its place.`
        : `Read by ${readers}. A note cannot be changed later, only corrected by another one.`,
      submit: 'Save note',
      initial: { body: old?.body ?? '' },
      fields: [{ kind: 'area', name: 'body', label: 'Note', rows: 7 }],
      send: (values) =>
        api.post(`/api/cases/${view.id}/${lane}-notes`, {
          ...values,
          ...(old ? { correctsId: old.id } : {}),
        }),
    };
  };

export const writeBillingNote = writeNote('billing', 'coordinators, managers and physicians');
export const writeClinicalNote = writeNote('clinical', 'physicians and coordinators');
