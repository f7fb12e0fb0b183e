import { inShort } from '../testing/facts-in-short';
import {
  blueHeronScar3,
  blueHeronScar4,
  fernbrookDevices,
  lanternValleyRevision,
  quarryHillCosmetic,
} from './demo-policies/demo-policies';
import { compareScreenings } from './compare-screenings';
import { policyKey } from './policy';
import { screen, screeningEngine } from './screen';

const facts = (notation: string) => inShort(notation).facts;
const full = facts('plain burn fn daily rom:30 pct:40 vss:9 pain:5 tried:compression+silicone@8 gain');
const criterion = (id: string, result: ReturnType<typeof screen>) =>
  result.criteria.find((one) => one.id === id);

it('explains each criterion by the payer’s words, the facts and where they come from', () => {
  const result = screen(blueHeronScar4, full);
  expect(result).toMatchObject({
    engine: screeningEngine,
    policyNumber: 'BH-SCAR-07',
    policyKey: policyKey(blueHeronScar4),
    general: false,
    headline: 'Likely medical',
    outcome: 'likely_medical',
    reason: 'all_met',
    decidedBy: ['external_trauma', 'function_impaired', 'listed_modality_failed'],
    counts: { met: 4, not_met: 1, unknown: 0 },
    missing: [],
    excludedAs: [],
  });
  expect(criterion('function_impaired', result)).toEqual({
    id: 'function_impaired',
    label: 'It impairs function, shown in motion or in daily life',
    quote: blueHeronScar4.criteria[1]?.quote,
    role: 'required',
    group: null,
    excludesAs: null,
    truth: 'met',
    used: [
      { fact: 'functional_impairment', value: true, evidence: ['functional_statement-1'] },
      { fact: 'rom_deficit_degrees', value: 30, evidence: ['range_of_motion-1'] },
    ],
    decidedAt: ['all.0', 'all.1.any.0'],
    missing: [],
  });
});

it('says what is missing, and of that only what can still change the outcome', () => {
  const result = screen(blueHeronScar4, facts('burn fn tried:compression@4'));
  expect(result).toMatchObject({
    outcome: 'uncertain',
    reason: 'facts_missing',
    decidedBy: ['function_impaired'],
  });
  expect(result.missing).toEqual(['daily_life_limited', 'rom_deficit_degrees']);
  // Pain and itch would only support it.
  expect(criterion('symptoms', result)).toMatchObject({ truth: 'unknown', missing: ['pain', 'itch'] });
  expect(result.sentence).toBe(
    'Uncertain: not enough is on record to judge “It impairs function, shown in motion or in daily life”.',
  );
});

it('tells cosmetic, not covered and unproven apart', () => {
  const reasons = (policy: typeof blueHeronScar4, notation: string) => {
    const { headline, outcome, reason, excludedAs } = screen(policy, facts(notation));
    return [headline, outcome, reason, ...excludedAs];
  };
  expect(reasons(blueHeronScar4, 'plain burn look')).toEqual([
    'Cosmetic',
    'cosmetic',
    'excluded',
    'cosmetic',
  ]);
  expect(reasons(quarryHillCosmetic, 'acne fn daily')).toEqual([
    'Not covered',
    'cosmetic',
    'excluded',
    'not_covered',
  ]);
  expect(reasons(fernbrookDevices, '-dev')).toEqual([
    'Regarded as unproven',
    'cosmetic',
    'excluded',
    'unproven',
  ]);
  expect(reasons(fernbrookDevices, 'plain burn dev')).toEqual([
    'Requirements not met',
    'cosmetic',
    'required_not_met',
  ]);
  expect(screen(fernbrookDevices, facts('-dev')).sentence).toBe(
    'Regarded as unproven: an exclusion of the policy is met: “The device is not cleared for this indication”.',
  );
});

it('supporting criteria neither save a case nor sink it', () => {
  const unmet = screen(blueHeronScar4, facts('plain burn fn daily tried:compression@4'));
  expect(criterion('symptoms', unmet)?.truth).toBe('not_met');
  expect(unmet.outcome).toBe('likely_medical');
  expect(screen(blueHeronScar4, facts('plain burn pain:9 itch:9')).outcome).toBe('cosmetic');
});

it('lets distress be the only ground where the policy says so, and only there', () => {
  const alone = {
    ...lanternValleyRevision,
    criteria: lanternValleyRevision.criteria.map((one) =>
      one.id === 'distress_and_symptoms'
        ? { ...one, condition: { fact: 'distress_documented', is: true } as const }
        : one,
    ),
  };
  const acne = facts('plain acne dist note');
  const outcome = (position: 'sufficient' | 'with_another_ground' | 'not_a_basis' | 'silent') => {
    const { outcome: is, reason } = screen({ ...alone, distress: { position, quote: 'as written' } }, acne);
    return `${is} ${reason}`;
  };
  expect(outcome('sufficient')).toBe('likely_medical all_met');
  for (const position of ['with_another_ground', 'not_a_basis', 'silent'] as const)
    expect(outcome(position)).toBe('uncertain distress_alone');
});

