import { EvidenceView, LetterDesk, LetterRead, ScreeningNow } from '@stipple/contracts';
import type { Statement } from '@stipple/database';
import {
  Facts,
  PolicyVersion,
  ScreeningBasis,
  ScreeningResult,
  callsPhysician,
  deriveFacts,
  screenBasis,
} from '@stipple/domain';
import { FactSourcesRow, factSourcesStatement, sourcesOf } from '@stipple/evidence-api';
import { policyInForce } from '@stipple/payers-api';
import { Browser, Stage, mustBe, openStage } from '../../apps/api-e2e/harness';
import { demoPassword, staff } from './people';
import { seedDemo } from './seed-demo';

/** What the demo clinic says of its cases is what the API makes of the same record. */
let stage: Stage;
let hart: Browser;
let clinicId: string;
beforeAll(async () => {
  stage = await openStage();
  ({ clinicId } = await seedDemo(stage.db.ownerUrl, stage.files, { cases: 500 }));
  const { name, email } = staff.hart;
  hart = await Browser.signIn(stage.url, { id: '', name, email, password: demoPassword });
}, 120_000);
afterAll(() => stage.close());

const rowsOf = async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
  (await stage.db.owner.query<Row>(sql, [...values])).rows;
const ask = <Row>({ text, values }: Statement) => rowsOf<Row & object>(text, values);

interface Stored {
  readonly id: string;
  readonly case_id: string;
  readonly outcome: string;
  readonly computed_outcome: string;
  readonly override_reason: string | null;
  readonly policy_version_id: string | null;
  readonly service_on: string;
  readonly computed_on: string;
  readonly facts: Facts;
  readonly result: ScreeningResult;
  readonly basis: ScreeningBasis;
}

const stored = () =>
  rowsOf<Stored>(
    `SELECT x.id, x.case_id, x.outcome, x.computed_outcome, x.override_reason, x.policy_version_id, b.service_on::text,
            (b.computed_at AT TIME ZONE k.time_zone)::date::text AS computed_on, b.facts, b.result,
            json_build_object('facts', b.facts, 'texts', b.texts, 'evidence', b.evidence, 'explanations', b.explanations) AS basis
       FROM stipple.screening x JOIN stipple.clinic k ON k.id = x.clinic_id
       JOIN stipple.screening_basis b ON (b.clinic_id, b.screening_id) = (x.clinic_id, x.id) WHERE k.id = $1`,
    [clinicId],
  );

it('has every screening computed, by the policy in force on its day, from the record as the API reads it', async () => {
  const all = await stored();
  expect(all.length).toBe(
    (await rowsOf('SELECT FROM stipple.screening WHERE clinic_id = $1', [clinicId])).length,
  );
  expect(all.length).toBeGreaterThan(300);
  for (const one of all) {
    const [row] = await ask<FactSourcesRow>(factSourcesStatement(clinicId, one.case_id));
    if (row === undefined) throw new Error('no such case');
    expect(one.facts).toEqual(deriveFacts(sourcesOf(row), one.computed_on));
    const inForce = await policyInForce(ask, { clinicId, caseId: one.case_id }, one.service_on);
    expect(one.policy_version_id).toBe(inForce?.policyVersionId ?? null);
    const policy: PolicyVersion | null = inForce?.policy ?? null;
    expect(one.result).toEqual(JSON.parse(JSON.stringify(screenBasis(policy, one.basis))));
    expect(one.computed_outcome).toBe(one.result.outcome);
  }
});

it('comes to all three outcomes, and a few times a physician decided otherwise and said why', async () => {
  const all = await stored();
  const count = (outcome: string) => all.filter((one) => one.computed_outcome === outcome).length;
  for (const outcome of ['likely_medical', 'cosmetic', 'uncertain'])
    expect(count(outcome)).toBeGreaterThan(20);
  const overridden = all.filter(({ override_reason: reason }) => reason !== null).length;
  expect(overridden).toBeGreaterThan(2);
  expect(overridden).toBeLessThan(all.length / 8);
});

