import { AgingReport, AuthorizationsReport, StandingRows, WorkloadReport } from '@stipple/contracts';
import { type StandingList, expiryWindows } from '@stipple/domain';
import { Browser, type Stage, mustBe, openStage } from '../../apps/api-e2e/harness';
import { Dice } from './dice';
import { timeZone } from './make-corpus';
import { demoPassword, staff } from './people';
import { seedDemo } from './seed-demo';
import { plainRows } from './slow-count/plain-rows';
import { shake } from './slow-count/shake';
import { StandingByHand, type StandingThing } from './slow-count/standing-by-hand';

/** Where things stand in a shaken random clinic, every list and every sum, against a count of plain rows. */
const seeds = Array.from({ length: Number(process.env['STIPPLE_SEEDS'] ?? 1) }, (_, index) => index + 1);

describe.each(seeds)('the clinic of seed %i', (seed) => {
  let stage: Stage;
  let dana: Browser;
  let slow: StandingByHand;
  /** What the page can be narrowed to, and which cases then remain. */
  let filters: readonly (readonly [query: string, holds: (caseId: string) => boolean])[];
  beforeAll(async () => {
    stage = await openStage();
    const { clinicId } = await seedDemo(stage.db.ownerUrl, stage.files, { cases: 300, seed });
    await shake(stage.db.owner, clinicId, new Dice(`standing ${seed}`));
    const { name, email } = staff.dana;
    dana = await Browser.signIn(stage.url, { id: '', name, email, password: demoPassword });
    const rows = await plainRows(stage.db.owner, clinicId);
    slow = new StandingByHand(rows, timeZone, Temporal.Now.plainDateISO(timeZone).toString());
    const values = (column: string) => [...new Set(rows.treatment_case.map((one) => one[column]))];
    const by = (column: string, parameter: string) =>
      values(column).map((value) => {
        const cases = new Set(rows.treatment_case.filter((one) => one[column] === value).map(({ id }) => id));
        return [
          `${parameter}=${value === null ? '' : String(value)}`,
          (id: string) => cases.has(id),
        ] as const;
      });
    filters = [
      ['', () => true],
      ...by('payer_id', 'payerId'),
      ...by('physician_id', 'physicianId'),
      ...by('owner_id', 'coordinatorId'),
    ];
  }, 180_000);
  afterAll(() => stage.close());

  const read = async (path: string) => mustBe(200, await dana.get(`/api/reports/standing/${path}`));

  async function everyRow(list: StandingList, query: string) {
    const rows: StandingRows['rows'] = [];
    let after = '';
    let total: number;
    do {
      const page = StandingRows.parse(await read(`rows?list=${list}&${query}${after}`));
      rows.push(...page.rows);
      total = page.total;
      after = page.next === null ? '' : `&after=${encodeURIComponent(page.next)}`;
    } while (after !== '');
    expect(rows).toHaveLength(total);
    return rows;
  }
  const told = (things: readonly StandingThing[]) =>
    things.map(({ id, part, days, cents, units }) => [id, part, days, cents, units]).sort(byId);
  const byId = ([one]: unknown[], [other]: unknown[]) => (String(one) < String(other) ? -1 : 1);

  it.each([
    ['waiting_requests', () => slow.waiting()],
    ['owed_amounts', () => slow.owed()],
    ['used_up_authorizations', () => slow.usedUp()],
    ['ended_authorizations', () => slow.ended()],
    ['open_cases', () => slow.openCases()],
  ] as const)(
    'lists %s row by row, under every filter',
    async (list, byHand) => {
      const all = byHand();
      expect(all.length).toBeGreaterThan(0);
      for (const [query, holds] of filters) {
        const rows = await everyRow(list, query);
        const listed = rows.map(({ id, part, days, cents, units }) => [
          id,
          part,
          days,
          cents,
          units && [units.performed, units.scheduled, units.left],
        ]);
        expect([query, listed.sort(byId)]).toEqual([query, told(all.filter(({ caseId }) => holds(caseId)))]);
      }
    },
    120_000,
  );

  it.each(expiryWindows)(
    'lists what expires within %i days, and adds it up',
    async (within) => {
      for (const [query, holds] of filters) {
        const things = slow.expiring(within).filter(({ caseId }) => holds(caseId));
        const rows = await everyRow('expiring_authorizations', `within=${within}&${query}`);
        expect(rows.map(({ id, part }) => `${id} ${part}`).sort()).toEqual(
          things.map(({ id, part }) => `${id} ${part}`).sort(),
        );
        const { expiring } = AuthorizationsReport.parse(
          await read(`authorizations?within=${within}&${query}`),
        );
        const sum = (at: 0 | 1 | 2) => things.reduce((total, { units }) => total + (units?.[at] ?? 0), 0);
        expect([expiring.count, expiring.performed, expiring.scheduled, expiring.left]).toEqual([
          things.length,
          sum(0),
          sum(1),
          sum(2),
        ]);
      }
    },
    120_000,
  );

  it('adds up every band of age, under every filter', async () => {
    for (const [query, holds] of filters) {
      const report = AgingReport.parse(await read(`aging?${query}`));
      for (const [aged, all] of [
        [report.requests, slow.waiting()],
        [report.owed, slow.owed()],
      ] as const) {
        const things = all.filter(({ caseId }) => holds(caseId));
        for (const { band, count, cents } of aged.bands) {
          const own = things.filter(({ part }) => part === band);
          expect([count, cents]).toEqual([own.length, own.reduce((sum, one) => sum + (one.cents ?? 0), 0)]);
        }
        expect(aged.count).toBe(things.length);
      }
    }
  }, 120_000);

  it('counts what each owns and recorded, and what nobody owns', async () => {
    const { rows } = WorkloadReport.parse(await read('workload'));
    expect(rows.reduce((sum, { openCases }) => sum + openCases, 0)).toBe(slow.openCases().length);
    const steps = slow.steps();
    expect(steps.length).toBeGreaterThan(0);
    for (const row of rows) {
      const own = slow.openCases().filter(({ person }) => person === row.personId);
      const due = own.filter(({ part }) => part !== null).flatMap(({ days }) => days ?? []);
      expect(row).toMatchObject({
        openCases: own.length,
        dueToday: own.filter(({ part }) => part === 'due_today').length,
        overdue: own.filter(({ part }) => part === 'overdue').length,
        oldestDays: due.length === 0 ? null : Math.max(...due),
      });
      if (row.steps === null) continue;
      const recorded = steps.filter(({ person }) => person === row.personId);
      const of = (kind: string) => recorded.filter(({ part }) => part === kind).length;
      expect(row.steps).toEqual({
        total: recorded.length,
        calls: of('calls'),
        sent: of('sent'),
        payer_answers: of('payer_answers'),
        other_steps: of('other_steps'),
      });
    }
  });
});
