import fc from 'fast-check';
import { sentencesOf, splitLetter } from './split-letter';

const split = (letter: string) => sentencesOf(letter).map(({ text }) => text);
/** `|` stands where a sentence ends. */
const parts = (marked: string) => marked.split('|').map((one) => one.trim());

it.each([
  'Dr. Hart examined the scar. | It measures 3.5 cm². | It is firm.',
  'The diagnoses are L90.5 and M24.541. | They are coded as M24.541, L90.5, T23.301S.',
  'The patient tried silicone, compression, etc. | She stopped in May.',
  'See No. 3 of the policy. | The answer was No. | She agreed.',
  'Care was conservative (massage, e.g. by a therapist, i.e. twice a week). | It failed.',
  'Flexion reaches 48° vs. a normal 80°. | Extension is full.',
  'Seen on Mar. 3, 2026. | Seen again on Jan. 4. | Motion was worse.',
  'J. Smith referred her. | Lena M. Hart treats her. | Dr. A. Lee agrees.',
  'She lacks vitamin C. | The wound healed.',
  'The scar is Grade C. | The hand is stiff.',
  'Lena Hart, M.D. | The clinic is open.',
  'Approved by the U.S. Food and Drug Administration. | Cleared in the U.S. | The indication differs.',
  'She said “It hurts. I cannot grip.” | The scar is tight.',
  'She said “It hurts.” and left. | Pain is 6 of 10.',
  'The scar (see Fig. 2. It is dated.) is raised. | It itches.',
  'Does it hurt? | Yes! | It does...| The pain is constant.',
  'Pain is 6... at rest. | Itch is 4.',
  'The joint is stiff. | she cannot hold a cup.',
  'The p-value was 0.012 (n = 15). | Results et al. (2019) agree.',
  'Therapy ran approx. 6 months. | It ended on 3.5.2026. | Then laser.',
  'Motion of the MCP joint, ant. and post. surfaces, is limited. | Grip is weak.',
  'VSS was 9. | 4 sessions are planned.',
  'Used b.i.d. for 3 months. | The result was poor.',
])('%s', (marked) => expect(split(marked.replaceAll('|', '').replaceAll('  ', ' '))).toEqual(parts(marked)));

it.each([
  [
    'a line ends its sentence',
    'Functional impairment\nShe cannot grip.',
    ['Functional impairment', 'She cannot grip.'],
  ],
  [
    'text wrapped by hand goes on',
    'The scar limits\nthe wrist. It\r\nhurts.',
    ['The scar limits\nthe wrist.', 'It\r\nhurts.'],
  ],
  ['a blank line always ends', 'The scar limits\n\nthe wrist.', ['The scar limits', 'the wrist.']],
  ['after a colon a line begins anew', 'Tried:\nsilicone.', ['Tried:', 'silicone.']],
  [
    'marks of lists belong to no sentence',
    '- Silicone failed.\n2. Laser failed.\nb) 5-FU failed.\n• Massage',
    ['Silicone failed.', 'Laser failed.', '5-FU failed.', 'Massage'],
  ],
  ['a number alone in its line stays', '12.\n3) ', ['12.', '3)']],
  [
    'a gap is one thing',
    'Before. [missing: depth. Interval.] After.',
    ['Before.', '[missing: depth. Interval.]', 'After.'],
  ],
  [
    'a bracket cannot hold a whole letter together',
    `(${'One more. '.repeat(30)})`,
    [
      ...Array<string>(30)
        .fill('One more.')
        .map((one, at) => (at === 0 ? `(${one}` : one)),
      ')',
    ],
  ],
  [
    'a bracket that never closes holds nothing',
    'The scar (on the hand. It hurts.',
    ['The scar (on the hand.', 'It hurts.'],
  ],
  ['nothing is in nothing', ' \n\t\r\n ', []],
])('%s', (_, letter, expected) => expect(split(letter)).toEqual(expected));

const pieces = fc.constantFrom(
  ...[
    'Dr. ',
    'e.g. ',
    '3.5 cm². ',
    'L90.5',
    'No. 3',
    ' “It hurts.” ',
    '(see. A)',
    '\n',
    '\r\n',
    '- ',
    '2. ',
    ' ',
  ],
  ...[
    'The scar',
    ' limits grip.',
    '62°',
    '…',
    '?',
    '! ',
    '[missing: x. y]',
    '\t',
    '\u00a0',
    '𝛼',
    '. ',
    '"',
    '“',
    '(',
  ],
);
const letters = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

it('gives offsets that are exact, in order, and leave out only white space and marks of lists', () =>
  fc.assert(
    fc.property(letters, (letter) => {
      let [at, joined, left] = [0, '', ''];
      for (const paragraph of splitLetter(letter)) {
        for (const { text, from, to } of paragraph.sentences) {
          expect(from).toBeGreaterThanOrEqual(at);
          expect(letter.slice(from, to)).toBe(text);
          expect(text).toBe(text.trim());
          expect(text).not.toBe('');
          expect(from >= paragraph.from && to <= paragraph.to).toBe(true);
          left += `${letter.slice(at, from)}\n`;
          joined += letter.slice(at, from) + text;
          at = to;
        }
      }
      left += letter.slice(at);
      expect(joined + letter.slice(at)).toBe(letter);
      expect(left.replace(/\s|[-–—•*·▪]|\(?\d{1,2}[.)]|\(?[a-zA-Z][.)]/g, '')).toBe('');
    }),
    { numRuns: 1000 },
  ));

it('finds the sentences that a letter was joined of', () => {
  const whole = fc.constantFrom(
    'Dr. Hart saw L90.5 on Mar. 3, 2026.',
    'Flexion is 48° (normal: 80°), i.e. 40% short.',
    'She said “I cannot grip. It hurts.”',
    'The area is 3.5 cm².',
    'Is it approved?',
  );
  fc.assert(
    fc.property(fc.array(whole, { minLength: 1 }), fc.constantFrom(' ', '\n', '\n\n', '  '), (all, between) =>
      expect(split(all.join(between))).toEqual(all),
    ),
  );
});

it('stays quick on a long letter of brackets and points', () => {
  const letter = '(“a. b" . '.repeat(4000);
  const started = performance.now();
  expect(sentencesOf(letter).length).toBeGreaterThan(1000);
  expect(performance.now() - started).toBeLessThan(2000);
});
