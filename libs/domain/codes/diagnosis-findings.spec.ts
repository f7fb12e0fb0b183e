import { CodeFinding } from './code-finding';
import { CodesOnFile, DiagnosisOnFile, shippedOnFile, shippedYear } from './codes-on-file';
import { diagnosisFindings } from './diagnosis-findings';
import { Place } from './diagnosis-place';
import type { BodySite, Side } from '../injury';
import { fiscalYearCloses, fiscalYearOpens } from './fiscal-year';

/** `left hand` → a place. */
const place = (words: string): Place => {
  const [side, ...site] = words.split(' ');
  return { side: side as Side, bodySite: site.join('_') as BodySite };
};
const day = '2026-11-23';

/** What is said of codes, as `code about`, such as `diagnosis_side M24.541`; a list stands for itself. */
const said = (findings: readonly CodeFinding[]) =>
  findings.map(({ code, about }) => (about === undefined ? code : `${code} ${about}`));

const check = (codes: string, at = 'right hand', on = day) =>
  diagnosisFindings(codes.split(' '), { place: place(at), on, known: shippedOnFile(codes.split(' ')) });

// prettier-ignore
it.each([
  ['present condition, injury, cause',        'L90.5 M24.541 T23.301S X12.XXXS', 'right hand',    []],
  ['nothing about a place',                   'L90.5',                           'left knee',     []],
  ['a heading of three characters',           'L90',                             'right hand',    ['diagnosis_header L90']],
  ['a heading above a side',                  'M24.54',                          'right hand',    ['diagnosis_header M24.54']],
  ['a heading of symptoms',                   'L90.5 G89.2',                     'right hand',    ['diagnosis_header G89.2']],
  ['an injury without its seventh',           'L90.5 T23.301',                   'right hand',    ['diagnosis_seventh_missing T23.301']],
  ['an external cause without its seventh',   'L90.5 X12',                       'right hand',    ['diagnosis_seventh_missing X12']],
  ['an S that stands in sixth place',         'L90.5 T20.30S',                   'midline neck',  ['diagnosis_unpadded T20.30S']],
  ['an S that stands in fourth place',        'L90.5 X12.S',                     'right hand',    ['diagnosis_unpadded X12.S']],
  ['an extent with a seventh character',      'L90.5 T31.10XS',                  'right hand',    ['diagnosis_seventh_none T31.10XS']],
  ['an extent with an S',                     'L90.5 T32.1S',                    'right hand',    ['diagnosis_seventh_none T32.1S']],
  ['an extent as it should be',               'L90.5 T31.10',                    'right hand',    []],
  ['a place of occurrence has no seventh',    'L90.5 Y92.0',                     'right hand',    ['diagnosis_not_checked Y92.0']],
  ['an S-code alone',                         'T23.301S',                        'right hand',    ['diagnosis_sequela_first']],
  ['an S-code first',                         'T23.301S L90.5',                  'right hand',    ['diagnosis_sequela_first', 'diagnosis_order']],
  ['a code of the WHO',                       'L90.5 T95.2',                     'right hand',    ['diagnosis_not_in_us']],
  ['a symptom first',                         'L29.9 L90.5',                     'right hand',    ['diagnosis_support_first L29.9']],
  ['a mood alone',                            'F43.20',                          'right hand',    ['diagnosis_support_first F43.20']],
  ['aftercare first',                         'Z42.8 L90.5',                     'right hand',    ['diagnosis_support_first Z42.8']],
  ['the other hand',                          'L90.5 M24.542',                   'right hand',    ['diagnosis_side M24.542']],
  ['another joint',                           'L90.5 M24.561',                   'right hand',    ['diagnosis_side M24.561']],
  ['both sides take either side',             'L90.5 M24.541 M24.542',           'both hand',     []],
  ['a side for a scar in the midline',        'L90.5 S21.111S',                  'midline chest', ['diagnosis_side S21.111S']],
  ['a side that the code leaves open',        'L90.5 M24.549',                   'right hand',    ['diagnosis_not_checked M24.549', 'diagnosis_side_open M24.549']],
  ['appearance',                              'L90.5 L70.0',                     'both face',     ['diagnosis_cosmetic L70.0']],
  ['appearance first',                        'L90.6',                           'both abdomen',  ['diagnosis_cosmetic L90.6']],
  ['cosmetic surgery',                        'L90.5 Z41.1',                     'right hand',    ['cosmetic_encounter Z41.1']],
  ['body dysmorphic disorder',                'L90.5 F45.22',                    'right hand',    ['diagnosis_caution F45.22']],
  ['body dysmorphic disorder first',          'F45.22',                          'right hand',    ['diagnosis_support_first F45.22', 'diagnosis_caution F45.22']],
  ['a skin tag is no scar',                   'L91.8',                           'midline neck',  ['diagnosis_not_a_scar L91.8']],
  ['a code nobody here knows',                'L90.5 Q99.9',                     'right hand',    ['diagnosis_not_checked Q99.9']],
])('%s: %s', (_, codes, at, expected) => expect(said(check(codes, at))).toEqual(expected));

