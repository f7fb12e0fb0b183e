import { ClockBreachList, MetricReport } from '@stipple/contracts';
import { groupCodes, readDenial } from '@stipple/domain';
import { Browser, Stage, mustBe, openStage } from '../../apps/api-e2e/harness';
import { demoPassword, staff } from './people';
import { seedDemo } from './seed-demo';

/** What payers of the demo clinic answer, and when: mostly within their clocks, with codes as they stand on letters. */
let stage: Stage;
let dana: Browser;
let clinicId: string;
beforeAll(async () => {
  stage = await openStage();
  ({ clinicId } = await seedDemo(stage.db.ownerUrl, stage.files, { cases: 500 }));
  const { name, email } = staff.dana;
  dana = await Browser.signIn(stage.url, { id: '', name, email, password: demoPassword });
}, 120_000);
afterAll(() => stage.close());

const rowsOf = async <Row extends object>(sql: string) =>
  (await stage.db.owner.query<Row>(sql, [clinicId])).rows;

it('decides late about once in twenty, and never before it was asked', async () => {
  const { figures } = MetricReport.parse(mustBe(200, await dana.get('/api/reports/metrics')));
  const { rows } = ClockBreachList.parse(mustBe(200, await dana.get('/api/reports/clock-breaches')));
  const share = rows.filter(({ decidedOn }) => decidedOn !== null).length / (figures[0]?.whole ?? 0);
  expect(share).toBeGreaterThan(0.01);
  expect(share).toBeLessThan(0.09);
  const early = await rowsOf(
    `SELECT r.id FROM stipple.auth_request r JOIN stipple.clinic k ON k.id = r.clinic_id
      WHERE r.clinic_id = $1 AND r.decided_on < (coalesce(r.payer_received_at, r.submitted_at) AT TIME ZONE k.time_zone)::date`,
  );
  expect(early).toEqual([]);
});

it('denies with group, remarks and its own words, which together say what class it is', async () => {
  const denials = await rowsOf<{
    group: (typeof groupCodes)[number] | null;
    code: string | null;
    remarks: string[];
    kind: never;
    words: string;
  }>(
    `SELECT denial_group AS "group", denial_code AS code, denial_remarks AS remarks, denial_kind AS kind, denial_words AS words
       FROM stipple.auth_request WHERE clinic_id = $1 AND state = 'denied'`,
  );
  const share = (which: (one: (typeof denials)[number]) => boolean) =>
    denials.filter(which).length / denials.length;
  expect(share(({ group }) => group !== null)).toBeGreaterThan(0.7);
  expect(share(({ remarks }) => remarks.length > 0)).toBeGreaterThan(0.35);
  expect(share(({ words }) => words.length > 40)).toBe(1);
  expect(share((one) => readDenial(one).denialClass === 'not_a_denial')).toBe(0);
  expect(share((one) => readDenial(one).denialClass === 'unclassified')).toBeLessThan(0.1);
});

it('names the last day for a call as the payer’s own terms have it', async () => {
  const calls = await rowsOf<{ ok: boolean }>(
    `SELECT x.file_by_on > r.notice_received_on AND x.file_by_on <= r.notice_received_on + 14 AS ok
       FROM stipple.challenge x JOIN stipple.auth_request r ON (r.clinic_id, r.id) = (x.clinic_id, x.request_id)
       JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (x.clinic_id, x.case_id)
      WHERE x.clinic_id = $1 AND x.kind = 'peer_to_peer' AND c.plan_type <> 'unknown'`,
  );
  expect(calls.length).toBeGreaterThan(1);
  expect(calls.every(({ ok }) => ok)).toBe(true);
});
