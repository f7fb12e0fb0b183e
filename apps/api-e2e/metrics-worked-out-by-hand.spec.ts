import { MetricDefinitions, MetricGroups, MetricItems, MetricReport } from '@stipple/contracts';
import { type MetricKey, addDays, addMonths, headlineOf, metricKeys, metricOf } from '@stipple/domain';
import { type Stage, mustBe, openStage } from './harness';
import { nextRequest, readyRequest, sentEarlier } from './sent-story';
import { type Team, approval, caseWithPayer, signInTeam, today } from './story';

/** Seven requests of six cases, each figure worked out on paper. */
let stage: Stage;
let team: Team;
const sites = ['hand', 'wrist', 'elbow', 'knee', 'foot', 'thigh'];
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  // Decided after 0, 2, 4 and 10 days: denied three times, the fourth approved.
  await denied(0, '50', 0);
  await denied(1, '197', 2);
  await denied(2, undefined, 4);
  await approved((await sent(3, 10)).requestId);
  // Rejected, corrected, approved on its day: no first pass, and decided once.
  const { coordinator } = team;
  const { caseId, requestId } = await readyRequest(team, { bodySite: sites[4] });
  const now = new Date().toISOString();
  const fax = { version: 2, channel: 'fax', submittedAt: now, reference: 'F' };
  await coordinator.move(`/api/auth-requests/${requestId}/submissions`, fax);
  await coordinator.move(`/api/auth-requests/${requestId}/rejections`, {
    version: 3,
    errorCode: '67',
    words: 'No.',
  });
  const again = await nextRequest(team, caseId, { supersedesId: requestId });
  const portal = { version: 2, channel: 'portal', submittedAt: now, reference: 'P', payerReceivedAt: now };
  await coordinator.move(`/api/auth-requests/${again}/submissions`, portal);
  await approved(again, caseId);
  // Withdrawn: decided by nobody.
  const left = await caseWithPayer(team, { bodySite: sites[5] });
  await coordinator.move(`/api/auth-requests/${left.requestId}/withdrawals`, { version: 4, reason: 'Moved' });
}, 60_000);
afterAll(() => stage.close());

async function sent(site: number, days: number) {
  const made = await caseWithPayer(team, { bodySite: sites[site] });
  await sentEarlier(stage.db.owner, made.requestId, days);
  return made;
}

async function denied(site: number, code: string | undefined, days: number): Promise<void> {
  const { requestId } = await sent(site, days);
  const day = today(team.clinic.timeZone);
  const denial = { version: 4, words: 'No.', code, kind: 'clinical', decisionOn: day, noticeReceivedOn: day };
  await team.coordinator.move(`/api/auth-requests/${requestId}/denials`, denial);
}

async function approved(requestId: string, caseId?: string): Promise<void> {
  const { rows } = await stage.db.owner.query<{ case_id: string; seq: number }>(
    'SELECT case_id, seq FROM stipple.auth_request WHERE id = $1',
    [requestId],
  );
  const proofId = await team.coordinator.attach(caseId ?? rows[0]?.case_id ?? '', 'payer_notice');
  const grant = approval(team, proofId, rows[0]?.seq ?? 0, { number: `AUTH-${requestId.slice(-6)}` });
  await team.coordinator.make(`/api/auth-requests/${requestId}/approvals`, grant);
}

const report = async (query = '') =>
  MetricReport.parse(mustBe(200, await team.manager.get(`/api/reports/metrics?${query}`)));
const figure = async (metric: MetricKey, query = '') =>
  (await report(`${query}&metrics=${metric}`)).figures.find((one) => one.metric === metric);
const groups = async (metric: MetricKey, query: string) =>
  MetricGroups.parse(mustBe(200, await team.manager.get(`/api/reports/metrics/${metric}/groups?${query}`)));

it('counts five decisions, three of them denials, with the interval around 3 of 5', async () => {
  // Wilson, 95%: (0.6 + 3.8415/10 ± 1.96 √(0.24/5 + 3.8415/100)) / (1 + 3.8415/5).
  expect(await figure('denial_rate')).toMatchObject({
    part: 3,
    whole: 5,
    share: 0.6,
    low: expect.closeTo(0.2307, 4),
    high: expect.closeTo(0.8824, 4),
    enough: false,
    version: 2,
    mode: 'event',
  });
});

it('answers the five at the top unless others are asked for', async () => {
  const told = async (query: string) => (await report(query)).figures.map(({ metric }) => metric);
  expect(await told('')).toEqual(headlineOf('event'));
  expect(await told('mode=case')).toEqual(headlineOf('case'));
  expect(await told('metrics=denials,open_time')).toEqual(['denials', 'open_time']);
});

it('takes for a first pass only what was neither corrected nor asked about', async () =>
  expect(await figure('first_pass_rate')).toMatchObject({ part: 1, whole: 5, share: 0.2 }));

it('interpolates the median and the ninth decile of 0, 0, 2, 4 and 10 days', async () =>
  // The ninth decile lies at 0.9 × 4 = 3.6: 4 + 0.6 × (10 − 4).
  expect(await figure('payer_days')).toMatchObject({
    whole: 5,
    median: 2,
    ninthDecile: expect.closeTo(7.6, 9),
  }));

it('calls avoidable what the office could have kept from coming, and no code unclassified', async () => {
  expect(await figure('avoidable_rate')).toMatchObject({ part: 1, whole: 3 });
  const { cells } = await groups('denials', 'by=avoidable');
  expect(cells.map(({ keys, whole }) => [keys[0]?.key, whole]).sort()).toEqual([
    ['no', 1],
    ['no_authorization', 1],
    ['unclassified', 1],
  ]);
});

