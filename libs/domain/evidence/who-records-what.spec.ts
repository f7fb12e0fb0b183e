import type { Role } from '../people';
import type { EvidenceRecordKind } from './kinds';
import { dayRefusal, recorderRefusal } from './records';
import type { ScaleName } from './scales';
import { StatementFact, canBeStated, statementFacts, statementWords } from './statements';
import { ToldRecords, statedFacts } from './stated-facts';
import { activities, clearedFor, isLimited } from './told';

const as = (...roles: Role[]) => ({ staffId: 'me', roles });

// prettier-ignore
it.each<[string, EvidenceRecordKind, ScaleName | null, Role[], string | null, string | null]>([
  ['a physician measures', 'motion', null, ['physician'], null, null],
  ['a coordinator copies a measurement', 'motion', null, ['coordinator'], 'report', null],
  ['a coordinator measures', 'motion', null, ['coordinator'], null, 'source_missing'],
  ['a coordinator looks at a scar', 'scale', 'vss', ['coordinator'], null, 'source_missing'],
  ['a coordinator takes down what the patient says', 'scale', 'posas_patient', ['coordinator'], null, null],
  ['a coordinator enters a questionnaire', 'scale', 'phq9', ['coordinator'], null, null],
  ['a coordinator measures an area', 'area', null, ['coordinator'], null, 'source_missing'],
  ['a coordinator asks what was tried', 'treatment', null, ['coordinator'], null, null],
  ['a coordinator states what it means', 'statement', null, ['coordinator'], 'letter', 'wrong_role'],
  ['a physician states what it means', 'statement', null, ['physician'], null, null],
  ['an owner who is both', 'statement', null, ['coordinator', 'physician'], null, null],
])('%s', (_, kind, scale, roles, documentId, code) =>
  expect(recorderRefusal(as(...roles), { kind, scale }, documentId)?.code ?? null).toBe(code));

it.each([
  ['2026-11-23', null],
  ['2026-11-24', 'in_the_future'],
  ['1984-11-24', null],
  ['1984-11-23', 'before_birth'],
])('on %s: %s', (day, code) => {
  const refused = dayRefusal(day, { today: '2026-11-23', bornOn: '1984-11-24', field: 'onDay' });
  expect([refused?.code ?? null, refused?.field ?? 'onDay']).toEqual([code, 'onDay']);
});

// prettier-ignore
it.each([
  ['yes', 'yes', 'yes', true],
  ['yes', 'unknown', 'yes', null],
  ['unknown', 'unknown', 'no', false],
  ['no', 'yes', 'yes', false],
] as const)('cleared for indication %s, site %s, age %s: %s', (indication, site, age, cleared) =>
  expect(clearedFor(indication, site, age)).toBe(cleared));

it('is limited by an activity or by work, and by nothing else', () => {
  for (const activity of activities) expect(isLimited([activity], 'not_affected')).toBe(true);
  expect([isLimited([], 'limited'), isLimited([], 'unable')]).toEqual([true, true]);
  expect([isLimited([], 'not_affected'), isLimited([], 'does_not_work')]).toEqual([false, false]);
});

it('says each statement as a sentence, either way', () => {
  for (const fact of statementFacts)
    for (const says of [true, false]) expect(statementWords(fact, says)).toMatch(/^[A-Z].+[a-z]\.$/);
  expect(statementWords('joint_involved', false)).toBe('The scar involves no joint.');
  expect(canBeStated('mental_health_note', true)).toBe(false);
  expect(canBeStated('mental_health_note', false)).toBe(true);
});

const none: ToldRecords = { statements: [], functions: [], areas: [], devices: [], mentalHealth: [] };
const facts = (more: Partial<ToldRecords>) => statedFacts({ ...none, ...more });
const said = (id: string, onDay: string, fact: StatementFact, says: boolean) => ({ id, onDay, fact, says });

it('knows nothing from nothing', () => expect(statedFacts(none)).toEqual({}));

it('takes the latest of each, in whatever order they come', () => {
  const statements = [
    said('s1', '2026-11-02', 'joint_involved', true),
    said('s2', '2026-11-01', 'joint_involved', false),
    said('s4', '2026-11-01', 'measurable_gain_stated', true),
    said('s3', '2026-11-01', 'measurable_gain_stated', false),
  ];
  const expected = {
    joint_involved: { value: true, evidence: ['s1'] },
    measurable_gain_stated: { value: true, evidence: ['s4'] },
  };
  expect(facts({ statements })).toEqual(expected);
  expect(facts({ statements: statements.toReversed() })).toEqual(expected);
});

it('leaves a clearance that is not known unknown, also where an earlier record knew', () => {
  const devices = [
    { id: 'd1', onDay: '2026-11-01', cleared: true },
    { id: 'd2', onDay: '2026-11-02', cleared: null },
  ];
  expect(facts({ devices: [devices[0]!] }).device_cleared).toEqual({ value: true, evidence: ['d1'] });
  expect(facts({ devices }).device_cleared).toBeUndefined();
});

it('knows distress from a note or from the physician, whichever is later; a note is one whatever was said before', () => {
  const mentalHealth = [{ id: 'n1', onDay: '2026-11-02', distress: true }];
  const statements = [
    said('s1', '2026-11-03', 'distress_documented', false),
    said('s2', '2026-11-03', 'mental_health_note', false),
  ];
  expect(facts({ mentalHealth })).toEqual({
    mental_health_note: { value: true, evidence: ['n1'] },
    distress_documented: { value: true, evidence: ['n1'] },
  });
  expect(facts({ mentalHealth, statements })).toEqual({
    mental_health_note: { value: true, evidence: ['n1'] },
    distress_documented: { value: false, evidence: ['s1'] },
  });
});

it('knows area and daily life from their latest record', () =>
  expect(
    facts({
      areas: [
        { id: 'a1', onDay: '2026-10-01', areaCm2: 30 },
        { id: 'a2', onDay: '2026-11-01', areaCm2: 24.5 },
      ],
      functions: [{ id: 'f1', onDay: '2026-11-01', limited: false }],
    }),
  ).toEqual({
    area_cm2: { value: 24.5, evidence: ['a2'] },
    daily_life_limited: { value: false, evidence: ['f1'] },
  }));
