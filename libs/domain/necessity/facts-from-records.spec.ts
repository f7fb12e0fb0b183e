import { FactSources, IntakeRecord, TriedTreatment, deriveFacts, noSources } from './derive-facts';
import { factValueWords } from './fact-words';
import { FactName } from './facts';
import { parseFacts } from './fact-values';

const on = '2026-11-23';
const intake: IntakeRecord = {
  cause: 'burn',
  injuredOn: '2025-05-24',
  injuryContext: 'neither',
  bodySite: 'hand',
  side: 'right',
  procedureCode: '17999',
  plannedSessions: 4,
  diagnoses: ['M24.541', 'L90.5', 'T23.301S'],
  bornOn: '1984-11-24',
};
const derived = (more: Partial<FactSources>, day = on) => deriveFacts({ ...noSources, ...more }, day);
const value = (name: FactName, more: Partial<FactSources>, day = on) => derived(more, day)[name]?.value;

it('knows nothing from nothing', () => expect(deriveFacts(noSources, on)).toEqual({}));

it('keeps what an intake leaves open open', () => {
  const open = Object.fromEntries(Object.keys(intake).map((key) => [key, null])) as unknown as IntakeRecord;
  expect(derived({ intake: open })).toEqual({});
});

it('is readable by its own reader', () =>
  expect(
    parseFacts(derived({ intake, motions: [motion('m1', 40, 80)], photos: [], treatments: [] })).refusals,
  ).toEqual([]));

it.each([
  ['2025-05-23', undefined],
  ['2025-05-24', 0],
  ['2025-06-23', 0],
  ['2025-06-24', 1],
  ['2026-11-23', 17],
  ['2026-11-24', 18],
])('counts completed months since the injury: on %s %s', (day, months) =>
  expect(value('months_since_injury', { intake }, day)).toBe(months),
);

it.each([
  ['2026-11-23', 41],
  ['2026-11-24', 42],
])('counts completed years of age: on %s %i', (day, years) =>
  expect(value('age_years', { intake }, day)).toBe(years),
);

const motion = (
  id: string,
  degrees: number,
  normDegrees: number,
  measuredOn = '2026-11-01',
  of = 'flexion of the hand',
) => ({
  id,
  measuredOn,
  motion: of,
  degrees,
  normDegrees,
});

it('takes the worst motion by its latest reading, with the readings as evidence', () => {
  const motions = [
    motion('m2', 60, 80),
    motion('m1', 20, 80, '2026-09-01'),
    motion('m3', 25, 70, '2026-11-02', 'extension of the wrist'),
    motion('m4', 0, 70, '2026-11-24', 'extension of the wrist'),
  ];
  const facts = derived({ motions });
  expect(facts.rom_deficit_degrees).toEqual({ value: 45, evidence: ['m2', 'm3'] });
  expect(facts.rom_deficit_percent).toEqual({ value: 64.2, evidence: ['m2', 'm3'] });
  expect(derived({ motions: [...motions].reverse() })).toEqual(facts);
});

it('never rounds a deficit up over a threshold, nor below one that is met', () => {
  expect(value('rom_deficit_degrees', { motions: [motion('m', 60.05, 70)] })).toBe(9.9);
  expect(value('rom_deficit_degrees', { motions: [motion('m', 59.7, 60)] })).toBe(0.3);
  expect(value('rom_deficit_degrees', { motions: [motion('m', 75, 70)] })).toBe(0);
  expect(value('rom_deficit_percent', { motions: [motion('m', 5, 0)] })).toBeUndefined();
});

it('takes the latest rating of each scale', () => {
  const scales = [
    { id: 's1', ratedOn: '2026-10-01', scale: 'vss_total', total: 9 },
    { id: 's2', ratedOn: '2026-11-01', scale: 'vss_total', total: 7 },
    { id: 's3', ratedOn: '2026-12-01', scale: 'vss_total', total: 2 },
    { id: 's4', ratedOn: '2026-11-01', scale: 'pain', total: 5 },
  ] as const;
  const expected = { vss_total: { value: 7, evidence: ['s2'] }, pain: { value: 5, evidence: ['s4'] } };
  expect(derived({ scales })).toEqual(expected);
  expect(derived({ scales: [...scales].reverse() })).toEqual(expected);
});

const treatment = (
  id: string,
  kind: TriedTreatment['kind'],
  more: Partial<TriedTreatment> = {},
): TriedTreatment => ({
  id,
  kind,
  fromOn: '2026-01-01',
  toOn: '2026-05-01',
  result: 'failed',
  ...more,
});

it('counts what failed, and how long the longest of it lasted', () =>
  expect(
    derived({
      treatments: [
        treatment('t1', 'silicone'),
        treatment('t2', 'compression', { toOn: null }),
        treatment('t3', 'pulsed_laser', { result: 'helped' }),
        treatment('t4', 'splinting', { result: 'ongoing', toOn: null }),
        treatment('t5', 'steroid_injection', { fromOn: '2026-12-01' }),
      ],
    }),
  ).toEqual({
    failed_treatments: { value: ['compression', 'silicone'], evidence: ['t1', 't2'] },
    failed_treatments_count: { value: 2, evidence: ['t1', 't2'] },
    longest_failed_treatment_months: { value: 10, evidence: ['t1', 't2'] },
  }));

it('tells “asked, and there was none” from “never asked”', () => {
  expect(value('failed_treatments', { treatments: [] })).toEqual([]);
  expect(value('failed_treatments_count', { treatments: [] })).toBe(0);
  expect(value('failed_treatments_count', { treatments: null })).toBeUndefined();
  expect(value('photos_with_scale_and_consent', { photos: [] })).toBe(0);
  expect(value('photos_with_scale_and_consent', { photos: null })).toBeUndefined();
});

it('counts only photographs with scale and consent', () => {
  const photo = (id: string, consented: boolean, hasScale: boolean, takenOn = '2026-11-01') => ({
    id,
    takenOn,
    consented,
    hasScale,
  });
  const photos = [
    photo('p1', true, true),
    photo('p2', false, true),
    photo('p3', true, false),
    photo('p4', true, true, '2026-12-01'),
  ];
  expect(derived({ photos }).photos_with_scale_and_consent).toEqual({ value: 1, evidence: ['p1'] });
});

it('lets what somebody states outright go before what is derived', () => {
  const stated = { cause_of_scar: { value: 'trauma', evidence: ['note-1'] } } as const;
  expect(derived({ intake, stated }).cause_of_scar).toEqual(stated.cause_of_scar);
});

it.each<[FactName, boolean | number | string | readonly string[], string]>([
  ['joint_involved', true, 'Yes'],
  ['joint_involved', false, 'No'],
  ['pain', 6, '6 of 10'],
  ['rom_deficit_degrees', 30, '30°'],
  ['rom_deficit_percent', 12.5, '12.5%'],
  ['planned_sessions', 1, '1 session'],
  ['longest_failed_treatment_months', 8, '8 months'],
  ['area_cm2', 1, '1 cm²'],
  ['cause_of_scar', 'burn', 'Burn'],
  ['diagnoses', ['M24.541', 'L90.5'], 'M24.541, L90.5'],
  ['failed_treatments', ['silicone', 'compression'], 'Silicone, Compression garment'],
  ['failed_treatments', [], 'none'],
  ['injured_on', '2026-03-03', '3 March 2026'],
])('says %s %j as “%s”', (name, said, words) => expect(factValueWords(name, said)).toBe(words));
