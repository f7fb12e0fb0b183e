import { Day, dayInWords } from '../calendar';
import { diagnosisPart, diagnosisRefusals, normalizeDiagnosis } from '../diagnosis';
import { CodeFinding, finding } from './code-finding';
import { CodesOnFile, standingOn, validityOf } from './codes-on-file';
import { lacksSeventh, padded, withoutSeventhOf } from './diagnosis-form';
import { codePlaceInWords, fitsPlace, Place, placeInWords } from './diagnosis-place';
import { DiagnosisFlag, flagOf, mayComeFirst } from './diagnosis-use';
import { fiscalYearCloses, fiscalYearOf, fiscalYearOpens } from './fiscal-year';
import { placeOfDiagnosis } from './place-of-code';
import { shippedBelow } from './shipped/shipped-diagnoses';

/** What a list of diagnoses is held against: the place of the scar, the day of service, what is known of the codes. */
export interface DiagnosisContext {
  /** Null while it is not said yet. */
  readonly place: Place | null;
  readonly on: Day;
  readonly known: CodesOnFile;
}

/** Everything there is to say about the diagnoses of a case, the gravest first. */
export function diagnosisFindings(
  codes: readonly string[],
  context: DiagnosisContext,
  field = 'diagnoses',
): readonly CodeFinding[] {
  const listed = diagnosisRefusals(codes, field).map((one): CodeFinding => ({ ...one, weight: 'refused' }));
  const wellFormed = [...new Set(codes)].filter(
    (code) => normalizeDiagnosis(code) === code && flagOf(code) !== 'not_in_us',
  );
  const each = wellFormed.flatMap(
    (code) => formOf(code, field) ?? standingFinding(code, context, field) ?? [],
  );
  const warned = [
    ...firstUnfit(codes, field),
    ...wellFormed.flatMap((code) => [...placeUnfit(code, context, field), ...flagged(code, field)]),
  ];
  const all = [...listed, ...each, ...warned];
  const rank = { refused: 0, before_request: 1, note: 2 };
  return all.toSorted((one, other) => rank[one.weight] - rank[other.weight]);
}

/** Seventh characters that are missing, misplaced or one too many. */
function formOf(code: string, field: string): CodeFinding | null {
  const refuse = (name: string, sentence: string) => finding('refused', [name, sentence, field], code);
  const plain = withoutSeventhOf(code);
  if (plain !== null)
    return refuse(
      'diagnosis_seventh_none',
      `${code}: the extent of a burn takes no seventh character; write ${plain}.`,
    );
  const whole = padded(code);
  if (whole !== null)
    return refuse(
      'diagnosis_unpadded',
      `${code}: the ${code.slice(-1)} must stand in seventh place; write ${whole}.`,
    );
  return lacksSeventh(code)
    ? refuse(
        'diagnosis_seventh_missing',
        `${code} needs a seventh character; for a scar that is S, as in ${withS(code)}.`,
      )
    : null;
}

function withS(code: string): string {
  const compact = `${code.replace('.', '').padEnd(6, 'X')}S`;
  return `${compact.slice(0, 3)}.${compact.slice(3)}`;
}

function standingFinding(code: string, { on, known }: DiagnosisContext, field: string): CodeFinding | null {
  const below = shippedBelow(code);
  const year = fiscalYearOf(on);
  switch (standingOn(on, code, known)) {
    case 'valid':
      return null;
    case 'heading':
      return heading(code, below, field);
    case 'not_valid':
      return finding('refused', ['diagnosis_not_valid', notValid(code, on, known), field], code);
    case 'unchecked': {
      if (below !== null) return heading(code, below, field);
      const sentence = `${code} is not in the short list that comes with Stipple, and the official codes of fiscal year ${year} are not loaded: check it by hand.`;
      return finding('note', ['diagnosis_not_checked', sentence, field], code);
    }
  }
}

function heading(code: string, below: string | null, field: string): CodeFinding {
  const such = below === null ? '' : `, such as ${below}`;
  const sentence = `${code} is a heading that cannot be billed; choose a code below it${such}.`;
  return finding('refused', ['diagnosis_header', sentence, field], code);
}

function notValid(code: string, on: Day, known: CodesOnFile): string {
  const year = fiscalYearOf(on);
  const validity = validityOf(code, known);
  const day = `the day of service, ${dayInWords(on)}`;
  if (validity?.closesOn && validity.closesOn < on)
    return `${code} was valid until ${dayInWords(validity.closesOn)}; ${day}, lies after that.`;
  if (validity && on < validity.opensOn)
    return `${code} is valid from ${dayInWords(validity.opensOn)}; ${day}, lies before that.`;
  return `${code} is not a code of fiscal year ${year} (${dayInWords(fiscalYearOpens(year))} to ${dayInWords(fiscalYearCloses(year))}).`;
}

/** Symptoms and aftercare support a condition. What the sequela rule keeps back is said by that rule. */
function firstUnfit([first]: readonly string[], field: string): readonly CodeFinding[] {
  if (first === undefined || diagnosisPart(first) !== 'residual' || mayComeFirst(first)) return [];
  if (flagOf(first) === 'not_in_us') return [];
  const sentence = `${first} only supports a diagnosis; put the condition that is treated first, such as L90.5.`;
  return [finding('before_request', ['diagnosis_support_first', sentence, field], first)];
}

function placeUnfit(code: string, { place }: DiagnosisContext, field: string): readonly CodeFinding[] {
  const named = placeOfDiagnosis(code);
  if (named === null || place === null) return [];
  if (!fitsPlace(code, place)) {
    const sentence = `${code} is for the ${codePlaceInWords(named)}; this case is about the ${placeInWords(place)}.`;
    return [finding('before_request', ['diagnosis_side', sentence, field], code)];
  }
  if (named.side !== 'unspecified') return [];
  const sentence = `${code} leaves the side open; a code that says right or left is paid more readily.`;
  return [finding('note', ['diagnosis_side_open', sentence, field], code)];
}

const flags: Record<
  Exclude<DiagnosisFlag, 'not_in_us'>,
  (code: string) => readonly [CodeFinding['weight'], string, string]
> = {
  stop: () => [
    'before_request',
    'cosmetic_encounter',
    'Z41.1 declares a cosmetic encounter; no payer will authorize it. Correct the diagnosis or offer self-pay.',
  ],
  cosmetic: (code) => [
    'note',
    'diagnosis_cosmetic',
    `${code} speaks of appearance; a reviewer sees it first. The physician has to say why the case is medical.`,
  ],
  caution: (code) => [
    'note',
    'diagnosis_caution',
    `${code}: body dysmorphic disorder asks for caution. Refer to mental health before treating.`,
  ],
  not_a_scar: (code) => [
    'note',
    'diagnosis_not_a_scar',
    `${code} is no scar code and does not qualify; L90.5 or L91.0 may be meant.`,
  ],
};

function flagged(code: string, field: string): readonly CodeFinding[] {
  const flag = flagOf(code);
  if (flag === null || flag === 'not_in_us') return [];
  const [weight, name, sentence] = flags[flag](code);
  return [finding(weight, [name, sentence, field], code)];
}

const places = { residual: 0, injury_sequela: 2, external_cause: 3 } as const;

/** The same codes in the order that the sequela rule asks for; within a part they keep theirs. */
export function inSequelaOrder(codes: readonly string[]): readonly string[] {
  const place = (code: string) => {
    const part = diagnosisPart(code);
    return part === 'residual' && !mayComeFirst(code) ? 1 : places[part];
  };
  return codes.toSorted((one, other) => place(one) - place(other));
}