// prettier-ignore
it.each([
  ['T23.301S', 'right hand', true],    ['T23.301S', 'right fingers', true],   ['T23.301S', 'left hand', false],
  ['T23.372S', 'left wrist', true],    ['T23.301S', 'right elbow', false],    ['T20.37XS', 'midline neck', true],
  ['T20.37XS', 'right neck', true],    ['T20.36XS', 'midline scalp', true],   ['T20.37XS', 'midline back', false],
  ['T20.311S', 'right face', true],    ['T20.311S', 'left face', false],      ['T21.31XS', 'left chest', true],
  ['T21.31XS', 'right thigh', false],  ['T22.311S', 'right forearm', true],   ['T22.311S', 'right hand', false],
  ['T22.341S', 'right chest', true],   ['T24.322S', 'left knee', true],       ['T24.301S', 'right ankle', false],
  ['T25.311S', 'right ankle', true],   ['T25.332S', 'left foot', true],       ['M24.511', 'right chest', true],
  ['M24.571', 'right ankle', true],    ['M24.574', 'right foot', true],       ['M24.575', 'right foot', false],
  ['M24.552', 'left hip', true],       ['M62.441', 'right hand', true],       ['M62.472', 'right foot', false],
  ['S61.401S', 'right hand', true],    ['S61.402S', 'right hand', false],     ['S61.210S', 'right fingers', true],
  ['S61.211S', 'right fingers', false],['S01.81XS', 'midline face', true],    ['S01.411S', 'left face', false],
  ['S81.811S', 'right lower leg', true],['S81.811S', 'right ankle', false],   ['S52.501S', 'left forearm', true],
  ['L91.0', 'left knee', true],        ['T81.89XS', 'left knee', true],       ['X12.XXXS', 'left knee', true],
])('%s for the %s: fits is %s', (code, at, fits) => {
  const codes = code.startsWith('M') || code.startsWith('L') ? [code] : ['L90.5', code];
  const about = diagnosisFindings(codes, { place: place(at), on: day, known: shippedOnFile(codes) });
  expect(said(about).filter((one) => one.startsWith('diagnosis_side '))).toEqual(fits ? [] : [`diagnosis_side ${code}`]);
});

it('says in one sentence which place the code and which the case is about', () => {
  expect(check('L90.5 M24.541', 'left knee')[0]).toEqual({
    code: 'diagnosis_side',
    sentence: 'M24.541 is for the right hand; this case is about the left knee.',
    field: 'diagnoses',
    weight: 'before_request',
    about: 'M24.541',
  });
});

it('asks nothing of a place that is not said yet', () => {
  const codes = ['L90.5', 'M24.541'];
  expect(diagnosisFindings(codes, { place: null, on: day, known: shippedOnFile(codes) })).toEqual([]);
});

