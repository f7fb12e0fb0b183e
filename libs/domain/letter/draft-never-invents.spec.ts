import fc from 'fast-check';
import { addDays } from '../calendar';
import { treatmentKinds } from '../necessity/evidence-kinds';
import { Facts } from '../necessity/fact-values';
import { demoPolicies } from '../necessity/demo-policies/demo-policies';
import { FactName, factDefinition, factNames } from '../necessity/facts';
import { letterMaterial } from '../testing/letter-material';
import { checkLetter } from './check-letter';
import { firstDraft } from './first-draft';
import { literature } from './literature';
import { LetterMaterial, Measurement, shelfOf } from './shelf';

const days = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2015-01-01', days));
function value(name: FactName): fc.Arbitrary<unknown> {
  const definition = factDefinition(name);
  switch (definition.kind) {
    case 'yes_no':
      return fc.boolean();
    case 'number':
      return definition.whole
        ? fc.integer({ min: definition.min, max: definition.max })
        : fc.integer({ min: definition.min * 10, max: definition.max * 10 }).map((tenths) => tenths / 10);
    case 'one_of':
      return fc.constantFrom(...Object.keys(definition.options));
    case 'day':
      return days;
    case 'codes':
      return fc.subarray(
        definition.system === 'treatment'
          ? [...treatmentKinds]
          : letterMaterial.codes
              .map(({ code }) => code)
              .filter((code) => (code === '17999') === (definition.system === 'procedure')),
      );
  }
}
const facts = fc
  .record(
    Object.fromEntries(
      factNames.map((name) => [
        name,
        value(name).map((one) => ({ value: one, evidence: name === 'vss_total' ? ['vss-1'] : [] })),
      ]),
    ),
    { requiredKeys: [] },
  )
  .map((all) => all as Facts);
const measurements = fc.array(
  fc.oneof(
    fc
      .tuple(fc.integer({ min: 0, max: 180 }), fc.integer({ min: 1, max: 180 }), days)
      .map(([at, norm, on]): Measurement => ({
        id: `motion-${at}-${norm}-${on}`,
        kind: 'range_of_motion',
        fact: null,
        words: `Right wrist, flexion, active: ${at}° of a normal ${norm}°, measured ${on}`,
      })),
    fc.tuple(fc.integer({ min: 0, max: 13 }), days).map(([total, on]): Measurement => ({
      id: 'vss-1',
      kind: 'scar_scale',
      fact: 'vss_total',
      words: `VSS total ${total} of 13, rated ${on}`,
    })),
    fc.tuple(days, days).map(([from, to]): Measurement => ({
      id: `tried-${from}-${to}`,
      kind: 'prior_treatment',
      fact: null,
      words: `Silicone, from ${from} to ${to}: failed`,
    })),
  ),
  { maxLength: 4 },
);
const policies = [null, ...demoPolicies.flatMap(({ versions }) => versions)];
const materials = fc
  .record({ facts, measurements, policy: fc.constantFrom(...policies) })
  .map((known): LetterMaterial => ({
    ...letterMaterial,
    ...known,
    measurements: [...new Map(known.measurements.map((one) => [one.id, one])).values()],
  }));

it('rests on the record in every sentence: nothing unbound, nothing contradicted, only gaps left', () =>
  fc.assert(
    fc.property(materials, (material) => {
      const { body, bindings, gaps } = firstDraft(material);
      const { sentences, counts } = checkLetter(body, bindings, shelfOf(material));
      expect(sentences.filter(({ status }) => status === 'unbound' || status === 'contradicted')).toEqual([]);
      expect(counts.own_word).toBe(0);
      expect(counts.gap).toBe(gaps.length);
    }),
    { numRuns: 400 },
  ));

