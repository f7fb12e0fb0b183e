import { Stage, mustBe, openStage } from './harness';
import { Team, approval, at, booking, caseWithPayer, deniedCase, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const sites = ['hand', 'wrist', 'elbow', 'knee', 'ankle', 'hip', 'foot', 'shoulder', 'thigh', 'forearm'];
let site = 0;
const day = (days = 0) => today(team.clinic.timeZone, days);
const password = () => team.clinic.physician.password;
const now = () => new Date().toISOString();

const somewhere = () => ({ bodySite: sites[site++ % sites.length], duplicateIntended: true });
const denied = (kind: 'clinical' | 'administrative' = 'clinical') =>
  deniedCase(team, somewhere(), kind === 'clinical' ? {} : { kind, code: '16' });
type Denied = Awaited<ReturnType<typeof denied>>;

const appeals = ['appeal_1', 'appeal_2', 'external_review'];
/** In the clinic's own right where it is an appeal, so that it needs no form of the patient's. */
const open = ({ caseId, requestId }: Denied, kind: string, more: object = {}) =>
  team.coordinator.make(`/api/cases/${caseId}/challenges`, {
    requestId,
    kind,
    ...(appeals.includes(kind) && { appealsAs: 'own_right' }),
    ...more,
  });
const draft = (id: string, version = 1) =>
  team.physician.move(`/api/challenges/${id}/wordings`, {
    version,
    body: 'The guidelines are met: motion is lost.',
  });
const sign = (id: string, version = 2) =>
  team.physician.move(`/api/challenges/${id}/signatures`, { version, password: password() });
const sending = (version: number, more: object = {}) => ({
  version,
  channel: 'fax',
  sentAt: now(),
  reference: 'FAX-9',
  ...more,
});
const lose = (id: string, version: number, how = 'upholdings', more: object = {}) =>
  team.coordinator.move(`/api/challenges/${id}/${how}`, {
    version,
    decisionOn: day(),
    words: 'We stand by it.',
    ...more,
  });
const challenge = async ({ caseId }: Denied, id: string) =>
  (await team.coordinator.case(caseId)).challenges.find((one) => one.id === id);

/** Signed, sent and lost. */
async function lost(of: Denied, kind: string, more: object = {}): Promise<string> {
  const id = await open(of, kind, more);
  await draft(id);
  await sign(id);
  await team.coordinator.move(`/api/challenges/${id}/sendings`, sending(3));
  await lose(id, 4);
  return id;
}

it('is opened, written, signed, sent, received and won; what was won is an authorization that opens the schedule', async () => {
  const of = await denied();
  const { coordinator } = team;
  const id = await open(of, 'appeal_1');
  await draft(id);
  await sign(id);
  await coordinator.move(`/api/challenges/${id}/sendings`, sending(3));
  await coordinator.move(`/api/challenges/${id}/receipts`, {
    version: 4,
    payerReceivedOn: day(),
    payerReference: 'APL-1',
  });
  expect(await coordinator.refused(`/api/cases/${of.caseId}/sessions`, booking(team, 30, 9))).toEqual([
    'no_clearance',
  ]);
  const proofId = await coordinator.attach(of.caseId, 'payer_notice', 'Overturned');
  const { id: authorizationId } = mustBe(
    201,
    await coordinator.post<{ id: string }>(
      `/api/challenges/${id}/overturns`,
      approval(team, proofId, 5, { number: 'WON-1' }),
    ),
  );
  expect(await challenge(of, id)).toMatchObject({
    state: 'overturned',
    kind: 'appeal_1',
    clinical: true,
    signed: { by: 'Dr. Pat Physician' },
    sentOn: day(),
    payerReference: 'APL-1',
    decidedOn: day(),
    authorizationId,
  });
  expect(await coordinator.case(of.caseId)).toMatchObject({
    lock: { unlocked: true },
    authorizations: [{ id: authorizationId, number: 'WON-1', state: 'in_force', basis: 'approved' }],
    requests: [{ state: 'denied' }],
  });
  await coordinator.make(`/api/cases/${of.caseId}/sessions`, booking(team, 30, 9));
});

it('won in part is acknowledged by both before it opens anything', async () => {
  const of = await denied();
  const { coordinator, physician } = team;
  const id = await open(of, 'appeal_1');
  await draft(id);
  await sign(id);
  await coordinator.move(`/api/challenges/${id}/sendings`, sending(3));
  const proofId = await coordinator.attach(of.caseId, 'payer_notice', 'Overturned in part');
  const less = approval(team, proofId, 4, { number: 'WON-2', lines: [{ procedureCode: '17999', units: 1 }] });
  expect(await coordinator.refused(`/api/challenges/${id}/overturns`, less)).toEqual(['overturned_in_part']);
  expect(
    await coordinator.refused(
      `/api/challenges/${id}/partial-overturns`,
      approval(team, proofId, 4, { number: 'WON-2' }),
    ),
  ).toEqual(['overturned_in_full']);
  const authorization = await coordinator.make(`/api/challenges/${id}/partial-overturns`, less);
  expect(await coordinator.case(of.caseId)).toMatchObject({ lock: { unlocked: false } });
  await coordinator.move(`/api/authorizations/${authorization}/acknowledgements`, { version: 1 });
  await physician.move(`/api/authorizations/${authorization}/acknowledgements`, { version: 2 });
  expect(await coordinator.case(of.caseId)).toMatchObject({ lock: { unlocked: true } });
});

describe('of a partial approval', () => {
  async function partly(acknowledged: boolean) {
    const { coordinator, physician } = team;
    const of = await caseWithPayer(team, somewhere());
    const proofId = await coordinator.attach(of.caseId, 'payer_notice', 'Partial approval');
    const grant = approval(team, proofId, 4, {
      number: 'PART-1',
      lines: [{ procedureCode: '17999', units: 1 }],
    });
    const authorizationId = await coordinator.make(
      `/api/auth-requests/${of.requestId}/partial-approvals`,
      grant,
    );
    if (acknowledged) {
      await coordinator.move(`/api/authorizations/${authorizationId}/acknowledgements`, { version: 1 });
      await physician.move(`/api/authorizations/${authorizationId}/acknowledgements`, { version: 2 });
    }
    const id = await open(of, 'reconsideration');
    await draft(id);
    await sign(id);
    await coordinator.move(`/api/challenges/${id}/sendings`, sending(3));
    const won = (number: string) =>
      coordinator.make(`/api/challenges/${id}/overturns`, approval(team, proofId, 4, { number }));
    return { ...of, id, authorizationId, won };
  }

  it('widens the authorization in force, whose bookings stay', async () => {
    const of = await partly(true);
    const { coordinator } = team;
    await coordinator.make(`/api/cases/${of.caseId}/sessions`, booking(team, 31, 10));
    expect(await of.won('PART-1')).toBe(of.authorizationId);
    const view = await coordinator.case(of.caseId);
    expect(view.authorizations).toMatchObject([
      { id: of.authorizationId, lines: [{ units: 3 }], earlierTerms: [{ lines: [{ units: 1 }] }] },
    ]);
    expect(view.sessions).toMatchObject([{ state: 'scheduled' }]);
  });

  it('under a number of its own stands beside the one in force', async () => {
    const of = await partly(true);
    const added = await of.won('PART-2');
    expect(added).not.toBe(of.authorizationId);
    const { authorizations } = await team.coordinator.case(of.caseId);
    expect(authorizations.map(({ number, state }) => [number, state])).toEqual([
      ['PART-2', 'in_force'],
      ['PART-1', 'in_force'],
    ]);
  });

  it('takes the place of one that was not in force yet', async () => {
    const of = await partly(false);
    await of.won('PART-1');
    const { authorizations, lock } = await team.coordinator.case(of.caseId);
    expect(authorizations.map(({ basis, state }) => [basis, state])).toEqual([
      ['approved', 'in_force'],
      ['partial', 'superseded'],
    ]);
    expect(lock.unlocked).toBe(true);
  });
});

describe('goes level by level', () => {
  it('the second level needs the first to be lost, and only where it was decided', async () => {
    const of = await denied();
    const second = await open(of, 'appeal_2');
    await draft(second);
    await sign(second);
    expect(await team.coordinator.refused(`/api/challenges/${second}/sendings`, sending(3))).toEqual([
      'level_1_undecided',
    ]);
    await lost(of, 'appeal_1');
    await team.coordinator.move(`/api/challenges/${second}/sendings`, sending(3));
    expect(await challenge(of, second)).toMatchObject({ state: 'sent' });
  });

  it('external review needs the plan’s final no, or that the plan broke its own rules', async () => {
    const of = await denied();
    const early = await open(of, 'external_review');
    await draft(early);
    await sign(early);
    expect(await team.coordinator.refused(`/api/challenges/${early}/sendings`, sending(3))).toEqual([
      'internal_undecided',
    ]);
    await team.coordinator.move(`/api/challenges/${early}/withdrawals`, { version: 3, reason: 'Too early' });
    const exhausted = await open(of, 'external_review', { exhaustedBecause: 'No answer within 30 days.' });
    await draft(exhausted);
    await sign(exhausted);
    await team.coordinator.move(`/api/challenges/${exhausted}/sendings`, sending(3));
    expect(await challenge(of, exhausted)).toMatchObject({
      state: 'sent',
      exhaustedBecause: 'No answer within 30 days.',
    });
    const other = await denied();
    await lost(other, 'appeal_1');
    await lost(other, 'external_review');
  });

  it('one of a kind at a time, and exhaustion only for external review', async () => {
    const of = await denied();
    await open(of, 'appeal_1');
    const path = `/api/cases/${of.caseId}/challenges`;
    expect(await team.coordinator.refused(path, { requestId: of.requestId, kind: 'appeal_1' })).toEqual([
      'challenge_running',
    ]);
    expect(
      await team.coordinator.refused(path, {
        requestId: of.requestId,
        kind: 'appeal_2',
        exhaustedBecause: 'Late',
      }),
    ).toEqual(['exhaustion_of_no_use']);
  });
});

describe('a signature', () => {
  it('is a physician’s, for what argues with a judgement; what was wrong on paper goes without', async () => {
    const of = await denied();
    const id = await open(of, 'appeal_1');
    await draft(id);
    expect(await team.coordinator.refused(`/api/challenges/${id}/sendings`, sending(2))).toEqual([
      'challenge_unsigned',
    ]);
    mustBe(
      403,
      await team.coordinator.post(`/api/challenges/${id}/signatures`, { version: 2, password: password() }),
    );
    expect(
      await team.physician.refused(`/api/challenges/${id}/signatures`, { version: 2, password: 'not it' }),
    ).toEqual(['password_wrong']);
    const paper = await denied('administrative');
    const plain = await open(paper, 'reconsideration');
    await draft(plain);
    await team.coordinator.move(`/api/challenges/${plain}/sendings`, sending(2));
    expect(await challenge(paper, plain)).toMatchObject({ clinical: false, signed: null, state: 'sent' });
  });

  it('is under the words as they stand: nobody changes them afterwards, not even in the database', async () => {
    const of = await denied();
    const id = await open(of, 'appeal_1');
    await draft(id);
    await sign(id);
    expect(
      await team.coordinator.refused(`/api/challenges/${id}/wordings`, { version: 3, body: 'Other' }),
    ).toEqual(['wrong_state']);
    await expect(
      stage.db.owner.query(`UPDATE stipple.challenge SET body = 'Other' WHERE id = $1`, [id]),
    ).rejects.toThrow(/clinical_challenge_is_signed/);
  });
});

describe('in time', () => {
  it('counts by the day it went out; later only with a manager’s good cause', async () => {
    const of = await denied();
    const id = await open(of, 'appeal_1');
    await draft(id);
    await stage.db.owner.query(`UPDATE stipple.challenge SET file_by_on = $2 WHERE id = $1`, [id, day(-1)]);
    const late = sending(4, { sentAt: now() });
    mustBe(
      403,
      await team.coordinator.post(`/api/challenges/${id}/excuses`, { version: 2, lateReason: 'Flood' }),
    );
    await sign(id);
    expect(
      await team.coordinator.refused(`/api/challenges/${id}/sendings`, { ...late, version: 3 }),
    ).toContain('filing_late');
    await team.manager.move(`/api/challenges/${id}/excuses`, { version: 3, lateReason: 'Flood' });
    await team.coordinator.move(`/api/challenges/${id}/sendings`, { ...late, version: 4 });
    expect(await challenge(of, id)).toMatchObject({ state: 'sent', lateReason: 'Flood' });
  });
});

describe('a call', () => {
  it('offers times, is agreed, and is held with somebody; it needs no signature', async () => {
    const of = await denied();
    const id = await open(of, 'peer_to_peer');
    await draft(id);
    const path = `/api/challenges/${id}/sendings`;
    expect(await team.coordinator.refused(path, sending(2))).toEqual(['slots_missing']);
    expect(
      await team.coordinator.refused(path, sending(2, { offeredSlots: [at(team.clinic.timeZone, -1, 9)] })),
    ).toEqual(['slot_before_asking']);
    const callAt = at(team.clinic.timeZone, 2, 9);
    await team.coordinator.move(
      path,
      sending(2, { offeredSlots: [callAt, at(team.clinic.timeZone, 2, 14)] }),
    );
    await team.coordinator.move(`/api/challenges/${id}/receipts`, {
      version: 3,
      payerReceivedOn: day(),
      callAt,
    });
    const held = { version: 4, decisionOn: day(), words: 'Not convinced.' };
    expect(await team.coordinator.refused(`/api/challenges/${id}/upholdings`, held)).toEqual([
      'reviewer_missing',
    ]);
    await lose(id, 4, 'upholdings', { spokenWith: 'Dr. Lane' });
    expect(await challenge(of, id)).toMatchObject({
      state: 'upheld',
      spokenWith: 'Dr. Lane',
      clinical: false,
    });
    // A call that was lost is no level of appeal.
    const second = await open(of, 'appeal_2');
    await draft(second);
    await sign(second);
    expect(await team.coordinator.refused(`/api/challenges/${second}/sendings`, sending(3))).toEqual([
      'level_1_undecided',
    ]);
  });
});

describe('bad input', () => {
  it('no decision before the sending, no sending before the decision, nothing in the future', async () => {
    const of = await denied('administrative');
    const id = await open(of, 'appeal_1');
    await draft(id);
    const path = `/api/challenges/${id}/sendings`;
    expect(
      await team.coordinator.refused(path, sending(2, { sentAt: at(team.clinic.timeZone, -2, 9) })),
    ).toEqual(['sent_before_decision']);
    expect(
      await team.coordinator.refused(path, sending(2, { sentAt: at(team.clinic.timeZone, 2, 9) })),
    ).toEqual(['in_the_future']);
    await team.coordinator.move(path, sending(2));
    const decision = { version: 3, words: 'No.' };
    const upholding = `/api/challenges/${id}/upholdings`;
    expect(await team.coordinator.refused(upholding, { ...decision, decisionOn: day(-1) })).toEqual([
      'decided_before_sent',
    ]);
    expect(await team.coordinator.refused(upholding, { ...decision, decisionOn: day(1) })).toEqual([
      'in_the_future',
    ]);
    expect(
      await team.coordinator.refused(`/api/challenges/${id}/receipts`, {
        version: 3,
        payerReceivedOn: day(-1),
      }),
    ).toEqual(['received_before_sent']);
    await lose(id, 3, 'dismissals');
    expect(await team.coordinator.refused(upholding, { ...decision, version: 4, decisionOn: day() })).toEqual(
      ['wrong_state'],
    );
  });

  it('what was rejected without review is not challenged, neither here nor in the database', async () => {
    const { caseId, requestId } = await caseWithPayer(team, somewhere());
    expect(
      await team.coordinator.refused(`/api/cases/${caseId}/challenges`, { requestId, kind: 'appeal_1' }),
    ).toContain('nothing_to_challenge');
    await expect(
      stage.db.owner.query(
        `INSERT INTO stipple.challenge (clinic_id, case_id, state, seq, kind, request_id, clinical) VALUES ($1, $2, 'open', 1, 'appeal_1', $3, false)`,
        [team.clinic.id, caseId, requestId],
      ),
    ).rejects.toThrow(/challenge_of_adverse_decision/);
  });
});
