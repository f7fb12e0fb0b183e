import { Stage, mustBe, openStage } from './harness';
import { Patient, linkTo, newToken, sendLink } from './patient-story';
import { estimate, issuedAgreement, patientSignature, priceOf } from './self-pay-story';
import { Team, booking, openCase, signInTeam } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const uninsured = (bodySite: string) => openCase(team, { planType: 'none', bodySite });
const codeOf = ({ status, problem }: { status: number; problem: { code: string } }) => [status, problem.code];
const closed = [410, 'link_not_opened'];
const over = [410, 'visit_over'];

it('reads the estimate word for word and signs it, and the booking unlocks', async () => {
  const { coordinator } = team;
  const caseId = await uninsured('hand');
  const id = await issuedAgreement(team, caseId);
  expect(await coordinator.refused(`/api/cases/${caseId}/sessions`, booking(team, 20, 9))).toEqual([
    'no_clearance',
  ]);
  const patient = new Patient(stage);
  const opened = await patient.opens(await sendLink(team, id));
  expect(opened.status).toBe(204);
  expect(opened.headers.getSetCookie()[0]).toMatch(
    /^stipple_patient=[\w-]{43}; Max-Age=3600; Path=\/api\/your-estimate; HttpOnly; SameSite=Strict$/,
  );
  const page = await patient.reads();
  expect(page).toMatchObject({
    totalCents: 150_000,
    signed: null,
    standing: { stage: 'self_pay_open', actsNext: 'patient' },
    document: { language: 'en', title: 'Good faith estimate' },
  });
  const [kept] = (await coordinator.case(caseId)).agreements[0]?.estimates ?? [];
  expect(page.sha256).toBe(kept?.sha256);

  expect((await patient.signs(page.sha256)).status).toBe(204);
  const { agreements, clearances } = await coordinator.case(caseId);
  expect(agreements[0]).toMatchObject({
    state: 'signed',
    signature: { signerName: 'Alpha Testpatient', witness: null, proofId: null },
    patientLink: { by: 'Billie Coordinator', openedAt: expect.any(String), locked: false, estimate: 1 },
  });
  expect(clearances).toMatchObject([{ source: 'self_pay', units: 3, active: true }]);
  await coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 20, 9));
  expect(await patient.reads()).toMatchObject({ signed: { signerName: 'Alpha Testpatient' } });
});

it('keeps who came and what they did, and never the token', async () => {
  const caseId = await uninsured('wrist');
  const token = await sendLink(team, await issuedAgreement(team, caseId));
  const patient = new Patient(stage);
  await patient.opens(token, '1980-01-02');
  await patient.opens(token);
  await patient.signs((await patient.reads()).sha256, { withheldFromPayer: true });
  const { rows } = await stage.db.owner.query<{ action: string; actor_id: string | null }>(
    `SELECT action, actor_id FROM stipple.audit_entry WHERE case_id = $1 AND action LIKE 'patient_link.%' ORDER BY seq`,
    [caseId],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'patient_link.make',
    'patient_link.wrong_birth_date',
    'patient_link.open',
    'patient_link.sign',
  ]);
  expect(rows[2]?.actor_id).toBeNull();
  expect((await team.coordinator.case(caseId)).agreements[0]).toMatchObject({ withheldFromPayer: true });
  const everywhere = await stage.db.owner.query<{ found: boolean }>(
    `SELECT bool_or(query_to_xml(format('SELECT * FROM %s', c.oid::regclass), false, false, '')::text LIKE '%' || $1 || '%') AS found
       FROM pg_class c WHERE c.relnamespace = 'stipple'::regnamespace AND c.relkind = 'r'`,
    [token],
  );
  expect(everywhere.rows).toEqual([{ found: false }]);
});

