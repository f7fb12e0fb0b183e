import { AuthorizationAnswerView } from '@stipple/contracts';
import { AuthorizationRule } from '@stipple/domain';
import { makeClinic } from '@stipple/testing';
import { Stage, mustBe, openStage } from './harness';
import { publishedPolicy } from './payer-story';
import {
  Team,
  authorizedCase,
  benefitCall,
  booking,
  caseWithPayer,
  openCase,
  signInTeam,
  today,
} from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => void (stage = await openStage()));
// A policy that was published stays: each test has a clinic of its own.
beforeEach(async () => void (team = await signInTeam(stage, await makeClinic(stage.db.owner))));
afterAll(() => stage.close());

const ask = async (caseId: string) =>
  AuthorizationAnswerView.parse(
    mustBe(200, await team.coordinator.get(`/api/cases/${caseId}/authorization-required`)),
  );
const open = (more: object = {}) => openCase(team, { duplicateIntended: true, ...more });
const saying = (required: AuthorizationRule['required'], quote: string | null = 'Our words.') => ({
  authorization: [{ procedureCode: '17999', required, quote }],
});

it('is unknown without a policy, and says to call', async () => {
  const answer = await ask(await open());
  expect(answer).toMatchObject({ required: 'unknown', quote: null, policy: null, onWords: 'today' });
  expect(answer.sentence).toMatch(
    /^No policy of Test Health Plan for this plan is on file .* Call the payer and ask\.$/,
  );
});

it.each(['yes', 'no', 'unknown'] as const)(
  'is %s where the policy says so, with quote and version',
  async (required) => {
    const id = await publishedPolicy(team, saying(required));
    expect(await ask(await open())).toMatchObject({
      required,
      quote: 'Our words.',
      procedureCode: '17999',
      on: today(team.clinic.timeZone),
      policy: { id, key: 'BH-SCAR-07 v4', readBy: 'Robin Avery', readOn: '2026-10-12' },
    });
  },
);

it('is unknown for a code that the policy does not list, and for a plan that it does not cover', async () => {
  await publishedPolicy(team, saying('yes'));
  const other = await ask(await open({ procedureCode: '0479T' }));
  expect(other).toMatchObject({ required: 'unknown', policy: { key: 'BH-SCAR-07 v4' } });
  expect(await ask(await open({ planType: 'unknown' }))).toMatchObject({ required: 'unknown', policy: null });
});

it('is answered by the version of the planned day: of the session, else of the request', async () => {
  const { timeZone } = team.clinic;
  await publishedPolicy(team, { ...saying('no'), effectiveTo: today(timeZone, 19) });
  await publishedPolicy(team, { ...saying('yes'), version: '5', effectiveFrom: today(timeZone, 20) });
  expect(await ask(await open())).toMatchObject({ required: 'no', on: today(timeZone) });
  const days = { fromOn: today(timeZone, 20), toOn: today(timeZone, 80) };
  const asked = await caseWithPayer(team, { bodySite: 'neck', side: 'midline' }, days);
  expect(await ask(asked.caseId)).toMatchObject({
    required: 'yes',
    on: today(timeZone, 20),
    onWords: 'the first day asked for',
  });
  const { caseId } = await authorizedCase(team, { bodySite: 'back', side: 'midline' });
  await team.coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 30, 9));
  expect(await ask(caseId)).toMatchObject({
    required: 'yes',
    on: today(timeZone, 30),
    onWords: 'the next session',
  });
});

it.each(['yes', 'no'] as const)(
  'is %s once a call about this code said so, where no policy does',
  async (authorizationRequired) => {
    const caseId = await open();
    const call = (more: object) =>
      team.coordinator.make(`/api/cases/${caseId}/benefit-calls`, benefitCall(more));
    await call({ authorizationRequired: 'unknown' });
    await call({ authorizationRequired, codesAsked: ['0479T'] });
    expect(await ask(caseId)).toMatchObject({ required: 'unknown', call: null });
    await call({ authorizationRequired, referenceNumber: 'CALL-7', codesAsked: ['0479T', '17999'] });
    const answer = await ask(caseId);
    expect(answer).toMatchObject({
      required: authorizationRequired,
      call: { said: authorizationRequired, representative: 'Kim', referenceNumber: 'CALL-7' },
      policy: null,
    });
    expect(answer.sentence).toMatch(
      /^No policy .* Kim of Test Health Plan said in the call of .*, reference CALL-7, that it wants (an|no) authorization for 17999\.$/,
    );
    // The last one counts.
    await call({ authorizationRequired: 'unknown', referenceNumber: 'CALL-8' });
    expect((await ask(caseId)).call?.referenceNumber).toBe('CALL-7');
  },
);

it('stays what the policy says, and names the days it is in effect, whatever a call said', async () => {
  await publishedPolicy(team, { ...saying('yes'), effectiveTo: today(team.clinic.timeZone, 19) });
  const caseId = await open();
  await team.coordinator.make(
    `/api/cases/${caseId}/benefit-calls`,
    benefitCall({ authorizationRequired: 'no' }),
  );
  expect(await ask(caseId)).toMatchObject({
    required: 'yes',
    policy: {
      effectiveFrom: '2026-07-01',
      effectiveTo: today(team.clinic.timeZone, 19),
      title: expect.any(String),
    },
    call: { said: 'no' },
  });
});
