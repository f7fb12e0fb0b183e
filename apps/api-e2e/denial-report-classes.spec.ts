import { DenialList, DenialReport } from '@stipple/contracts';
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

const report = async (query = '') =>
  DenialReport.parse(mustBe(200, await team.manager.get(`/api/reports/denials?${query}`)));
const total = async (query: string) =>
  DenialList.parse(mustBe(200, await team.manager.get(`/api/reports/denials/cases?${query}`))).total;

it('counts decisions and denials per payer and month, adding up to the whole', async () => {
  const { decisions, firstDecisions, firstDenials } = await report();
  expect(decisions).toEqual([
    {
      month: today(team.clinic.timeZone).slice(0, 7),
      payerId: team.clinic.payerId,
      payerName: 'Test Health Plan',
      decisions: 7,
      denials: 6,
    },
  ]);
  expect([firstDecisions, firstDenials]).toEqual([7, 6]);
});

it('leads from every class to its cases, and no case has two classes or none', async () => {
  const found = await Promise.all(denialClasses.map((one) => total(`denialClass=${one}`)));
  const byClass = Object.fromEntries(denialClasses.map((one, index) => [one, found[index]]));
  expect(byClass).toMatchObject({ clinical: 5, benefit_exclusion: 1, unclassified: 0, coding: 0 });
  expect(found.reduce((sum, many) => sum + many, 0)).toBe(codes.length);
});

it('names each case the class that its page names, in the list and in the file', async () => {
  const { rows } = DenialList.parse(mustBe(200, await team.manager.get('/api/reports/denials/cases')));
  const pages = await Promise.all(rows.map(({ caseId }) => team.manager.case(caseId)));
  expect(rows.map(({ denialClass }) => denialClass)).toEqual(
    pages.map(({ requests }) => requests[0]?.denial?.denialClass),
  );
  const { cells } = await report();
  expect(
    cells
      .filter(({ code }) => code === '96')
      .map(({ denialClass, count }) => [denialClass, count])
      .sort(),
  ).toEqual([
    ['benefit_exclusion', 1],
    ['clinical', 1],
  ]);
  const path = '/api/reports/denials/export?denialClass=benefit_exclusion';
  expect(mustBe(200, await team.manager.get<string>(path))).toMatch(/1 row\r\n/);
});

it('takes the twelve months up to the last day when only that is named', async () => {
  expect(await report('to=2024-05-20')).toMatchObject({ from: '2023-06-01', to: '2024-05-20', cells: [] });
});

it('refuses a range that ends before it begins', async () => {
  const { status, problem } = await team.manager.get('/api/reports/denials?from=2026-02-01&to=2026-01-01');
  expect(status).toBe(400);
  expect(problem.refusals[0]?.sentence).toBe('The request asks for a range that ends before it begins.');
});
