import type { TestPerson } from '@stipple/testing';
import { Stage, mustBe, openStage } from './harness';
import { estimate, issuedAgreement, patientSignature, priceOf, signedAgreement } from './self-pay-story';
import { Team, booking, openCase, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
let issued: string;
let draft: string;
let signed: string;
let caseId: string;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  caseId = await openCase(team, { planType: 'none' });
  issued = await issuedAgreement(team, caseId);
  signed = await signedAgreement(team, caseId);
  draft = await team.coordinator.make(`/api/cases/${caseId}/self-pay-agreements`, priceOf());
});
afterAll(() => stage.close());

/** As the API's role, for a person of the clinic, with the deferred constraints; nothing of it stays. */
async function acting(who: TestPerson, ...statements: readonly string[]): Promise<void> {
  const client = await stage.db.application.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      `SELECT set_config('stipple.clinic', $1, true), set_config('stipple.staff', $2, true)`,
      [stage.clinic.id, who.id],
    );
    for (const text of statements) await client.query(text);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}
const broken = (constraint: string) => expect.objectContaining({ constraint }) as Error;

/** The version that would be written when the draft is issued, with something else in it. */
const written = (more: Readonly<Record<string, string>> = {}) => {
  const columns = {
    clinic_id: 'g.clinic_id',
    agreement_id: 'g.id',
    version: '1',
    case_id: 'g.case_id',
    seq: '2',
    language: `'en'`,
    delivery: `'paper'`,
    procedure_code: 'g.procedure_code',
    sessions: 'g.sessions',
    lines: 'g.lines',
    total_cents: 'g.total_cents',
    issued_on: 'current_date',
    valid_until: 'current_date + 90',
    contents: `json_build_object('contents', json_build_object('totalCents', g.total_cents), 'document', json_build_object('sections', '[]'::json))::text`,
    issued_by: `'${team.clinic.coordinator.id}'`,
    ...more,
  };
  return `INSERT INTO stipple.estimate_version (${Object.keys(columns).join(', ')})
    SELECT ${Object.values(columns).join(', ')} FROM stipple.self_pay_agreement g WHERE g.id = '${draft}'`;
};

describe('an estimate that was given', () => {
  it.each(['contents', 'lines', 'issued_on', 'content_sha256'])('is never edited: %s', (column) =>
    expect(
      acting(team.clinic.coordinator, `UPDATE stipple.estimate_version SET ${column} = DEFAULT`),
    ).rejects.toThrow(/permission denied/),
  );

  it('is never removed', () =>
    expect(acting(team.clinic.coordinator, 'DELETE FROM stipple.estimate_version')).rejects.toThrow(
      /permission denied/,
    ));

  it('is not written without its event', () =>
    expect(acting(team.clinic.coordinator, written())).rejects.toThrow(broken('estimate_has_event')));

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['another total than its lines', { total_cents: '1' }, 'estimate_says_its_total'],
    [
      'another total in its words',
      { contents: `'{"contents": {"totalCents": 1}, "document": {"sections": []}}'` },
      'estimate_says_its_total',
    ],
    ['half a cent', { lines: `'[{"quantity": 1, "unitCents": 0.5}]'` }, ''],
    [
      'a price below nothing',
      { lines: `'[{"quantity": 1, "unitCents": -5}]'`, total_cents: '-5' },
      'estimate_says_its_total',
    ],
    ['no document', { contents: `'{"contents": {"totalCents": 150000}}'` }, 'estimate_is_a_document'],
    ['words that are no JSON', { contents: `'{'` }, ''],
    ['a day without its rule', { due_on: 'current_date' }, 'estimate_due_by_a_rule'],
  ])('does not hold %s', async (_, more, constraint) => {
    const refused = expect(acting(team.clinic.coordinator, written(more))).rejects;
    await (constraint === '' ? refused.toThrow() : refused.toThrow(broken(constraint)));
  });
});

it('PostgreSQL takes no signature under another version, nor over other words (rule 18: estimate before signature)', async () => {
  const sign = (version: string, hash: string) =>
    acting(
      team.clinic.coordinator,
      `INSERT INTO stipple.patient_signature (clinic_id, agreement_id, case_id, seq, signer_name, estimate_version, content_hash, witness_id, proof_id)
       SELECT s.clinic_id, '${issued}', s.case_id, 3, 'Somebody', ${version}, ${hash}, s.witness_id, s.proof_id FROM stipple.patient_signature s WHERE s.agreement_id = '${signed}'`,
    );
  const right = `(SELECT v.content_sha256 FROM stipple.estimate_version v WHERE v.agreement_id = '${issued}')`;
  await expect(sign('1', `sha256('other')`)).rejects.toThrow(broken('signature_over_estimate'));
  await expect(sign('2', right)).rejects.toThrow(broken('signature_over_estimate'));
  await expect(sign('NULL', right)).rejects.toThrow(broken('signature_names_estimate'));
});

it('PostgreSQL lets a signed agreement go by no other version, and keeps what the plan is not told', async () => {
  for (const change of ['estimate_version = 2', 'withheld_from_payer = true'])
    await expect(
      acting(
        team.clinic.coordinator,
        `UPDATE stipple.self_pay_agreement SET ${change} WHERE id = '${signed}'`,
      ),
    ).rejects.toThrow(broken('signed_agreement_never_changes'));
});

it('PostgreSQL takes no claim for a session whose patient asked that the plan is not told (rule 17: never to an insurer)', async () => {
  const { coordinator, physician, clinic } = team;
  const own = await openCase(team, { planType: 'none', bodySite: 'knee', plannedSessions: 1 });
  const id = await coordinator.make(`/api/cases/${own}/self-pay-agreements`, priceOf({ sessions: 1 }));
  await coordinator.move(`/api/self-pay-agreements/${id}/estimates`, estimate(team, 1));
  const proofId = await coordinator.attach(own, 'signed_estimate');
  await coordinator.move(
    `/api/self-pay-agreements/${id}/signatures`,
    patientSignature(team, 2, proofId, { withheldFromPayer: true }),
  );
  const startsAt = new Date(Date.now() + 1500).toISOString();
  const sessionId = await coordinator.make(
    `/api/cases/${own}/sessions`,
    booking(team, 0, 0, { startsAt, roomId: clinic.otherRoomId }),
  );
  await coordinator.move(`/api/sessions/${sessionId}/check-ins`, { version: 1 });
  const record = { performedOn: today(clinic.timeZone), areaCm2: 10, device: 'Pen', lot: 'L', note: 'Done.' };
  const { password } = clinic.physician;
  mustBe(
    204,
    await physician.post(`/api/sessions/${sessionId}/performances`, { version: 2, ...record, password }),
  );
  const claim = (authorization: string) =>
    acting(
      clinic.coordinator,
      `INSERT INTO stipple.claim (clinic_id, case_id, state, seq, session_id, clearance_id, authorization_id, charge_cents)
       SELECT u.clinic_id, '${own}', 'draft', 1, u.session_id, u.clearance_id, ${authorization}, 50000 FROM stipple.session_unit u WHERE u.session_id = '${sessionId}'`,
    );
  await expect(claim('u.clearance_id')).rejects.toThrow(broken('claim_carries_authorization'));
  await expect(claim('NULL')).rejects.toThrow(/authorization_id/);
});