it('has screenings signed over exactly what PostgreSQL keeps of them', async () => {
  const [counts] = await rowsOf<{ signed: number; matching: number }>(
    `SELECT count(*)::int AS signed, count(*) FILTER (WHERE g.content_hash = sha256(convert_to(concat_ws(E'\\n', x.outcome, array_to_string(x.criteria, ','),
              array_to_string(x.evidence_ids, ','), x.reasons, x.override_reason, b.result::text, b.facts::text), 'UTF8')))::int AS matching
       FROM stipple.screening x JOIN stipple.screening_basis b ON (b.clinic_id, b.screening_id) = (x.clinic_id, x.id)
       JOIN stipple.signature g ON (g.clinic_id, g.subject_id) = (x.clinic_id, x.id) WHERE x.clinic_id = $1`,
    [clinicId],
  );
  expect(counts?.signed).toBeGreaterThan(300);
  expect(counts?.matching).toBe(counts?.signed);
});

it('shows on recent cases a full record, a screening that would come out the same today, and a letter that holds', async () => {
  const recent = await rowsOf<{ case_id: string }>(
    `SELECT l.case_id FROM stipple.letter l JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (l.clinic_id, l.case_id)
      WHERE l.clinic_id = $1 AND l.state IN ('ready', 'signed') AND c.state = 'open' AND c.opened_at > now() - interval '30 days'
        AND NOT EXISTS (SELECT FROM stipple.treatment_session s WHERE (s.clinic_id, s.case_id) = (c.clinic_id, c.id))`,
    [clinicId],
  );
  expect(recent.length).toBeGreaterThan(10);
  for (const { case_id: id } of recent) {
    const { records, facts } = EvidenceView.parse(mustBe(200, await hart.get(`/api/cases/${id}/evidence`)));
    expect(records.length).toBeGreaterThan(7);
    expect(Object.keys(facts).length).toBeGreaterThan(15);
    const screening = ScreeningNow.parse(mustBe(200, await hart.get(`/api/cases/${id}/screening`)));
    const last = screening.past.find(({ state }) => state === 'signed');
    expect(screening.result.outcome).toBe(last?.computed?.outcome);
    const desk = LetterDesk.parse(mustBe(200, await hart.get(`/api/cases/${id}/letter-desk`)));
    const letter = LetterRead.parse(mustBe(200, await hart.get(`/api/letters/${desk.letter?.id ?? ''}`)));
    expect(letter.body).toContain('Functional impairment and measurements');
    expect(letter.check.refusals).toEqual([]);
  }
});

it('has older letters that are short, and hold as well', async () => {
  const older = await rowsOf<{ id: string }>(
    `SELECT l.id FROM stipple.letter l JOIN stipple.letter_version w ON (w.clinic_id, w.letter_id, w.version) = (l.clinic_id, l.id, l.version)
      WHERE l.clinic_id = $1 AND l.state = 'signed' AND w.body NOT LIKE '%Functional impairment and measurements%' ORDER BY l.id DESC LIMIT 60`,
    [clinicId],
  );
  expect(older).toHaveLength(60);
  for (const { id } of older) {
    const { check } = LetterRead.parse(mustBe(200, await hart.get(`/api/letters/${id}`)));
    expect(check.refusals).toEqual([]);
  }
});

it('raises the physician with every answer that tells of thoughts of self-harm', async () => {
  const rated = await rowsOf<{ items: number[]; alert: string | null; state: string | null }>(
    `SELECT s.items, s.alert_id AS alert, t.state FROM stipple.scale_rating s
       LEFT JOIN stipple.task t ON (t.clinic_id, t.id) = (s.clinic_id, s.alert_id) WHERE s.clinic_id = $1 AND s.scale = 'phq9'`,
    [clinicId],
  );
  for (const { items, alert, state } of rated)
    expect([alert !== null, state !== null]).toEqual(
      callsPhysician('phq9', items) ? [true, true] : [false, false],
    );
});