it('never decides by a diagnosis code alone, nor by nothing', () => {
  const only = (condition: (typeof blueHeronScar4.criteria)[number]['condition'], notation: string) => {
    const criteria = blueHeronScar4.criteria.slice(0, 1).map((one) => ({ ...one, condition }));
    return screen({ ...blueHeronScar4, criteria }, facts(notation)).reason;
  };
  expect(only({ fact: 'diagnoses', includesAny: ['M24.5'] }, 'plain dx:M24.541')).toBe('code_alone');
  expect(only({ fact: 'measurable_gain_stated', is: true }, 'plain gain')).toBe('no_ground');
  expect(only({ fact: 'pain', atMost: 3 }, 'plain pain:0')).toBe('no_ground');
  expect(only({ fact: 'cause_of_scar', is: 'acne' }, 'plain acne')).toBe('no_ground');
  expect(only({ fact: 'cause_of_scar', is: 'burn' }, 'plain burn')).toBe('all_met');
});

it('uses the general policy where the payer’s is not on file, and says so', () =>
  expect(screen(null, full)).toMatchObject({
    general: true,
    policyKey: 'GENERAL v1',
    outcome: 'likely_medical',
  }));

it('lists the documents: there, missing, not called for, or not yet to be said', () => {
  const states = (
    notation: string,
    ...evidence: { id: string; kind: 'photo' | 'letter' | 'range_of_motion' }[]
  ) =>
    Object.fromEntries(
      screen(blueHeronScar4, facts(notation), { evidence }).documents.map(({ kind, state, why }) => [
        kind,
        `${state}: ${why}`,
      ]),
    );
  const photo = (id: string) => ({ id, kind: 'photo' as const });
  expect(states('joint -dist', { id: 'l', kind: 'letter' }, photo('p1'))).toEqual({
    letter: 'have: 1 on file, 1 asked for.',
    code_worksheet:
      'unknown: Needed when the procedure codes include 17999; not on record: the procedure codes.',
    range_of_motion: 'missing: Needed because the scar involves a joint; none is on file.',
    mental_health_note: 'not_applicable: Needed only when psychological distress is documented.',
    photo: 'missing: The policy always asks for it; 1 of 2 are on file.',
    prior_treatment: 'missing: The policy always asks for it; none is on file.',
  });
  // The same photograph twice is one; whether a measurement is needed no longer matters once it is there.
  expect(states('', photo('p1'), photo('p1'))['photo']).toMatch(/^missing/);
  expect(states('', photo('p1'), photo('p2'))['photo']).toMatch(/^have/);
  expect(states('', { id: 'r', kind: 'range_of_motion' })['range_of_motion']).toMatch(/^have/);
});

it('a dry run lists which past cases a new version would change', () => {
  const cases = [
    { id: 'silicone only', facts: facts('plain burn fn daily rom:30 tried:silicone@6') },
    { id: 'listed', facts: facts('plain burn fn daily rom:30 tried:compression@6') },
    { id: 'not measured', facts: facts('plain burn fn ?daily ?rom tried:compression@6') },
    { id: 'appearance', facts: facts('plain acne look') },
    { id: 'not limited', facts: facts('plain acne fn') },
  ];
  const { changes, ...sums } = compareScreenings(blueHeronScar3, blueHeronScar4, cases);
  expect(sums).toEqual({
    cases: 5,
    outcomesChanged: 2,
    sentence: '2 of 5 past cases change their outcome.',
    moves: [
      { before: 'likely_medical', after: 'cosmetic', cases: 1 },
      { before: 'likely_medical', after: 'uncertain', cases: 1 },
    ],
    added: ['listed_modality_failed'],
    removed: ['conservative_care_failed'],
  });
  const told = changes.map(({ id, before, after, criteria }) => [
    id,
    before,
    after,
    ...criteria.map((one) => `${one.id} ${one.after}`),
  ]);
  expect(told).toEqual([
    ['silicone only', 'likely_medical', 'cosmetic'],
    ['not measured', 'likely_medical', 'uncertain', 'function_impaired unknown'],
    ['not limited', 'cosmetic', 'cosmetic', 'function_impaired not_met'],
  ]);
  expect(compareScreenings(blueHeronScar4, blueHeronScar4, cases)).toMatchObject({
    outcomesChanged: 0,
    changes: [],
    moves: [],
  });
});
