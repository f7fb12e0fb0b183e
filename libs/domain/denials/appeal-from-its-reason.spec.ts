import fc from 'fast-check';
import { generalPolicy } from '../necessity/general-policy';
import { FactName, factNames } from '../necessity/facts';
import { onlyFacts } from '../necessity/fact-values';
import { fernbrookDevices } from '../necessity/demo-policies/demo-policies';
import { AppealMaterial, appealShelf } from './appeal-material';
import { AppealOutline, appealOutline } from './appeal-outline';
import { expansions } from './appeal-section';
import { sectionsFor } from './appeal-sections';
import { slotNames, slotsIn } from './appeal-slots';
import { adjustmentReasons } from './adjustment-reasons';
import { askedGrounds } from './asked-grounds';
import { denialClasses } from './classes';
import type { Denial } from './denial';
import { aDenial, denialOf } from './testing/a-denial';
import { emptyMaterial, fullMaterial } from './testing/appeal-material';

const sections = ({ sections: found }: AppealOutline) => found.map(({ key }) => key);
const lacks = (denial: Denial, material: AppealMaterial) =>
  appealOutline(denial, material).missing.map(({ sentence }) => sentence);
const text = ({ sections: found }: AppealOutline) =>
  found.flatMap(({ paragraphs }) => paragraphs.map((one) => one.text)).join('\n');

describe('each class has its own outline', () => {
  it.each([
    ['clinical', ['decision', 'criteria', 'function', 'treatments', 'ask']],
    ['experimental', ['decision', 'policy', 'device', 'literature', 'function', 'review', 'ask']],
    ['benefit_exclusion', ['decision', 'plan', 'origin', 'impairment', 'ask']],
    ['authorization', ['decision', 'authorization', 'ask']],
    ['documentation', ['decision', 'item', 'ask']],
    ['coding', ['decision', 'correction', 'ask']],
    ['eligibility', ['decision', 'coverage', 'ask']],
    ['timely_filing', ['decision', 'sent', 'ask']],
    ['unclassified', ['decision', 'question', 'ask']],
  ] as const)('%s', (name, keys) => {
    const outline = appealOutline(denialOf[name], fullMaterial);
    expect([outline.denialClass, sections(outline)]).toEqual([name, keys]);
    expect(outline.missing).toEqual([]);
    expect(outline.sections.every(({ paragraphs }) => paragraphs.length > 0)).toBe(true);
  });

  it.each([
    ['210', ['decision', 'asked', 'ask']],
    ['243', ['decision', 'referral', 'ask']],
    ['288', ['decision', 'referral', 'ask']],
    ['189', ['decision', 'unlisted', 'ask']],
  ] as const)('%s argues otherwise than its class', (code, keys) =>
    expect(sections(appealOutline(aDenial({ code, kind: 'administrative' }), fullMaterial))).toEqual(keys),
  );

  it('and what is no denial has none', () => {
    const outline = appealOutline(denialOf.not_a_denial, fullMaterial);
    expect([outline.sections, outline.missing.map(({ code }) => code)]).toEqual([[], ['nothing_to_appeal']]);
  });
});

describe('what is not on file is named and blocks the export', () => {
  it.each([
    [
      'clinical',
      ['the payer’s policy', 'letter of medical necessity', 'scar scale', 'which conservative treatments'],
    ],
    ['experimental', ['the payer’s policy', 'which device', 'clearance of the device']],
    [
      'benefit_exclusion',
      [
        'words on the exclusion',
        'words on reconstructive treatment',
        'what caused the scar',
        'impairs function',
      ],
    ],
    ['authorization', ['the authorization on file', 'the days that the authorization covers']],
    ['documentation', ['chosen to be enclosed', 'photograph']],
    ['coding', ['the corrected code', 'why the code was corrected']],
    ['eligibility', ['verified again', 'reference of that verification']],
    ['timely_filing', ['the day on which it was sent, with its proof']],
    ['unclassified', ['what the denied request asked for']],
  ] as const)('%s', (name, wanted) => {
    const said = lacks(denialOf[name], emptyMaterial).join('\n');
    for (const one of wanted) expect(said).toContain(one);
  });

  it.each([null, ' '])('a quote without its page is no quote: %j', (page) =>
    expect(lacks(aDenial({ page }), fullMaterial)).toEqual([
      '“The decision” lacks: the page of the notice on which the payer’s words stand.',
    ]),
  );

  it('a proof that is not among the documents proves nothing', () => {
    const documents = fullMaterial.documents.filter(({ id }) => id !== 'fax-1' && id !== 'approval-1');
    for (const name of ['timely_filing', 'authorization'] as const)
      expect(lacks(denialOf[name], { ...fullMaterial, documents }).length).toBeGreaterThan(0);
  });

  it('each refusal names the section it is about', () => {
    for (const { code, field } of appealOutline(denialOf.clinical, emptyMaterial).missing) {
      expect(code).toBe('appeal_incomplete');
      expect(['decision', 'criteria', 'function', 'treatments', 'ask']).toContain(field);
    }
  });
});

