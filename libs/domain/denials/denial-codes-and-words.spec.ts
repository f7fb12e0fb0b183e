import { denialClassWords, denialClasses } from './classes';
import { denialReasonWords, denialReasons, reportedClassOf } from './reported-reasons';

/** Of a letter whose reader saw no more in it than that something was missing, late or wrong. */
const classOf = (code: string | null, ...remarks: readonly string[]) =>
  reportedClassOf({ group: null, code, remarks, kind: 'administrative' });

it('sorts a code into what can be done about it', () => {
  expect(classOf('197')).toBe('authorization');
  expect(classOf('50')).toBe('clinical');
  expect(classOf('55')).toBe('experimental');
  expect(classOf('96', 'N383')).toBe('benefit_exclusion');
  expect(classOf('96')).toBe('unclassified');
  expect(classOf('29')).toBe('timely_filing');
});

it('keeps an unknown code raw and gives it no meaning (rule 19: unknown codes stay raw and flagged)', () => {
  for (const code of ['999', 'X1', '1e3', '__proto__', 'constructor']) {
    expect(classOf(code)).toBe('unclassified');
    expect(denialReasonWords(code)).toBe(`Code ${code}, not in the current list`);
  }
  expect(classOf(null)).toBe('unclassified');
  expect(denialReasonWords(null)).toBe('No code given');
});

it('reads the deactivated code 15 of old letters and marks it as such', () => {
  expect(classOf('15')).toBe('authorization');
  expect(denialReasons.filter((reason) => reason.deactivated).map((reason) => reason.code)).toEqual(['15']);
});

it('lists every code once and has words for every class', () => {
  expect(new Set(denialReasons.map((reason) => reason.code)).size).toBe(denialReasons.length);
  expect(Object.keys(denialClassWords).sort()).toEqual([...denialClasses].sort());
});

it('never counts a deductible, a copay or a contractual amount as a denial', () => {
  for (const code of ['1', '2', '3', '45']) expect(classOf(code)).toBe('unclassified');
});
