import { standingDefinitions, standingLists } from '@stipple/domain';
import { readXlsx } from 'hucre/xlsx';
import { download } from './export-story';
import { type Stage, mustBe, openStage } from './harness';
import { expiringCase, rowsFor } from './standing-story';
import { type Team, caseWithPayer, signInTeam, today } from './story';

/** An authorization that ends in twelve days, and a request that waits, of a patient whose name would run as a formula. */
let stage: Stage;
let team: Team;
const family = '=HYPERLINK("http://x","y")';
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  await expiringCase(team, 12, { bodySite: 'hand' });
  await caseWithPayer(team, { bodySite: 'wrist' });
  await stage.db.owner.query('UPDATE stipple.patient SET family_name = $1', [family]);
}, 120_000);
afterAll(() => stage.close());

const file = (query: string) => download(team.manager, stage, `/api/reports/standing/export?${query}`);
const csv = async (query: string) => String(await file(query));

it.each(standingLists)(
  'writes all of %s, headed by its definition, and ends with how many rows came',
  async (list) => {
    const { total } = await rowsFor(team.manager, `list=${list}`);
    const text = await csv(`list=${list}`);
    const { name, counted, notCounted } = standingDefinitions[list];
    expect(text).toContain(name);
    expect(text.replaceAll('""', '"')).toContain(counted);
    expect(text.replaceAll('""', '"')).toContain(notCounted);
    expect(text.trimEnd()).toMatch(new RegExp(`\\r\\n${total === 1 ? '1 row' : `${total} rows`}$`));
  },
);

it('writes a workbook cell by cell what the list shows, and says which filters it was narrowed by', async () => {
  const query = `list=expiring_authorizations&within=14&part=nothing_booked&payerId=${team.clinic.payerId}&coordinatorId=${team.clinic.coordinator.id}`;
  const [about, rows] = (await readXlsx(await file(`${query}&format=xlsx`))).sheets;
  expect(about?.rows[0]?.[0]).toBe(
    `Authorizations that expire: within 14 days, units left, nothing booked, payer Test Health Plan, coordinator ${team.clinic.coordinator.name}`,
  );
  const [row] = (await rowsFor(team.manager, query)).rows;
  expect(rows?.rows).toHaveLength(2);
  const [heading, written] = rows?.rows ?? [];
  const cell = (name: string) => written?.[heading?.indexOf(name) ?? -1];
  expect(['Case', 'Code', 'Days left', 'Approved', 'Performed', 'Scheduled', 'Left'].map(cell)).toEqual([
    row?.caseNumber,
    '17999',
    12,
    3,
    0,
    0,
    3,
  ]);
  expect((cell('Last day') as Date).toISOString().slice(0, 10)).toBe(today(team.clinic.timeZone, 12));
});

it('writes a name that begins like a formula as text', async () =>
  expect(await csv('list=waiting_requests')).toContain(`'=HYPERLINK`));

it('enters rows and files in the audit trail, and no sums: those hold nothing of a patient', async () => {
  const entries = async () => {
    const { rows } = await stage.db.owner.query<{ action: string }>(
      `SELECT action FROM stipple.audit_entry WHERE action LIKE 'standing.%' ORDER BY seq`,
    );
    return rows.map(({ action }) => action);
  };
  const before = (await entries()).length;
  for (const sums of ['aging', 'authorizations?within=30', 'workload'])
    mustBe(200, await team.manager.get(`/api/reports/standing/${sums}`));
  expect(await entries()).toHaveLength(before);
  await rowsFor(team.manager, 'list=open_cases');
  await file('list=open_cases');
  expect((await entries()).slice(before)).toEqual(['standing.read', 'standing.export']);
});
