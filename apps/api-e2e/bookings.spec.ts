import { Stage, openStage } from './harness';
import { Team, at, authorizedCase, booking, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const slot = (days: number, hour: number, more: object = {}) => {
  const { procedureCode: _, ...rest } = booking(team, days, hour, more) as Record<string, unknown>;
  return rest;
};

it('books on both ends of the window and on no day beside them (rule 5: inclusive at both ends)', async () => {
  const { coordinator } = team;
  const { caseId } = await authorizedCase(team, { bodySite: 'hand' });
  const book = (startsAt: string) => booking(team, 0, 0, { startsAt });
  const { timeZone } = team.clinic;
  expect(await coordinator.refused(`/api/cases/${caseId}/sessions`, book(at(timeZone, 91, 0)))).toEqual([
    'outside_window',
  ]);
  await coordinator.make(`/api/cases/${caseId}/sessions`, book(at(timeZone, 90, 23, 59)));
  await coordinator.make(`/api/cases/${caseId}/sessions`, book(new Date(Date.now() + 60_000).toISOString()));
});

it('refuses the unit too many, also when twelve ask for the last three at once (rule 4: never more units than approved)', async () => {
  const { coordinator } = team;
  const { caseId } = await authorizedCase(team, { bodySite: 'wrist' });
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, hour) =>
      coordinator.post(`/api/cases/${caseId}/sessions`, booking(team, 5, hour)),
    ),
  );
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(3);
  expect(
    new Set(
      answers.filter((answer) => answer.status === 409).map((answer) => answer.problem.refusals[0]?.code),
    ),
  ).toEqual(new Set(['units_used_up']));
  expect((await coordinator.case(caseId)).clearances[0]).toMatchObject({ units: 3, held: 3 });
});

it('never double-books a room or a clinician', async () => {
  const { coordinator, clinic } = team;
  const [one, other] = [
    await authorizedCase(team, { bodySite: 'elbow' }),
    await authorizedCase(team, { bodySite: 'knee' }),
  ];
  await coordinator.make(`/api/cases/${one.caseId}/sessions`, booking(team, 6, 9));
  const path = `/api/cases/${other.caseId}/sessions`;
  expect(await coordinator.refused(path, booking(team, 6, 9, { roomId: clinic.otherRoomId }))).toEqual([
    'clinician_busy',
  ]);
  await coordinator.make(path, booking(team, 6, 10));
});

it('takes only clinicians whom the clearance names and rooms of the clinic', async () => {
  const { coordinator, clinic } = team;
  const { caseId } = await authorizedCase(team, { bodySite: 'foot' });
  const path = `/api/cases/${caseId}/sessions`;
  expect(
    await coordinator.refused(path, booking(team, 7, 9, { clinicianId: clinic.otherClinicianId })),
  ).toEqual(['clinician_not_cleared']);
  const noRoom = await coordinator.post(path, booking(team, 7, 9, { roomId: clinic.clinicianId }));
  expect(noRoom.problem.refusals).toEqual([
    { code: 'room_unknown', sentence: 'Choose a room of this clinic.', field: 'roomId' },
  ]);
});

it('books nothing in the past', async () => {
  const { coordinator } = team;
  const { caseId } = await authorizedCase(team, { bodySite: 'ankle' });
  const path = `/api/cases/${caseId}/sessions`;
  const minuteAgo = new Date(Date.now() - 60_000).toISOString();
  expect(await coordinator.refused(path, booking(team, 0, 0, { startsAt: minuteAgo }))).toEqual([
    'in_the_past',
  ]);
  expect(await coordinator.refused(path, booking(team, -1, 9))).toEqual(['in_the_past', 'outside_window']);
});

it('moves a booking within the window, keeping its unit, and never out of it', async () => {
  const { coordinator } = team;
  const { caseId } = await authorizedCase(team, { bodySite: 'thigh' });
  const id = await coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 8, 9));
  const path = `/api/sessions/${id}/reschedulings`;
  expect(await coordinator.refused(path, { version: 1, ...slot(91, 9) })).toEqual(['outside_window']);
  expect(await coordinator.refused(path, { version: 1, ...slot(-1, 9) })).toEqual([
    'in_the_past',
    'outside_window',
  ]);
  await coordinator.move(path, { version: 1, ...slot(9, 14) });
  expect(await coordinator.case(caseId)).toMatchObject({
    sessions: [{ version: 2, day: today(team.clinic.timeZone, 9) }],
    clearances: [{ held: 1 }],
  });
});

