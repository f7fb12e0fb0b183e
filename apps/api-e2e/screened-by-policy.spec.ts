import { Problem, ScreeningNow } from '@stipple/contracts';
import { PolicyVersion, blueHeronScar4 } from '@stipple/domain';
import { Stage, mustBe, openStage } from './harness';
import { Evidence, evidenceOf, publishPolicy, screening } from './screening-story';
import { Team, openCase, signInTeam } from './story';

let stage: Stage;
let team: Team;
let caseId: string;
let record: Evidence;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
beforeEach(async () => {
  caseId = await openCase(team, { duplicateIntended: true });
  record = evidenceOf(team, caseId);
});
afterAll(() => stage.close());

const look = () => screening(team.physician, caseId);
const truths = ({ result }: ScreeningNow) =>
  Object.fromEntries(result.criteria.map(({ id, truth }) => [id, truth]));
const propose = (more: object = {}) =>
  team.coordinator.make(`/api/cases/${caseId}/screenings`, { reasons: 'As on record.', ...more });
const sign = (id: string, more: object = {}) =>
  team.physician.post(`/api/screenings/${id}/signatures`, {
    version: 1,
    password: team.clinic.physician.password,
    ...more,
  });
const codes = (answer: { problem: Problem }) => answer.problem.refusals.map(({ code }) => code);

describe('where the payer has no policy on file', () => {
  it('goes by the general one, says so, and says what is missing', async () => {
    const now = await look();
    expect(now).toMatchObject({
      policyVersionId: null,
      result: { general: true, outcome: 'uncertain', reason: 'facts_missing' },
      past: [],
    });
    expect(now.result.missing).toContain('failed_treatments_count');
    expect(truths(now)).toMatchObject({ injury_or_disease: 'met', conservative_care_failed: 'unknown' });
    const id = await propose();
    expect((await look()).past[0]).toMatchObject({
      id,
      outcome: 'uncertain',
      computed: { general: true, policyKey: 'GENERAL v1', result: { engine: '2' } },
    });
  });

  it('comes to “likely medical” by real records, each with its evidence', async () => {
    const [care] = [await record.failedCare(), await record.states('functional_impairment', true)];
    await record.function();
    await record.states('measurable_gain_stated', true);
    await record.states('appearance_is_purpose', false);
    const { result } = await look();
    expect(result).toMatchObject({ outcome: 'likely_medical', headline: 'Likely medical' });
    const failed = result.criteria.find(({ id }) => id === 'conservative_care_failed');
    expect(failed?.used).toEqual([{ fact: 'failed_treatments_count', value: 1, evidence: [care] }]);
  });

  it('comes to “cosmetic” where what is required is not met, and by a stop code', async () => {
    await record.noCare();
    expect((await look()).result).toMatchObject({ outcome: 'cosmetic', reason: 'required_not_met' });
    const stopped = await openCase(team, { duplicateIntended: true, diagnoses: ['L90.5', 'Z41.1'] });
    expect((await screening(team.coordinator, stopped)).result.reason).toBe('stop_code');
  });

  it('changes with one fact exactly the criteria that what-if names, to what it names', async () => {
    const before = await look();
    const asked = before.whatIf.facts.find(({ fact }) => fact === 'failed_treatments_count');
    const predicted = asked?.cases.find(({ value }) => Number(value) >= 1);
    await record.failedCare();
    const after = await look();
    const changed = after.result.criteria
      .filter(({ id, truth }) => truths(before)[id] !== truth)
      .map(({ id, truth }) => ({ criterion: id, to: truth }));
    expect(changed).toEqual([{ criterion: 'conservative_care_failed', to: 'met' }]);
    expect(changed).toEqual(predicted?.changes);
    expect(after.result.outcome).toBe(predicted?.outcome);
  });
});

describe('a flagged word', () => {
  it('keeps it uncertain until it is explained, and the explanation stays for the next', async () => {
    await record.all();
    await team.physician.make(`/api/cases/${caseId}/clinical-notes`, { body: 'Calls the scar unsightly.' });
    const now = await look();
    expect(now.result).toMatchObject({ outcome: 'uncertain', reason: 'tripwire' });
    const [trip] = now.result.trips;
    expect(trip).toMatchObject({ kind: 'word', word: 'unsightly', at: 15 });
    const explanations = [{ key: trip?.key, reason: 'Quoted; the hand does not close.' }];
    await propose({ explanations });
    expect((await look()).past[0]).toMatchObject({ outcome: 'likely_medical' });
    expect((await look()).result.trips[0]?.explanation).toMatchObject({ by: team.clinic.coordinator.name });
    expect(
      await team.coordinator.refused(`/api/cases/${caseId}/screenings`, {
        reasons: 'x',
        explanations: [{ key: 'word:glow in letter', reason: 'None' }],
      }),
    ).toEqual(['nothing_flagged']);
  });
});

