import { generalPolicy } from '../necessity/general-policy';
import { PeerBrief, mostSources, peerBrief } from './peer-brief';
import { aDenial, denialOf } from './testing/a-denial';
import { emptyMaterial, fullMaterial } from './testing/appeal-material';

const brief = (denial = denialOf.clinical, material = fullMaterial) => peerBrief(denial, material);
const row = ({ criteria }: PeerBrief, starts: string) =>
  criteria.find(({ quote }) => quote.startsWith(starts));

it('begins with the payer’s own words and their page; our class comes below', () => {
  const { payersWords, reason } = brief();
  expect(Object.keys(brief())[0]).toBe('payersWords');
  expect(payersWords?.text).toBe(
    'Page 2: “The records do not show that the scar of the right hand limits daily activities.”',
  );
  expect(payersWords?.sources.map(({ ref }) => ref)).toContain('denial:words');
  expect(reason).toBe('CO-50 (not medically necessary) · Clinical: arguable');
});

it('quotes each criterion and says met, unknown or not met, with the evidence', () => {
  expect(brief().policyKey).toBe('BH-SCAR-07 v4');
  expect(row(brief(), 'The scar causes a functional')).toMatchObject({
    truth: 'met',
    sources: [{ ref: 'fact:functional_impairment' }, { ref: 'measurement:motion-1' }],
  });
  expect(row(brief(), 'At least one of the following')).toMatchObject({ truth: 'not_met' });
  const { cause_of_scar: _, ...facts } = fullMaterial.facts;
  expect(row(brief(denialOf.clinical, { ...fullMaterial, facts }), 'The scar is the result')).toMatchObject({
    truth: 'unknown',
    sources: [],
    unknown: ['the cause of the scar'],
  });
});

it('has what is met first, then what is unknown, then what is not met', () => {
  const truths = brief(denialOf.clinical, { ...fullMaterial, policy: null }).criteria.map(
    ({ truth }) => truth,
  );
  expect(truths).toEqual([...truths].sort((one, other) => rank(one) - rank(other)));
});
it('shows an exclusion unless it is known not to apply', () => {
  const { functional_impairment: _, ...unknown } = fullMaterial.facts;
  const under = (facts: typeof unknown) =>
    row(
      brief(denialOf.clinical, { ...fullMaterial, facts, policy: generalPolicy }),
      'Treatment to improve appearance',
    );
  expect(under(fullMaterial.facts)).toBeUndefined();
  expect(under(unknown)).toMatchObject({ role: 'excluding', truth: 'unknown' });
});
const rank = (truth: string) => ['met', 'unknown', 'not_met'].indexOf(truth);

it('asks for one thing: the decision overturned, or the criterion and the finding named', () => {
  expect(brief().ask?.text).toBe(
    'Overturn the decision of 16 November 2026 and authorize 4 units of 17999 (unlisted skin procedure: medical microneedling); or name the criterion that is not met, and the finding that says so.',
  );
  expect(brief(denialOf.benefit_exclusion).ask?.text).toContain('Find that the exclusion does not apply');
  expect(brief(denialOf.unclassified).ask?.text).toContain('Say on what ground');
});

it('lists the words and codes of looks that the record has, with where they stand', () => {
  const texts = [
    { field: 'letter', text: 'A cosmetic gain is expected; the wrinkles fade. This is not aesthetic.' },
    { field: 'note', text: 'Cosmetically better.' },
  ];
  const facts = { ...fullMaterial.facts, diagnoses: { value: ['L90.5', 'L81.4'], evidence: [] } };
  const { avoid } = peerBrief(denialOf.clinical, { ...fullMaterial, facts }, { texts, explanations: [] });
  expect(avoid.map(({ said, where }) => [said.split(' (')[0], where])).toEqual([
    ['L81.4', ['diagnoses']],
    ['cosmetic', ['letter', 'note']],
    ['wrinkles', ['letter']],
  ]);
});

it('leaves out a code that the physician has explained', () => {
  const facts = { ...fullMaterial.facts, diagnoses: { value: ['L90.5', 'L81.4'], evidence: [] } };
  const explanations = [{ key: 'code:L81.4', reason: 'an old finding', by: 'Lena Hart' }];
  expect(peerBrief(denialOf.clinical, { ...fullMaterial, facts }, { texts: [], explanations }).avoid).toEqual(
    [],
  );
});

it('tells the physician not to argue need against an exclusion, nor to call a device cleared that is not', () => {
  expect(brief(denialOf.benefit_exclusion).never.join(' ')).toContain('Do not argue need');
  expect(brief(denialOf.clinical).never.join(' ')).not.toContain('Do not argue need');
  expect(brief(denialOf.experimental).never.join(' ')).toContain('Do not call the device cleared');
  for (const denial of Object.values(denialOf)) expect(brief(denial).never[0]).toMatch(/looks/);
});

it('names what it lacks: a page, what was asked for, the payer’s policy', () => {
  const { missing, payersWords, ask, policyKey } = brief(aDenial({ page: null }), emptyMaterial);
  expect([payersWords, ask, policyKey]).toEqual([null, null, null]);
  expect(missing.map(({ sentence }) => sentence)).toEqual([
    'The brief lacks: the page of the notice on which the payer’s words stand.',
    'The brief lacks: what the denied request asked for.',
    'The brief lacks: the payer’s policy: its criteria cannot be quoted.',
  ]);
  expect(brief().missing).toEqual([]);
});

it('fits a page: few sources to a criterion, each in one line', () => {
  const measurements = ['a', 'b', 'c', 'd', 'e'].map((id) => ({
    id,
    kind: 'range_of_motion' as const,
    fact: null,
    words: `Right wrist, ${'flexion, '.repeat(30)} measured`,
  }));
  const evidence = measurements.map(({ id }) => id);
  const facts = { ...fullMaterial.facts, rom_deficit_degrees: { value: 32, evidence } };
  const found = row(
    brief(denialOf.clinical, { ...fullMaterial, measurements, facts }),
    'The scar causes a functional',
  );
  expect(found?.sources).toHaveLength(mostSources);
  for (const { said } of found?.sources ?? []) expect(said.length).toBeLessThanOrEqual(90);
});

it('is the same for the same record', () =>
  expect(brief(structuredClone(denialOf.clinical), structuredClone(fullMaterial))).toEqual(brief()));