/** The official lists of these years are loaded; each holds the codes named. */
function loaded(lists: Readonly<Record<number, string>>): CodesOnFile {
  const rows = Object.entries(lists).flatMap(([year, codes]) =>
    codes.split(' ').map((code): DiagnosisOnFile => ({
      code: code.replace('!', ''),
      year: Number(year),
      words: `Official ${code}`,
      billable: !code.endsWith('!'),
      opensOn: fiscalYearOpens(Number(year)),
      closesOn: fiscalYearCloses(Number(year)),
    })),
  );
  const shipped = ['L90.5', 'F32.A'].map((code): DiagnosisOnFile => ({
    ...{ code, year: shippedYear, words: `Ours ${code}`, billable: true, closesOn: null },
    opensOn: code === 'F32.A' ? '2021-10-01' : '2015-10-01',
  }));
  return { years: Object.keys(lists).map(Number), diagnoses: [...rows, ...shipped] };
}

// prettier-ignore
it.each([
  ['known to the year',                   { 2027: 'L90.5 Q99.9' }, 'Q99.9', '2026-10-01', []],
  ['on its last day',                     { 2027: 'Q99.9' },       'Q99.9', '2027-09-30', []],
  ['gone with the next year',             { 2026: 'L90.5 Q99.9', 2027: 'L90.5' }, 'Q99.9', '2026-10-01', ['diagnosis_not_valid Q99.9']],
  ['still there the day before',          { 2026: 'L90.5 Q99.9', 2027: 'L90.5' }, 'Q99.9', '2026-09-30', []],
  ['not there yet',                       { 2026: 'L90.5', 2027: 'L90.5 Q99.9' }, 'Q99.9', '2026-09-30', ['diagnosis_not_valid Q99.9']],
  ['a heading of the official list',      { 2027: 'Q99! Q99.9' },  'Q99',   '2026-11-23', ['diagnosis_header Q99']],
  ['shipped, but not in the whole year',  { 2027: 'Q99.9' },       'L90.5', '2026-11-23', ['diagnosis_not_valid L90.5']],
  ['the year is not loaded, it is ours',  { 2026: 'Q99.9' },       'L90.5', '2026-11-23', []],
  ['the year is not loaded, nor ours',    { 2026: 'Q99.9' },       'Q99.9', '2026-11-23', ['diagnosis_not_checked Q99.9']],
  ['ours, before it began',               {},                      'F32.A', '2021-09-30', ['diagnosis_not_valid F32.A']],
  ['ours, on its first day',              {},                      'F32.A', '2021-10-01', []],
])('%s', (_, lists, code, on, expected) => {
  const findings = diagnosisFindings([code], { place: null, on, known: loaded(lists) });
  expect(said(findings).filter((one) => !one.startsWith('diagnosis_support'))).toEqual(expected);
});

it('names the last valid day, the first valid day, or the year that does not have it', () => {
  const sentence = (lists: Readonly<Record<number, string>>, on: string) =>
    diagnosisFindings(['Q99.9'], { place: null, on, known: loaded(lists) })[0]?.sentence;
  expect(sentence({ 2026: 'Q99.9', 2027: 'L90.5' }, day)).toBe(
    'Q99.9 was valid until 30 September 2026; the day of service, 23 November 2026, lies after that.',
  );
  expect(sentence({ 2026: 'L90.5', 2027: 'Q99.9' }, '2026-01-05')).toBe(
    'Q99.9 is valid from 1 October 2026; the day of service, 5 January 2026, lies before that.',
  );
  expect(sentence({ 2027: 'L90.5' }, day)).toBe(
    'Q99.9 is not a code of fiscal year 2027 (1 October 2026 to 30 September 2027).',
  );
});

it('puts what stops the writing first, and notes last', () => {
  const weights = check('F45.22 L70.0 T23.302S X12').map(({ weight }) => weight);
  expect(weights).toEqual(['refused', 'before_request', 'before_request', 'note', 'note']);
});