it('sums what was asked for at the worksheet’s fee: three denied requests of 3 × $450', async () =>
  expect(await figure('money_at_risk')).toMatchObject({ whole: 3, cents: 405_000, mode: 'case' }));

it('divides by nothing without a word about it: no share, no interval', async () => {
  const nothing = { part: 0, whole: 0, share: null, low: null, high: null, median: null, enough: false };
  expect(await figure('overturn_rate')).toMatchObject(nothing);
  for (const one of (await report(`from=2001-01-01&to=2001-12-31&metrics=${metricKeys.join(',')}`)).figures)
    expect(one).toMatchObject({ ...nothing, cents: sumOf(one, 'cents'), seconds: sumOf(one, 'seconds') });
});

/** Nothing adds up to nothing, where something is added up. */
const sumOf = ({ metric }: { metric: MetricKey }, unit: string) =>
  metricOf(metric).unit === unit ? 0 : null;

it('keeps the whole where decisions are narrowed to a reason, and says what it could not narrow', async () => {
  expect(await figure('denial_rate', 'reason=50')).toMatchObject({ part: 1, whole: 5, leftOut: [] });
  expect(await figure('denials', 'reason=')).toMatchObject({ part: 1, whole: 1 });
  expect(await figure('payer_days', 'reason=50')).toMatchObject({ whole: 5, leftOut: ['reason'] });
  const { cells } = await groups('denial_rate', 'by=payer&across=reason');
  expect(cells.map(({ keys, part, whole }) => [keys[1]?.key, part, whole]).sort()).toEqual([
    ['', 1, 5],
    ['197', 1, 5],
    ['50', 1, 5],
  ]);
});

it('names physician and coordinator as they were when the request went out', async () => {
  const { physician, coordinator } = team.clinic;
  await stage.db.owner.query('UPDATE stipple.treatment_case SET owner_id = NULL');
  const by = async (dimension: string) => (await groups('denials', `by=${dimension}`)).cells[0];
  expect(await by('physician')).toMatchObject({
    keys: [{ key: physician.id, name: physician.name }],
    whole: 3,
  });
  expect((await by('coordinator'))?.keys[0]?.key).toBe(coordinator.id);
});

it('answers a range of ten years, and one day more is too long', async () => {
  const tooEarly = addMonths(today(team.clinic.timeZone), -120);
  expect(await figure('denials', `from=${addDays(tooEarly, 1)}`)).toMatchObject({ whole: 3 });
  const { status, problem } = await team.manager.get(`/api/reports/metrics?from=${tooEarly}`);
  expect([status, problem.refusals[0]?.field]).toEqual([400, 'to']);
});

it.each([
  ['from=2026-02-01&to=2026-01-01', 'to', 'to lies before the first day.'],
  ['from=2199-01-01', 'from', 'from lies after today. Name a last day as well, or an earlier first one.'],
  ['month=2026-13', 'month', 'month is not a month such as 2026-11.'],
  ["codes=17999') OR true--", 'codes', 'codes is not a list of procedure codes such as 0479T,17999.'],
  ['coordinatorId=me', 'coordinatorId', 'coordinatorId is not a valid uuid.'],
])('refuses %s and names the field', async (query, field, sentence) => {
  const { status, problem } = await team.manager.get(`/api/reports/metrics?${query}`);
  expect([status, problem.refusals[0]]).toEqual([400, expect.objectContaining({ field, sentence })]);
});

it('takes what looks like SQL for a reason that nobody gave', async () =>
  expect(await figure('denials', `reason=${encodeURIComponent("' OR 1=1--")}`)).toMatchObject({ whole: 0 }));

it('gives the very words of the definitions, earlier ones too', async () => {
  const answer = await team.manager.get('/api/reports/metrics/definitions');
  const { metrics } = MetricDefinitions.parse(mustBe(200, answer));
  const { versions } = metrics.find(({ key }) => key === 'denial_rate') ?? {};
  expect(versions).toEqual(metricOf('denial_rate').versions);
  expect(versions?.map(({ version }) => version)).toEqual([2, 1]);
});

it('lists who was counted, and whoever reads the list is on the trail', async () => {
  const answer = await team.manager.get('/api/reports/metrics/denial_rate/cases?reason=197');
  const { rows, total } = MetricItems.parse(mustBe(200, answer));
  expect([
    total,
    rows.map(({ outcome, code, denialClass, avoidable, value }) => [
      outcome,
      code,
      denialClass,
      avoidable,
      value,
    ]),
  ]).toEqual([1, [['denied', '197', 'authorization', 'no_authorization', null]]]);
  const { rows: trail } = await stage.db.owner.query(
    `SELECT 1 FROM stipple.audit_entry WHERE action = 'metric_cases.read' AND actor_id = $1`,
    [team.clinic.manager.id],
  );
  expect(trail.length).toBeGreaterThan(0);
});

it('exports them with the definition, the filter and how many there are', async () => {
  const path = `/api/reports/metrics/payer_days/export?side=whole&payerId=${team.clinic.payerId}&from=2020-01-01`;
  const answer = await team.manager.get<string>(path);
  const lines = mustBe(200, answer).replace('\uFEFF', '').split('\r\n');
  expect(lines[0]).toBe(
    '"Payer days to a decision (definition 1), all that it is a part of: from 2020-01-01, payer Test Health Plan"',
  );
  expect(lines[2]).toContain(metricOf('payer_days').versions[0].numerator);
  expect(lines.find((line) => line.startsWith('Case,'))).toMatch(/Stage now,Days$/);
  expect(lines.slice(-2)).toEqual(['5 rows', '']);
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="payer-days.csv"');
});
