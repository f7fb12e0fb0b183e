import { Stage, openStage } from './harness';
import { Team, caseWithPayer, denialOf, deniedCase, signInTeam } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const sites = ['hand', 'wrist', 'elbow', 'knee', 'ankle', 'hip', 'foot', 'shoulder', 'thigh', 'forearm'];
let site = 0;
const somewhere = () => ({ bodySite: sites[site++ % sites.length], duplicateIntended: true });

/** What the case page says of a denial with these codes. */
async function seen(codes: object) {
  const { caseId } = await deniedCase(team, somewhere(), codes);
  return (await team.coordinator.case(caseId)).requests[0]?.denial;
}
const findings = async (codes: object) => (await seen(codes))?.findings.map(({ code }) => code);

it('reads one line as it stands on the notice into group, reason and remarks', async () => {
  expect(await seen({ code: ' co-050, N661 ' })).toMatchObject({
    group: 'CO',
    code: '50',
    remarks: ['N661'],
    denialClass: 'clinical',
    why: expect.stringContaining('50 says'),
    findings: [],
  });
});

it('reads group and remarks that are sent apart as if they stood in that line', async () => {
  const apart = { group: 'CO', code: '96', remarks: ['N383', 'n130'], kind: 'benefit_exclusion' };
  expect(await seen(apart)).toMatchObject({
    group: 'CO',
    code: '96',
    remarks: ['N383', 'N130'],
    denialClass: 'benefit_exclusion',
    why: expect.stringContaining('N383'),
  });
});

it('lets a remark, and without one the stated kind, decide where the reason says too little', async () => {
  expect(await seen({ code: '96 N661' })).toMatchObject({ denialClass: 'clinical', findings: [] });
  expect(await seen({ code: '96' })).toMatchObject({
    denialClass: 'clinical',
    findings: [{ code: 'remark_missing' }],
  });
});

it('keeps what is in no list as it is, and says so (rule 19: unknown codes stay raw and flagged)', async () => {
  expect(await seen({ code: 'CO-Q7, N9999' })).toMatchObject({
    code: 'Q7',
    remarks: ['N9999'],
    findings: [{ code: 'code_unknown' }, { code: 'code_unknown' }],
  });
});

it('says where a code is no longer issued, and where the stated kind contradicts the codes', async () => {
  expect(await findings({ code: '15', kind: 'administrative' })).toContain('code_deactivated');
  expect(await findings({ code: '197', kind: 'clinical' })).toEqual(['kind_disagrees']);
});

describe('is refused and leaves the request as it was', () => {
  it.each([
    ['the patient’s share', { code: 'PR-1' }, ['not_a_denial']],
    ['the contractual part', { code: 'CO-45', kind: 'administrative' }, ['not_a_denial']],
    ['words that are no codes', { code: 'not covered' }, ['reason_unreadable', 'reason_unreadable']],
    ['two reasons', { code: '50', remarks: ['96'] }, ['reason_twice']],
    ['a group without a reason', { group: 'CO', code: undefined }, ['reason_without_code']],
  ])('%s', async (_, codes, refused) => {
    const { caseId, requestId } = await caseWithPayer(team, somewhere());
    expect(
      await team.coordinator.refused(`/api/auth-requests/${requestId}/denials`, denialOf(team, codes)),
    ).toEqual(refused);
    expect((await team.coordinator.case(caseId)).requests).toMatchObject([{ version: 4, denial: null }]);
  });
});

it('is a judgement or not by its codes: external review of what was only missing is refused', async () => {
  const { caseId, requestId } = await deniedCase(team, somewhere(), {
    code: 'CO-252, N929',
    kind: 'clinical',
  });
  const { coordinator, physician } = team;
  const id = await coordinator.make(`/api/cases/${caseId}/challenges`, {
    requestId,
    kind: 'external_review',
    exhaustedBecause: 'No answer within 30 days.',
  });
  await physician.move(`/api/challenges/${id}/wordings`, { version: 1, body: 'The photographs are there.' });
  const send = (await coordinator.case(caseId)).challenges[0]?.moves.find(({ move }) => move === 'send');
  expect(send?.refusals.map(({ code }) => code)).toContain('nothing_was_judged');
});

it('has no codes while it is no denial, not even in the database', async () => {
  const { requestId } = await caseWithPayer(team, somewhere());
  const write = (set: string) =>
    stage.db.owner.query(`UPDATE stipple.auth_request SET ${set} WHERE id = $1`, [requestId]);
  await expect(write(`denial_group = 'CO'`)).rejects.toThrow(/codes_of_a_denial/);
  await expect(write(`denial_remarks = '{N383}'`)).rejects.toThrow(/codes_of_a_denial/);
});