it('never invents: every figure in it stands in the facts, the records, the policy, the particulars or what may be cited', () =>
  fc.assert(
    fc.property(materials, (material) => {
      const figures = (text: string) => text.match(/[A-Za-z]?\d[\d.,]*\d|\d/g) ?? [];
      const source = JSON.stringify([material, literature]);
      const ranges = factNames.map((name) => JSON.stringify(factDefinition(name))).join(' ');
      // Days are stored as 2026-03-12 and written as 12 March 2026.
      const held = new Set(figures(`${source} ${ranges} ${source.replace(/-0?(\d+)/g, ' $1')}`));
      const { body } = firstDraft(material);
      const sentences = body.split('\n').filter((line) => !line.startsWith('[missing: '));
      for (const figure of figures(sentences.join('\n'))) expect([...held]).toContain(figure);
    }),
    { numRuns: 300 },
  ));

it('says of a case of which nothing is known nothing but whom it concerns', () => {
  const { body, gaps } = firstDraft({
    ...letterMaterial,
    facts: {},
    measurements: [],
    documents: [],
    codes: [],
    policy: null,
  });
  expect(gaps.length).toBeGreaterThan(10);
  expect(body.split('\n').filter((line) => line.endsWith('.'))).toEqual(['Please approve this request.']);
});

it('is the letter one would begin with', () =>
  expect(firstDraft(letterMaterial).body).toMatchInlineSnapshot(`
   "To Blue Heron Health Plan
   Re: Maya Ortiz, born 4 May 1988, member HX-4471, case 1042

   Request
   I request authorization for 4 sessions of 17999 (unlisted skin procedure: medical microneedling) for a scar of the right hand.

   Diagnosis and cause
   The diagnoses are L90.5 (scar conditions and fibrosis of skin) and T23.301S (third-degree burn of right hand, sequela).
   The scar of the right hand comes from a burn.
   The day of the injury was 12 March 2024.

   Functional impairment and measurements
   The scar impairs function.
   The scar involves a joint.
   Right wrist, flexion, active: 48° of a normal 80°, measured 3 March 2026.
   VSS total is 9 of 13.
   The scar measures 24.5 cm².

   Treatments tried and their results
   Silicone, from 1 May 2024 to 1 December 2024: failed.

   Treatment plan and expected gain
   [missing: depth of the needles and interval between the sessions]
   [missing: how treatment is expected to restore the function named above, and by which measure you will see it]

   The payer’s criteria
   Policy BH-SCAR-07, version 4: “The scar is the result of external trauma, including burns.”
   The record meets this: the cause of the scar is burn.
   Policy BH-SCAR-07, version 4: “The scar causes a functional impairment, demonstrated by restricted motion of ten degrees or more or by limitation of daily activities or work.”
   The record meets this: the scar impairs function; range of motion is 32° short of the norm.
   Policy BH-SCAR-07, version 4: “At least one of the following has failed: compression therapy, intralesional 5-fluorouracil, fractional ablative laser, grafting or surgical release.”
   [missing: why Blue Heron Health Plan should approve all the same: on record this is not met]

   Evidence and its limits
   [missing: which device will be used, and whether it is cleared for this indication]
   The clearances of microneedling devices read so far are for facial acne scars in patients aged 22 years and over; this scar lies outside of them.
   The published evidence for burn scars has been rated as thin by a review.

   Please approve this request.

   Sincerely,
   Lena Hart"
  `));

it('tells that the device lies outside of its clearance, also where the record says otherwise', () => {
  const cleared = {
    ...letterMaterial,
    facts: { ...letterMaterial.facts, device_cleared: { value: true, evidence: [] } },
  };
  expect(firstDraft(cleared).body).not.toContain('The device is cleared for this indication.');
  expect(firstDraft(cleared).gaps).toContainEqual(
    expect.stringContaining('which clearance covers this case'),
  );
  const acne = {
    ...cleared.facts,
    cause_of_scar: { value: 'acne', evidence: [] },
    body_site: { value: 'face', evidence: [] },
  } as const;
  expect(firstDraft({ ...cleared, facts: acne }).body).toContain(
    'The device is cleared for this indication.',
  );
  expect(firstDraft({ ...cleared, facts: acne }).body).not.toContain('lies outside');
});