describe('a criterion that is not met', () => {
  const unanswered = { ...fullMaterial, answers: [] };
  const answered = (refs: readonly string[]) => ({
    ...fullMaterial,
    answers: [{ criterionId: 'listed_modality_failed', words: 'Compression is not tolerated.', refs }],
  });
  it('blocks until the physician answers it', () => {
    expect(lacks(denialOf.clinical, unanswered)).toEqual([
      '“The payer’s criteria” lacks: why Blue Heron Health Plan should approve all the same: on record this is not met.',
    ]);
    expect(lacks(denialOf.clinical, answered(['statement:judgement']))).toEqual([]);
  });
  it('of a group of which another is met is not argued', () => {
    const outline = appealOutline(denialOf.clinical, { ...fullMaterial, policy: generalPolicy });
    expect(text(outline)).toContain('The scar impairs function, shown by');
    expect(text(outline)).not.toContain('pain or itch');
    expect(outline.missing).toEqual([]);
  });
  it('that is unknown is found out, not argued away', () => {
    const { failed_treatments: _, ...facts } = fullMaterial.facts;
    expect(lacks(denialOf.clinical, { ...fullMaterial, facts }).join(' ')).toContain('still unknown');
  });
  it('is not settled by an answer that rests on nothing', () =>
    expect(lacks(denialOf.clinical, answered(['measurement:gone']))).toHaveLength(1));
});

it('quotes the payer letter by letter, also where its words look like a template', () => {
  const words = 'Denied per {policy} at $1, see “{words}” & $&.';
  expect(text(appealOutline(aDenial({ words }), fullMaterial))).toContain(
    `Page 2 of the notice says: “${words}”`,
  );
});

it('quotes what the policy calls unproven, against an experimental denial', () => {
  const outline = appealOutline(denialOf.experimental, { ...fullMaterial, policy: fernbrookDevices });
  expect(text(outline)).toContain('is considered unproven and is not covered');
});

it('never argues a benefit exclusion as necessity', () => {
  const outline = appealOutline(denialOf.benefit_exclusion, fullMaterial);
  expect(text(outline)).not.toMatch(/necess/i);
  expect(sections(outline)).not.toContain('criteria');
});

it('says that an exclusion was applied as a judgement where somebody found that out, and is silent otherwise', () => {
  const judgement = { words: 'The reviewer found it cosmetic.', documentId: 'notice-1' };
  const outline = appealOutline(denialOf.benefit_exclusion, { ...fullMaterial, judgement });
  const said = outline.sections.find(({ key }) => key === 'judgement');
  expect(said?.paragraphs[0]?.text).toContain('The reviewer found it cosmetic.');
  expect(said?.paragraphs[0]?.sources.map(({ ref }) => ref)).toEqual([
    'finding:exclusion_is_judgement',
    'document:notice-1',
  ]);
  expect(sections(appealOutline(denialOf.benefit_exclusion, fullMaterial))).not.toContain('judgement');
});

