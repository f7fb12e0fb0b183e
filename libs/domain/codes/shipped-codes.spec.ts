import { normalizeDiagnosis } from '../diagnosis';
import { isProcedureCode } from '../procedure';
import { shippedOnFile } from './codes-on-file';
import { diagnosisFindings } from './diagnosis-findings';
import { flagOf } from './diagnosis-use';
import { placeOfDiagnosis } from './place-of-code';
import { isValid, procedureFindings, procedureOn } from './procedure-findings';
import { placeOfServiceRefusals } from './place-of-service';
import { shippedBelow, shippedDiagnoses, shippedDiagnosis } from './shipped/shipped-diagnoses';
import { shippedProcedures } from './shipped/shipped-procedures';

const day = '2026-11-23';

it.each(
  `L90.5 L91.0 L73.0 L91.8 L91.9 M24.511 M24.512 M24.521 M24.522 M24.531 M24.532 M24.541 M24.542 M24.551 M24.552
   M24.561 M24.562 M24.571 M24.572 M24.574 M24.575 M24.50 M62.441 T23.301S T20.30XS T25.311S T31.10 T32.10 S01.81XS
   T81.89XA T81.89XS L76.81 L76.82 L58.9 L59.8 R20.8 L29.9 R52 G89.21 G89.29 F43.20 F43.21 F43.22 F43.23 F43.24 F43.25
   F32.A F32.1 F40.10 F54 F45.22 Z42.8 Z42.1 Z48.01 Z48.89 Z87.828 X12.XXXS X00.0XXS X19.XXXS W25.XXXS L70.0 L57.0 L90.6
   L81.0 L98.8 L98.9 L63.9 L64.9 L65.9 Z41.1`.split(/\s+/),
)('ships %s', (code) => expect(shippedDiagnosis(code)?.words).toBeTruthy());

it('ships each code once, well formed, and none that is a heading of another', () => {
  const codes = shippedDiagnoses.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) {
    expect(normalizeDiagnosis(code)).toBe(code);
    expect([code, codes.filter((other) => other !== code && other.startsWith(code))]).toEqual([code, []]);
    expect([code, shippedBelow(code)]).toEqual([code, null]);
  }
});

it('finds nothing wrong with the form of what it ships, behind a scar', () => {
  for (const { code } of shippedDiagnoses.filter((entry) => entry.code !== 'L90.5')) {
    const codes = ['L90.5', code];
    const refused = diagnosisFindings(codes, { place: null, on: day, known: shippedOnFile(codes) }).filter(
      ({ weight }) => weight === 'refused',
    );
    expect([code, refused]).toEqual([code, []]);
  }
});

it('calls right what the code calls right: own words and the reading of the code agree on the side', () => {
  const sided = shippedDiagnoses.filter(({ words }) => /\b(right|left)\b/.test(words));
  expect(sided.length).toBeGreaterThan(100);
  for (const { code, words } of sided)
    expect([code, placeOfDiagnosis(code)?.side]).toEqual([code, /\b(right|left)\b/.exec(words)?.[0]]);
});

it('flags every cosmetic code it ships, and no scar code', () => {
  const flagged = shippedDiagnoses.filter(({ code }) => flagOf(code) === 'cosmetic').map(({ code }) => code);
  expect(flagged).toEqual(
    'L70.0 L70.8 L70.9 L57.0 L57.4 L57.8 L57.9 L90.6 L81.0 L81.1 L81.4 L81.8 L81.9 L98.8 L98.9 L63.9 L64.9 L65.9'.split(
      ' ',
    ),
  );
});

it.each(
  `17999 0479T 0480T 15780 15781 15782 15783 15786 15787 15788 15789 15792 15793 11900 11901 17110 17111 13100 13153 14000
   14350 15002 15005 15100 11400 96999 97110 97140 97760 99202 99215 0232T G0460 G0465`.split(/\s+/),
)('knows procedure %s', (code) => {
  expect(isProcedureCode(code)).toBe(true);
  expect(procedureOn(day, code)?.words).toBeTruthy();
});

it('compares only with codes that it knows', () => {
  for (const { comparators } of shippedProcedures)
    for (const code of comparators) expect([code, procedureOn(day, code) !== null]).toEqual([code, true]);
});

// prettier-ignore
it.each([
  ['17999', day,          null],
  ['96999', day,          null],
  ['0479T', '2027-12-31', null],
  ['0479T', '2028-01-01', 'refused procedure_not_valid'],
  ['0479T', '2017-12-31', 'refused procedure_not_valid'],
  ['G0465', '2021-04-12', 'refused procedure_not_valid'],
  ['G0465', day,          'before_request procedure_do_not_use'],
  ['15781', day,          'before_request procedure_do_not_use'],
  ['15788', day,          'before_request procedure_do_not_use'],
  ['17110', day,          'before_request procedure_do_not_use'],
  ['11900', day,          'note procedure_is_history'],
  ['97110', day,          'note procedure_is_history'],
  ['12345', day,          'note procedure_not_checked'],
])('%s on %s: %s', (code, on, expected) => {
  const [found] = procedureFindings([code], on);
  expect(found ? `${found.weight} ${found.code}` : null).toBe(expected);
});

it('is valid on its first and its last day', () => {
  const window = { opensOn: '2018-01-01', closesOn: '2027-12-31' };
  expect(['2017-12-31', '2018-01-01', '2027-12-31', '2028-01-01'].map((one) => isValid(window, one))).toEqual(
    [false, true, true, false],
  );
});

it.each([
  ['11', []],
  ['22', []],
  ['02', ['place_is_telehealth']],
  ['10', ['place_is_telehealth']],
])('place of service %s: %j', (place, expected) =>
  expect(placeOfServiceRefusals(place).map(({ code }) => code)).toEqual(expected),
);
