import { blueHeronScar4, parsePolicy } from '@stipple/domain';
import { blankPolicy, followingPolicy, freeId, judge, placeOf, under } from './edited-policy';

const reader = { name: 'Robin Avery', today: '2026-11-29' };

it('names a criterion after its label, and no two alike', () => {
  const others = blueHeronScar4.criteria;
  expect(freeId('It hurts, or itches!', others)).toBe('it_hurts_or_itches');
  expect(freeId('Symptoms', others)).toBe('symptoms_2');
  for (const label of ['', '12 months', 'Änderung', '—', 'x'.repeat(300)]) {
    const id = freeId(label, others);
    const named = { ...blueHeronScar4, criteria: [{ ...others[0], id }] };
    expect([label, parsePolicy(named).refusals]).toEqual([label, []]);
  }
});

it('begins the next version with the rules of the one before and without its days', () => {
  const next = followingPolicy(blueHeronScar4, reader);
  expect(next.criteria).toEqual(blueHeronScar4.criteria);
  expect(next).toMatchObject({
    version: '',
    effectiveFrom: '',
    source: { readBy: 'Robin Avery', readOn: '2026-11-29' },
  });
  expect(judge(next, reader.today).refusals.map(({ field }) => field)).toEqual([
    'policy.version',
    'policy.effectiveFrom',
  ]);
  expect(judge({ ...next, version: '5', effectiveFrom: '2027-01-01' }, reader.today)).toEqual({
    refusals: [],
    findings: [],
  });
});

it('says what a blank one lacks, by the names of the form', () => {
  const { refusals } = judge(blankPolicy(reader), reader.today);
  expect(new Set(refusals.map(({ field }) => placeOf(field)))).toEqual(
    new Set([
      'Number of the policy',
      'Version',
      'Title',
      'Applies from',
      'Lines of business',
      'Source',
      'Where it was read',
      'Criteria',
    ]),
  );
  expect(under(refusals, 'policy.criteria.0').map(({ field }) => field)).toEqual([
    'policy.criteria.0.label',
    'policy.criteria.0.quote',
  ]);
  expect(under(refusals, 'policy.criteria.01')).toEqual([]);
});

it('does not take a day on which nobody can have read it yet', () => {
  const early = { ...blueHeronScar4, source: { ...blueHeronScar4.source, readOn: '2026-11-30' } };
  expect(judge(early, reader.today).refusals.map(({ code }) => code)).toEqual(['in_the_future']);
});
