import fc from 'fast-check';
import { assertionIn } from './assertion';

const why = (text: string) => {
  const found = assertionIn(text);
  return found === null ? null : `${found.kind}: ${found.because}`;
};

it.each([
  ['Flexion reaches 62°.', 'value: 62°'],
  ['She was burned on 3 March 2024.', 'value: 3 March 2024'],
  ['The code is L90.5.', 'value: L90.5'],
  ['Please approve 4 sessions.', 'value: 4 sessions'],
  ['Re: Maya Ortiz, member HX-4471', 'value: HX-4471'],
  ['Dear Dr. Lee, she scored 9.', 'value: 9'],
  ['She improved after two courses.', 'value: two'],
  ['The policy says “function has to be impaired”.', 'value: “function has to be impaired”'],
  ['Her score is high.', 'score: score'],
  ['The device is cleared.', 'device: device'],
  ['This meets the criterion.', 'policy: criterion'],
  ['Treatment is medically necessary.', 'policy: medically necessary'],
  ['Studies support it.', 'literature: Studies'],
  ['The hand is worse.', 'comparison: worse'],
  ['Silicone failed.', 'comparison: failed'],
  ['The scar is firm.', 'clinical: scar'],
  ['She wears a glove.', 'clinical: She'],
  ['Severe contracture of the hand:', 'comparison: Severe'],
  ['Please note that the scar hurts.', 'clinical: scar'],
  ['I request approval because she suffers.', 'clinical: she'],
  ['Thank you for helping her, who cannot work.', 'comparison: cannot'],
  ['Keloid Scar', 'clinical: Keloid'],
  ['Dear Dr. Lee, she limps badly and often', 'clinical: she'],
  ['To the scar nothing helped', 'clinical: scar'],
  ['I am writing to say that the scar is stiff.', 'clinical: scar'],
  ['I ask you to see how stiff it is.', 'statement: I ask you to'],
  ['I request the medically necessary treatment.', 'policy: medically necessary'],
  ['Everything was attempted.', 'statement: Everything was attempted.'],
])('%s asserts: %s', (text, expected) => expect(why(text)).toBe(expected));

it.each([
  'Dear Dr. Lee,',
  'To whom it may concern:',
  'To Whom It May Concern',
  'Functional impairment',
  'Treatments tried and their results:',
  'Evidence and its limits',
  'Please approve this request.',
  'I respectfully request approval of this treatment.',
  'I am available for a conversation with your reviewer.',
  'You can reach me at the clinic.',
  'Thank you for your attention.',
  'Do not hesitate to call if you have any questions.',
  'To Blue Heron Health Plan',
  'Sincerely,',
  'Yours truly,',
  'Lena Hart',
  'Dr. Lena M. Hart, M.D.',
  '[missing: the depth of the needles]',
  '—',
  '',
])('%s asserts nothing', (text) => expect(why(text)).toBeNull());

it('takes every sentence with a figure for an assertion, whatever courtesy it is wrapped in', () =>
  fc.assert(
    fc.property(
      fc.constantFrom('Dear reader, ', 'Please note ', 'Thank you for ', 'I ask for ', 'Sincerely, ', ''),
      fc.oneof(
        fc.integer({ min: 0, max: 999 }).map((figure) => `${figure}°`),
        fc.constantFrom('L90.5', '3 March 2026', 'seven sessions', '12%', 'BH-07', '2 of 3'),
      ),
      fc.constantFrom('.', ' in all.', ''),
      (before, figure, after) => expect(assertionIn(before + figure + after)?.kind).toBe('value'),
    ),
  ));

it('says its reason in words that stand in the sentence', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('The scar', 'she', '62°', 'hurts', 'Dear', 'than', 'Lena', '“a b c”', 'x', '\n'),
        { maxLength: 8 },
      ),
      (words) => {
        const text = words.join(' ').replace(/\s+/g, ' ').trim();
        const found = assertionIn(text);
        if (found) expect(text).toContain(found.because);
      },
    ),
  ));
