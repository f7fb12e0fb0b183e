import { NextRoutes } from '@stipple/contracts';
import { Denied, appealsOf } from './appeal-story';
import { Stage, mustBe, openStage } from './harness';
import { Team, approval, caseWithPayer, deniedCase, signInTeam } from './story';

let stage: Stage;
let team: Team;
let desk: ReturnType<typeof appealsOf>;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  desk = appealsOf(stage, team);
});
afterAll(() => stage.close());

const sites = ['hand', 'wrist', 'elbow', 'knee', 'ankle', 'hip'];
let site = 0;
const somewhere = () => ({ bodySite: sites[site++ % sites.length], duplicateIntended: true });

/** One of three sessions was granted. */
async function lessGranted(): Promise<Denied> {
  const of = await caseWithPayer(team, somewhere());
  const proofId = await team.coordinator.attach(of.caseId, 'payer_notice', 'Partial approval');
  const lines = [{ procedureCode: '17999', units: 1 }];
  const granted = approval(team, proofId, 4, { number: 'PART-1', lines });
  await team.coordinator.make(`/api/auth-requests/${of.requestId}/partial-approvals`, granted);
  return of;
}
const withheld = ({ requestId }: Denied) => `/api/auth-requests/${requestId}/withheld-reasons`;
const reason = (more: object = {}) => ({
  words: 'Further sessions await a note on the first.',
  code: 'CO-252, M127',
  page: '2',
  kind: 'administrative',
  ...more,
});
const request = async ({ caseId }: Denied) => (await team.coordinator.case(caseId)).requests[0];

it('keeps the payer’s words and codes on what was not granted, beside an approval that stays what it is', async () => {
  const of = await lessGranted();
  expect(await request(of)).toMatchObject({ state: 'partial', withheld: null, denial: null });
  await team.coordinator.make(withheld(of), reason());
  expect(await request(of)).toMatchObject({
    state: 'partial',
    denial: null,
    withheld: {
      words: reason().words,
      group: 'CO',
      code: '252',
      remarks: ['M127'],
      denialClass: 'documentation',
    },
  });
});

it('gives the appeal an outline of the payer’s own reason, which is exported once it is whole', async () => {
  const of = await lessGranted();
  const before = await desk.open(of);
  expect((await desk.outline(before)).denialClass).toBe('clinical');
  expect(await desk.exported(before)).toContainEqual(expect.stringContaining('the payer’s own words'));
  await team.coordinator.move(`/api/challenges/${before}/withdrawals`, {
    version: 1,
    reason: 'Wait for the letter',
  });
  await team.coordinator.make(withheld(of), reason());
  const id = await desk.open(of);
  const { denialClass, sections } = await desk.outline(id);
  expect([denialClass, sections.map(({ key }) => key)]).toEqual([
    'documentation',
    ['decision', 'item', 'ask'],
  ]);
  await team.coordinator.attach(of.caseId, 'clinical_note', 'Note of the first session');
  await desk.write(id);
  const file = await desk.exported(id);
  expect(file).toContain('granted no more than 1 unit of 17999');
  expect(file).toContain('Page 2 of the notice says: “Further sessions await a note on the first.”');
});

it('classes the ways on by that reason, and by no judgement that nobody has read', async () => {
  const of = await lessGranted();
  const decision = async () =>
    NextRoutes.parse(mustBe(200, await team.coordinator.get(`/api/cases/${of.caseId}/next-routes`)))
      .decisions[0];
  expect(await decision()).toMatchObject({
    denialClass: 'clinical',
    why: expect.stringContaining('not on record'),
  });
  await team.coordinator.make(withheld(of), reason());
  expect(await decision()).toMatchObject({
    denialClass: 'documentation',
    first: { kind: 'correct_and_resubmit' },
  });
});

it('is written once, of what was granted in part, and in codes that are no patient’s share', async () => {
  const of = await lessGranted();
  const { coordinator } = team;
  expect(await coordinator.refused(withheld(of), reason({ code: 'PR-2' }))).toEqual(['not_a_denial']);
  await coordinator.make(withheld(of), reason());
  expect(await coordinator.refused(withheld(of), reason())).toEqual(['withheld_already']);
  const denied = await deniedCase(team, somewhere());
  expect(await coordinator.refused(withheld(denied), reason())).toEqual(['nothing_withheld']);
  const write = `UPDATE stipple.withheld_reason SET words = 'x'`;
  await expect(stage.db.application.query(write)).rejects.toThrow(/permission denied/);
});

it('is no denial in the report of denials', async () => {
  const count = async () =>
    mustBe(200, await team.manager.get<{ total: number }>('/api/reports/metrics/denials/cases')).total;
  const before = await count();
  const of = await lessGranted();
  await team.coordinator.make(withheld(of), reason());
  expect(await count()).toBe(before);
});