it('checks in on the day only, and records no no-show before it', async () => {
  const { coordinator } = team;
  const { caseId } = await authorizedCase(team, { bodySite: 'hip' });
  const id = await coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 10, 9));
  expect(await coordinator.refused(`/api/sessions/${id}/check-ins`, { version: 1 })).toEqual(['not_today']);
  expect(await coordinator.refused(`/api/sessions/${id}/no-shows`, { version: 1 })).toEqual(['day_not_come']);
});

it('gives the unit of a cancelled or missed session back', async () => {
  const { coordinator } = team;
  const { caseId } = await authorizedCase(team, { bodySite: 'shoulder' });
  const missed = await coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 0, 20));
  const cancelled = await coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 11, 9));
  expect((await coordinator.case(caseId)).clearances[0]).toMatchObject({ held: 2 });
  await coordinator.move(`/api/sessions/${cancelled}/cancellations`, { version: 1, reason: 'Ill' });
  await coordinator.move(`/api/sessions/${missed}/no-shows`, { version: 1 });
  expect(await coordinator.case(caseId)).toMatchObject({
    clearances: [{ held: 0, used: 0 }],
    sessions: [{ state: 'cancelled' }, { state: 'no_show' }],
  });
});

describe('a blocked booking', () => {
  /** Three bookings of which an amendment to two units blocks the last. */
  async function withOneBlocked(bodySite: string, day: number) {
    const { coordinator, clinic } = team;
    const { caseId, authorizationId } = await authorizedCase(team, { bodySite });
    const ids: string[] = [];
    for (const hour of [9, 10, 11])
      ids.push(await coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, day, hour)));
    const proofId = await coordinator.attach(caseId, 'payer_notice');
    const amend = (version: number, units: number) =>
      coordinator.move(`/api/authorizations/${authorizationId}/amendments`, {
        version,
        effectiveOn: today(clinic.timeZone),
        expiresOn: today(clinic.timeZone, 90),
        lines: [{ procedureCode: '17999', units }],
        reason: 'The payer changed its mind',
        proofId,
      });
    await amend(1, 2);
    const view = await coordinator.case(caseId);
    const blocked = view.sessions.find((session) => session.state === 'blocked')?.id ?? '';
    return { caseId, authorizationId, blocked, kept: ids.filter((id) => id !== blocked), amend };
  }

  it('is offered no way back while no unit is free, and is never performed (rule 2: blocked means blocked)', async () => {
    const { coordinator, physician, clinic } = team;
    const { caseId, blocked } = await withOneBlocked('neck', 20);
    const path = `/api/sessions/${blocked}`;
    expect(await coordinator.refused(`${path}/restorations`, { version: 2 })).toEqual(['units_used_up']);
    expect(await coordinator.refused(`${path}/check-ins`, { version: 2 })).toEqual(['wrong_state']);
    const record = {
      version: 2,
      performedOn: today(clinic.timeZone, 20),
      areaCm2: 1,
      device: 'd',
      lot: 'l',
      note: 'n',
    };
    const password = clinic.physician.password;
    expect(await physician.refused(`${path}/performances`, { ...record, password })).toEqual(['wrong_state']);
    expect(await coordinator.case(caseId)).toMatchObject({
      nextStep: 'A session is blocked: renew the clearance, rebook or cancel',
      nextMove: null,
    });
  });

  it('comes back on a unit that another session has given up', async () => {
    const { coordinator } = team;
    const { caseId, blocked, kept } = await withOneBlocked('chest', 21);
    await coordinator.move(`/api/sessions/${kept[0]}/cancellations`, { version: 1, reason: 'Ill' });
    await coordinator.move(`/api/sessions/${blocked}/restorations`, { version: 2 });
    expect(await coordinator.case(caseId)).toMatchObject({
      clearances: [{ units: 2, held: 2 }],
      tasks: [{ state: 'done' }],
    });
  });

  it('comes back when the payer grants its unit again', async () => {
    const { coordinator } = team;
    const { caseId, blocked, amend } = await withOneBlocked('back', 22);
    await amend(2, 3);
    await coordinator.move(`/api/sessions/${blocked}/restorations`, { version: 2 });
    expect(await coordinator.case(caseId)).toMatchObject({ clearances: [{ units: 3, held: 3 }] });
  });

  it('does not come back to a room that somebody else has by now', async () => {
    const { coordinator } = team;
    const { blocked, kept } = await withOneBlocked('abdomen', 23);
    await coordinator.move(`/api/sessions/${kept[0]}/reschedulings`, { version: 1, ...slot(23, 11) });
    await coordinator.move(`/api/sessions/${kept[1]}/cancellations`, { version: 1, reason: 'Ill' });
    const [code] = await coordinator.refused(`/api/sessions/${blocked}/restorations`, { version: 2 });
    expect(['room_taken', 'clinician_busy']).toContain(code);
  });
});
