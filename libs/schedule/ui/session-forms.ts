import type { ClearanceView, SessionView } from '@stipple/contracts';
import {
  Field,
  MoveContext,
  MoveFormMaker,
  Values,
  count,
  formatDateTime,
  formatDay,
  instantOf,
  localOf,
  plainMove,
} from '@stipple/ui';

/** Where and when: asked alike for a new session and for one that moves. */
function placeFields({ directory }: MoveContext, named: readonly string[]): readonly Field[] {
  const rank = (id: string) => (named.includes(id) ? 0 : 1);
  const clinicians = [...directory.clinicians].sort((one, other) => rank(one.id) - rank(other.id));
  return [
    { kind: 'datetime', name: 'startsAt', label: 'Begins', half: true, hint: 'Clinic time.' },
    {
      kind: 'number',
      name: 'minutes',
      label: 'Lasts',
      min: 10,
      max: 480,
      step: 5,
      unit: 'minutes',
      half: true,
    },
    {
      kind: 'choice',
      name: 'roomId',
      label: 'Room',
      half: true,
      options: directory.rooms.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      kind: 'choice',
      name: 'clinicianId',
      label: 'Clinician',
      half: true,
      options: clinicians.map(({ id, name }) => ({ value: id, label: name })),
      hint: 'Those whom the clearance names come first.',
    },
  ];
}

/** What unlocks the booking, in one line: whose units, which days. */
function clearanceWords({ source, number, units, held, used, opensOn, closesOn }: ClearanceView): string {
  const name = source === 'authorization' ? `Authorization ${number ?? ''}`.trim() : 'Self-pay agreement';
  const left = units - held - used;
  return `${name}: ${left} of ${count(units, 'unit')} left, ${formatDay(opensOn)} to ${formatDay(closesOn)}.`;
}

export const book: MoveFormMaker = (context) => {
  const { api, case: view, directory } = context;
  const keys = view.clearances.filter(({ active }) => active);
  const named = keys.flatMap(({ clinicianIds }) => clinicianIds);
  const own = directory.clinicians.find(({ id }) => named.includes(id));
  return {
    title: 'Book a session',
    lead: keys.map(clearanceWords).join(' '),
    submit: 'Book',
    initial: {
      minutes: 60,
      roomId: directory.rooms[0]?.id ?? '',
      clinicianId: own?.id ?? '',
    },
    fields: placeFields(context, named),
    send: (values) =>
      api.post(`/api/cases/${view.id}/sessions`, {
        ...placed(values, view.timeZone),
        procedureCode: view.procedureCode,
      }),
  };
};

export const reschedule: MoveFormMaker = (context) => {
  const { api, case: view, subjectId, version } = context;
  const session = sessionOf(context);
  const named = view.clearances.flatMap(({ clinicianIds }) => clinicianIds);
  return {
    title: 'Move the session',
    edits: true,
    lead: session?.startsAt ? `Now ${formatDateTime(session.startsAt, view.timeZone)}.` : undefined,
    submit: 'Move',
    initial: session ? placeOf(session, view.timeZone) : {},
    fields: placeFields(context, named),
    send: (values) =>
      api.post(`/api/sessions/${subjectId}/reschedulings`, { ...placed(values, view.timeZone), version }),
  };
};

function placed(values: Values, timeZone: string): Values {
  return { ...values, startsAt: instantOf(String(values['startsAt']), timeZone) };
}

function placeOf({ startsAt, endsAt, roomId, clinicianId }: SessionView, timeZone: string): Values {
  const minutes = startsAt && endsAt ? Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000) : 60;
  return { startsAt: startsAt ? localOf(startsAt, timeZone) : '', minutes, roomId, clinicianId };
}

export const checkIn = plainMove((id) => `/api/sessions/${id}/check-ins`, {
  title: 'Check the patient in',
  lead: 'The patient is here. The clearance is looked at once more.',
  submit: 'Check in',
});

export const miss = plainMove((id) => `/api/sessions/${id}/no-shows`, {
  title: 'Record a no-show',
  lead: 'The patient did not come. The unit is free again.',
  submit: 'Record no-show',
});

export const unblock = plainMove((id) => `/api/sessions/${id}/restorations`, {
  title: 'Restore the booking',
  lead: 'Possible when a clearance covers its day again and has units left.',
  submit: 'Restore',
});

export const cancel: MoveFormMaker = ({ api, subjectId, version }) => ({
  title: 'Cancel the session',
  lead: 'The unit is free again, and so are room and clinician.',
  submit: 'Cancel the session',
  danger: true,
  fields: [{ kind: 'text', name: 'reason', label: 'Why' }],
  send: (values) => api.post(`/api/sessions/${subjectId}/cancellations`, { ...values, version }),
});

export const perform: MoveFormMaker = (context) => {
  const { api, subjectId, version } = context;
  const session = sessionOf(context);
  return {
    title: 'Record the treatment',
    lead: `${session?.clinician ?? 'The clinician'} treated in ${session?.room ?? 'the room'}. Your signature makes the record final and uses ${count(session?.units ?? 1, 'unit')}.`,
    submit: 'Sign the record',
    initial: { performedOn: session?.day ?? '' },
    fields: [
      { kind: 'date', name: 'performedOn', label: 'Performed on', half: true },
      {
        kind: 'number',
        name: 'areaCm2',
        label: 'Area treated',
        min: 0.1,
        max: 20_000,
        step: 0.1,
        unit: 'cm²',
        half: true,
      },
      { kind: 'text', name: 'device', label: 'Device', half: true },
      { kind: 'text', name: 'lot', label: 'Lot of the cartridge', half: true },
      { kind: 'area', name: 'note', label: 'Treatment note', rows: 5 },
      { kind: 'password', name: 'password', label: 'Your password', autocomplete: 'current-password' },
    ],
    send: (values) => api.post(`/api/sessions/${subjectId}/performances`, { ...values, version }),
  };
};

function sessionOf({ case: view, subjectId }: MoveContext): SessionView | undefined {
  return view.sessions.find(({ id }) => id === subjectId);
}