describe('what a person is asked to enter', () => {
  const asked = (denial: Denial, material = fullMaterial) =>
    askedGrounds(denial, material).map(({ topic, about }) => `${topic}${about && `: ${about}`}`);
  it.each([
    ['coding', ['correction']],
    ['benefit_exclusion', ['exclusion', 'reconstructive']],
    ['clinical', ['criterion: listed_modality_failed']],
    ['documentation', []],
  ] as const)('%s: %j', (name, topics) => expect(asked(denialOf[name])).toEqual(topics));
  it('the page, where it was not noted with the denial, and the words, where none were', () => {
    expect(asked({ ...denialOf.documentation, page: null })).toEqual(['payers_words']);
    expect(asked({ ...denialOf.documentation, words: '' })).toEqual(['payers_words']);
  });
  it('no answer to what is met, to what is unknown, or where no policy is on file', () =>
    expect(asked(denialOf.clinical, { ...fullMaterial, policy: null })).toEqual([]));
  it('whatever keeps an outline from being whole and can be entered, is asked for', () => {
    for (const name of ['coding', 'benefit_exclusion'] as const) {
      const without = { ...fullMaterial, plan: emptyMaterial.plan, correction: null };
      expect(lacks(denialOf[name], without).length).toBeGreaterThan(0);
      expect(asked(denialOf[name], without).length).toBeGreaterThan(0);
    }
  });
});

it('tells a payer nothing of mental health unless its policy asks', () => {
  const told = JSON.stringify(denialClasses.map((one) => appealOutline(denialOf[one], fullMaterial)));
  expect(told).not.toMatch(/phq/i);
});

it('every template names at least one slot, and only slots that exist', () => {
  const codes = [null, ...adjustmentReasons.map(({ code }) => code)];
  const plans = denialClasses.flatMap((one) => codes.map((code) => sectionsFor(one, { code })));
  const lines = new Set([...new Set(plans)].flatMap((plan) => plan.flatMap((section) => section.lines)));
  for (const line of lines)
    if (typeof line === 'string') {
      expect(slotsIn(line).length).toBeGreaterThan(0);
      for (const slot of slotsIn(line)) expect(Object.keys(slotNames)).toContain(slot);
    } else expect(expansions).toContain(line.each);
});

/** The full case with any part of it taken away. */
const anyMaterial: fc.Arbitrary<AppealMaterial> = fc
  .record({
    facts: fc.subarray([...factNames]),
    held: fc.subarray([...fullMaterial.held]),
    documents: fc.subarray([...fullMaterial.documents]),
    measurements: fc.subarray([...fullMaterial.measurements]),
    gone: fc.subarray(['policy', 'sent', 'authorization', 'correction', 'coverage'] as const),
    plan: fc.boolean(),
  })
  .map(({ facts, gone, plan, ...lists }) => ({
    ...fullMaterial,
    ...lists,
    facts: onlyFacts(fullMaterial.facts, facts as FactName[]),
    ...Object.fromEntries(gone.map((name) => [name, null])),
    plan: plan ? fullMaterial.plan : emptyMaterial.plan,
  }));
const anyDenial = fc.constantFrom(
  ...Object.values(denialOf),
  ...['210', '243', '189'].map((code) => aDenial({ code })),
);

it('whatever is on file: the same comes out twice, every paragraph has a source on the shelf, nothing is left open', () =>
  fc.assert(
    fc.property(anyDenial, anyMaterial, (denial, material) => {
      const outline = appealOutline(denial, material);
      expect(appealOutline(structuredClone(denial), structuredClone(material))).toEqual(outline);
      const shelf = appealShelf(denial, material);
      for (const { paragraphs, missing } of outline.sections) {
        for (const { text: words, sources } of paragraphs) {
          expect(sources.length).toBeGreaterThan(0);
          for (const { ref, said } of sources) expect(shelf.get(ref)?.words).toBe(said);
          expect(words).not.toMatch(/\{\w+\}|\[missing|undefined|null/);
        }
        // A section that says nothing says at least why.
        expect(paragraphs.length + missing.length).toBeGreaterThan(0);
      }
    }),
  ));

it('more on file never blocks what less allowed', () =>
  fc.assert(
    fc.property(anyDenial, anyMaterial, (denial, material) => {
      if (appealOutline(denial, material).missing.length === 0)
        expect(
          appealOutline(denial, fullMaterial).missing.filter(({ code }) => code !== 'nothing_to_appeal'),
        ).toEqual([]);
    }),
  ));