describe('a link reads the same when it leads nowhere', () => {
  const linked = async (bodySite: string) => {
    const id = await issuedAgreement(team, await uninsured(bodySite));
    return { id, path: `/api/self-pay-agreements/${id}`, token: await sendLink(team, id) };
  };
  const nobody = () => new Patient(stage);

  it('guessed', async () => expect(codeOf(await nobody().opens(newToken()))).toEqual(closed));

  it('with another date of birth, until five of them lock it', async () => {
    const { token } = await linked('back');
    for (let day = 2; day <= 6; day++)
      expect(codeOf(await nobody().opens(token, `1980-01-0${day}`))).toEqual(closed);
    expect(codeOf(await nobody().opens(token))).toEqual(closed);
    const { rows } = await stage.db.owner.query(
      'SELECT tries, locked, opened FROM stipple.patient_link ORDER BY id DESC LIMIT 1',
    );
    expect(rows).toEqual([{ tries: 5, locked: true, opened: false }]);
  });

  it('with wrong dates of birth at one moment: none of them is for free', async () => {
    const { token } = await linked('neck');
    await Promise.all(Array.from({ length: 8 }, () => nobody().opens(token, '1990-05-05')));
    expect(codeOf(await nobody().opens(token))).toEqual(closed);
  });

  it('used before', async () => {
    const { token } = await linked('chest');
    expect((await nobody().opens(token)).status).toBe(204);
    expect(codeOf(await nobody().opens(token))).toEqual(closed);
  });

  it('run out', async () => {
    const { id, token } = await linked('scalp');
    await stage.db.owner.query(
      `UPDATE stipple.patient_link SET made_at = made_at - interval '15 days', expires_at = expires_at - interval '15 days' WHERE agreement_id = $1`,
      [id],
    );
    expect(codeOf(await nobody().opens(token))).toEqual(closed);
  });

  it('taken back, and so is whoever is on the page', async () => {
    const { path, token } = await linked('abdomen');
    const patient = nobody();
    await patient.opens(token);
    const { sha256 } = await patient.reads();
    await team.coordinator.move(`${path}/patient-link-ends`, {});
    expect(codeOf(await patient.looks())).toEqual(over);
    expect(codeOf(await patient.signs(sha256))).toEqual(over);
    expect(codeOf(await nobody().opens(token))).toEqual(closed);
  });

  it('replaced by another link', async () => {
    const { id, token } = await linked('elbow');
    const newer = await sendLink(team, id);
    expect(codeOf(await nobody().opens(token))).toEqual(closed);
    expect((await nobody().opens(newer)).status).toBe(204);
  });

  it('to an estimate that was edited, also after it was issued again', async () => {
    const { id, path, token } = await linked('knee');
    const patient = nobody();
    await patient.opens(token);
    const { sha256 } = await patient.reads();
    await team.coordinator.move(`${path}/revisions`, { version: 2, ...priceOf({ sessions: 2 }) });
    expect(codeOf(await patient.signs(sha256))).toEqual(over);
    await team.coordinator.move(`${path}/estimates`, estimate(team, 3));
    expect(codeOf(await patient.looks())).toEqual(over);
    expect(codeOf(await patient.signs(sha256))).toEqual(over);
    const again = nobody();
    await again.opens(await sendLink(team, id, { estimate: 2 }));
    // The words of the first estimate cannot be signed by the link to the second.
    expect(codeOf(await again.signs(sha256))).toEqual([409, 'refused']);
    expect((await again.signs((await again.reads()).sha256)).status).toBe(204);
  });

  it('to an agreement that was withdrawn', async () => {
    const { path, token } = await linked('ankle');
    await team.coordinator.move(`${path}/withdrawals`, { version: 2, reason: 'Asked for' });
    expect(codeOf(await nobody().opens(token))).toEqual(closed);
  });
});

it('is over after its hour', async () => {
  const id = await issuedAgreement(team, await uninsured('thigh'));
  const patient = new Patient(stage);
  await patient.opens(await sendLink(team, id));
  const { sha256 } = await patient.reads();
  await stage.db.owner.query(
    `UPDATE stipple.patient_link SET session_ends_at = now() WHERE agreement_id = $1`,
    [id],
  );
  expect(codeOf(await patient.looks())).toEqual(over);
  expect(codeOf(await patient.signs(sha256))).toEqual(over);
});

it('shows nothing to whoever did not come by a link', async () => {
  expect(codeOf(await new Patient(stage).looks())).toEqual(over);
  mustBe(410, await team.coordinator.get('/api/your-estimate'));
});

it('makes no link before the estimate is given, to another one, or without the waiver that the plan asks for', async () => {
  const { coordinator } = team;
  const token = newToken();
  const draft = await coordinator.make(
    `/api/cases/${await uninsured('foot')}/self-pay-agreements`,
    priceOf(),
  );
  const insured = await issuedAgreement(team, await openCase(team, { bodySite: 'hip' }));
  const refusedFor = (id: string, more: object = {}) =>
    coordinator.refused(`/api/self-pay-agreements/${id}/patient-links`, linkTo(team, token, more));
  expect(await refusedFor(draft)).toEqual(['wrong_state']);
  expect(await refusedFor(insured)).toEqual(['waiver_missing']);
  expect(await refusedFor(insured, { estimate: 2 })).toEqual(['waiver_missing', 'estimate_changed']);
});

it('signs once: a repeat is answered alike, and a second signature is refused', async () => {
  const id = await issuedAgreement(team, await uninsured('upper_arm'));
  const patient = new Patient(stage);
  await patient.opens(await sendLink(team, id));
  const { sha256 } = await patient.reads();
  const key = 'the-same-tap-twice';
  expect((await patient.signs(sha256, {}, key)).status).toBe(204);
  expect((await patient.signs(sha256, {}, key)).status).toBe(204);
  expect((await patient.signs(sha256)).status).toBe(409);
});

it('needs the consent, and the name', async () => {
  const id = await issuedAgreement(team, await uninsured('forearm'));
  const patient = new Patient(stage);
  await patient.opens(await sendLink(team, id));
  const { sha256 } = await patient.reads();
  expect((await patient.signs(sha256, { agrees: false })).status).toBe(400);
  expect((await patient.signs(sha256, { signerName: '  ' })).status).toBe(400);
  expect((await patient.signs('0'.repeat(64))).problem.refusals).toMatchObject([
    { code: 'estimate_changed' },
  ]);
});

it('can still be signed on paper while a link is out, and the link then shows it', async () => {
  const { coordinator } = team;
  const caseId = await uninsured('face');
  const id = await issuedAgreement(team, caseId);
  const patient = new Patient(stage);
  await patient.opens(await sendLink(team, id));
  const proofId = await coordinator.attach(caseId, 'signed_estimate');
  await coordinator.move(`/api/self-pay-agreements/${id}/signatures`, patientSignature(team, 2, proofId));
  const { sha256, signed } = await patient.reads();
  expect(signed).toMatchObject({ signerName: 'Alpha Testpatient' });
  expect((await patient.signs(sha256)).status).toBe(409);
});
