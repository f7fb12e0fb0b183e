import { MetricGroups, MetricItems } from '@stipple/contracts';
import { denialClasses } from '@stipple/domain';
import { Stage, mustBe, openStage } from './harness';
import { Team, approval, caseWithPayer, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
/** What stands on each notice: a bare 96 says too little, so what its reader stated decides; N383 makes it an exclusion. */
const codes = ['50', '272', '96', 'CO-96, N383', 'Q7', undefined];

beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  const { coordinator, clinic } = team;
  for (const [index, code] of codes.entries()) {
    const { requestId } = await caseWithPayer(team, {
      bodySite: ['hand', 'wrist', 'elbow', 'knee', 'foot', 'thigh'][index],
    });
    const day = today(clinic.timeZone);
    const denial = { version: 4, words: 'No.', kind: 'clinical', decisionOn: day, noticeReceivedOn: day };
    await coordinator.move(`/api/auth-requests/${requestId}/denials`, { ...denial, code });
  }
  const approved = await caseWithPayer(team, { bodySite: 'hip' });
  const proofId = await coordinator.attach(approved.caseId, 'payer_notice');
  await coordinator.make(`/api/auth-requests/${approved.requestId}/approvals`, approval(team, proofId, 4));
});
afterAll(() => stage.close());

const path = '/api/reports/metrics';
const groups = async (metric: string, by: string, query = '') =>
  MetricGroups.parse(mustBe(200, await team.manager.get(`${path}/${metric}/groups?by=${by}&${query}`)));
const list = async (query = '') =>
  MetricItems.parse(mustBe(200, await team.manager.get(`${path}/denials/cases?${query}`)));

it('counts decisions and denials per payer and month, adding up to the whole', async () => {
  const { figure, cells } = await groups('denial_rate', 'month&across=payer');
  expect(cells).toEqual([expect.objectContaining({ part: 6, whole: 7 })]);
  expect(cells[0]?.keys).toEqual([
    expect.objectContaining({ key: today(team.clinic.timeZone).slice(0, 7) }),
    { key: team.clinic.payerId, name: 'Test Health Plan' },
  ]);
  expect(figure).toMatchObject({ part: 6, whole: 7 });
});

it('leads from every class to its cases, and no case has two classes or none', async () => {
  const found = await Promise.all(denialClasses.map(async (one) => (await list(`denialClass=${one}`)).total));
  const byClass = Object.fromEntries(denialClasses.map((one, index) => [one, found[index]]));
  expect(byClass).toMatchObject({ clinical: 5, benefit_exclusion: 1, unclassified: 0, coding: 0 });
  expect(found.reduce((sum, many) => sum + many, 0)).toBe(codes.length);
});

it('names each case the class that its page names, in the list and in the file', async () => {
  const { rows } = await list();
  const pages = await Promise.all(rows.map(({ caseId }) => team.manager.case(caseId)));
  expect(rows.map(({ denialClass }) => denialClass)).toEqual(
    pages.map(({ requests }) => requests[0]?.denial?.denialClass),
  );
  const { cells } = await groups('denials', 'class', 'reason=96');
  expect(cells.map(({ keys: [one], whole }) => [one?.key, whole]).sort()).toEqual([
    ['benefit_exclusion', 1],
    ['clinical', 1],
  ]);
  const file = await team.manager.get<string>(`${path}/denials/export?denialClass=benefit_exclusion`);
  expect(mustBe(200, file)).toMatch(/1 row\r\n/);
});

it('takes the twelve months up to the last day when only that is named', async () =>
  expect(await groups('denials', 'reason', 'to=2024-05-20')).toMatchObject({
    from: '2023-06-01',
    to: '2024-05-20',
    cells: [],
  }));