describe('a proposal', () => {
  it('is refused when facts, policy or texts changed since it was read, each by name', async () => {
    const { result, policyVersionId, facts } = await look();
    const seen = {
      policyVersionId,
      policyKey: result.policyKey,
      facts: Object.fromEntries(Object.entries(facts).map(([name, { value }]) => [name, value])),
      trips: [],
    };
    await record.failedCare();
    await team.physician.make(`/api/cases/${caseId}/clinical-notes`, { body: 'More glow.' });
    const answer = await team.coordinator.post(`/api/cases/${caseId}/screenings`, { reasons: 'x', seen });
    expect(answer.status).toBe(409);
    expect(answer.problem.refusals.map(({ field }) => field)).toEqual([
      'seen.facts.failed_treatments',
      'seen.facts.failed_treatments_count',
      'seen.facts.longest_failed_treatment_months',
      'seen.trips',
    ]);
    expect((await look()).past).toEqual([]);
    const anew = await look();
    await propose({
      seen: {
        ...seen,
        facts: Object.fromEntries(Object.entries(anew.facts).map(([name, { value }]) => [name, value])),
        trips: anew.result.trips.map(({ key }) => key),
      },
    });
  });

  it('never takes an outcome from who proposes it', async () => {
    const answer = await team.coordinator.post(`/api/cases/${caseId}/screenings`, {
      reasons: 'x',
      outcome: 'likely_medical',
    });
    expect([answer.status, answer.problem.refusals[0]?.field]).toEqual([400, 'outcome']);
  });

  it('cannot be signed once it would come out otherwise', async () => {
    const id = await propose();
    await record.noCare();
    const answer = await sign(id);
    expect([answer.status, codes(answer)]).toEqual([409, ['screening_outdated']]);
    expect(answer.problem.detail).toContain('Conservative care was tried and failed');
    expect((await sign(await propose())).status).toBe(204);
  });
});

describe('the signature', () => {
  it('decides otherwise than computed only with a reason, which stays on record', async () => {
    const id = await propose();
    expect(codes(await sign(id, { outcome: 'likely_medical' }))).toEqual(['reason_missing']);
    expect(codes(await sign(id, { outcome: 'uncertain', reason: 'Same' }))).toEqual(['nothing_overridden']);
    expect((await look()).past[0]).toMatchObject({ state: 'proposed', overrideReason: null });
    mustBe(
      204,
      await sign(id, { outcome: 'likely_medical', reason: 'Seen today: the hand does not close.' }),
    );
    expect((await team.coordinator.case(caseId)).screenings[0]).toMatchObject({
      state: 'signed',
      outcome: 'likely_medical',
      computed: { outcome: 'uncertain' },
      overrideReason: 'Seen today: the hand does not close.',
    });
  });

  it('is shown to managers with its outcome, and without what evidence says', async () => {
    await propose();
    const [one] = (await team.manager.case(caseId)).screenings;
    expect(one).toMatchObject({ outcome: 'uncertain', computed: { headline: 'Uncertain', result: null } });
    expect((await team.manager.get(`/api/cases/${caseId}/screening`)).status).toBe(403);
  });
});

// Last: from here on the payer has a policy.
describe('where the payer has a policy in force', () => {
  const policy: PolicyVersion = { ...blueHeronScar4, effectiveFrom: '2024-01-01', effectiveTo: null };

  it('goes by it, keeps its version, and refuses a proposal read under another one', async () => {
    const before = await look();
    const old = await propose();
    const policyVersionId = await publishPolicy(stage, policy);
    const now = await look();
    expect(now).toMatchObject({
      policyVersionId,
      result: { general: false, policyKey: 'BH-SCAR-07 v4' },
      policy: { title: policy.title },
    });
    expect(now.result.criteria.map(({ quote }) => quote)).toEqual(policy.criteria.map(({ quote }) => quote));
    const { facts, result } = before;
    const seen = {
      policyVersionId: null,
      policyKey: result.policyKey,
      facts: Object.fromEntries(Object.entries(facts).map(([name, { value }]) => [name, value])),
      trips: [],
    };
    const answer = await team.coordinator.post(`/api/cases/${caseId}/screenings`, { reasons: 'x', seen });
    expect(codes(answer)).toEqual(['policy_changed']);
    expect(codes(await sign(old))).toEqual(['screening_outdated']);
    await propose();
    expect((await look()).past[0]?.computed).toMatchObject({ policyKey: 'BH-SCAR-07 v4', general: false });
  });
});
