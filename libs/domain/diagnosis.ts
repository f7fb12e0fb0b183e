import { Refusal, refusal } from './refusal';

/**
 * ICD-10-CM codes as a case lists them. The order carries meaning: what the patient has now comes first,
 * then the injury it came from as a sequela (seventh character S), then what caused that injury.
 */
export type DiagnosisPart = 'residual' | 'injury_sequela' | 'external_cause';

/** `l905` → `L90.5`. Returns null for text that cannot be a code. */
export function normalizeDiagnosis(text: string): string | null {
  const compact = text.trim().toUpperCase().replace('.', '');
  if (!/^[A-Z]\d[0-9A-Z][0-9A-Z]{0,4}$/.test(compact)) return null;
  return compact.length === 3 ? compact : `${compact.slice(0, 3)}.${compact.slice(3)}`;
}

export function diagnosisPart(code: string): DiagnosisPart {
  if (/^[V-Y]/.test(code)) return 'external_cause';
  return isSequela(code) ? 'injury_sequela' : 'residual';
}

/** Injury and external-cause codes carry their encounter in the seventh character; S means sequela. */
function isSequela(code: string): boolean {
  const compact = code.replace('.', '');
  return /^[STV-Y]/.test(compact) && compact.length === 7 && compact.endsWith('S');
}

const place: Record<DiagnosisPart, number> = { residual: 0, injury_sequela: 1, external_cause: 2 };

/** Every way in which a list of codes breaks the sequela rule; empty when it may stand on a request. */
export function diagnosisRefusals(codes: readonly string[], field = 'diagnoses'): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (codes.length === 0)
    refusals.push(
      refusal('diagnosis_missing', 'List at least one diagnosis: the condition the patient has now.', field),
    );
  if (codes.length > 12)
    refusals.push(refusal('diagnosis_too_many', 'A claim carries at most 12 diagnoses.', field));
  for (const code of new Set(codes)) {
    if (normalizeDiagnosis(code) !== code)
      refusals.push(refusal('diagnosis_malformed', `“${code}” is not an ICD-10-CM code.`, field));
    else if (code.startsWith('T95')) {
      refusals.push(
        refusal(
          'diagnosis_not_in_us',
          `${code} belongs to the WHO’s ICD-10 and does not exist in ICD-10-CM; use the injury code with S.`,
          field,
        ),
      );
    }
  }
  if (new Set(codes).size !== codes.length)
    refusals.push(refusal('diagnosis_twice', 'A diagnosis is listed twice.', field));
  const [first] = codes;
  if (first !== undefined && diagnosisPart(first) !== 'residual') {
    refusals.push(
      refusal(
        'diagnosis_sequela_first',
        `${first} cannot come first: list the present condition first, such as L90.5 or M24.541.`,
        field,
      ),
    );
  }
  const parts = codes.map((code) => place[diagnosisPart(code)]);
  if (parts.some((part, index) => index > 0 && part < (parts[index - 1] ?? 0))) {
    refusals.push(
      refusal(
        'diagnosis_order',
        'Order the diagnoses: present condition, then the injury as sequela (S), then its external cause.',
        field,
      ),
    );
  }
  return refusals;
}

const cosmeticPrefixes = ['L70', 'L57', 'L90.6', 'L81', 'L98.8', 'L98.9', 'L63', 'L64', 'L65', 'Z41.1'];

/** Codes that speak of appearance. They never decide alone, but a reviewer will see them first. */
export function cosmeticFlags(codes: readonly string[]): readonly string[] {
  return codes.filter((code) => cosmeticPrefixes.some((prefix) => code.startsWith(prefix)));
}

export interface DiagnosisEntry {
  readonly code: string;
  readonly words: string;
}

/** The codes this trade meets daily, in our own words. A clinic's other codes are accepted by their form. */
export const commonDiagnoses: readonly DiagnosisEntry[] = [
  { code: 'L90.5', words: 'Scar conditions and fibrosis of skin' },
  { code: 'L91.0', words: 'Hypertrophic scar or keloid' },
  { code: 'L73.0', words: 'Acne keloid' },
  { code: 'M24.511', words: 'Contracture, right shoulder' },
  { code: 'M24.512', words: 'Contracture, left shoulder' },
  { code: 'M24.521', words: 'Contracture, right elbow' },
  { code: 'M24.522', words: 'Contracture, left elbow' },
  { code: 'M24.531', words: 'Contracture, right wrist' },
  { code: 'M24.532', words: 'Contracture, left wrist' },
  { code: 'M24.541', words: 'Contracture, right hand' },
  { code: 'M24.542', words: 'Contracture, left hand' },
  { code: 'M24.561', words: 'Contracture, right knee' },
  { code: 'M24.562', words: 'Contracture, left knee' },
  { code: 'M24.571', words: 'Contracture, right ankle' },
  { code: 'M24.572', words: 'Contracture, left ankle' },
  { code: 'T20.30XS', words: 'Third-degree burn of head, face or neck, sequela' },
  { code: 'T21.30XS', words: 'Third-degree burn of trunk, sequela' },
  { code: 'T22.30XS', words: 'Third-degree burn of shoulder or upper limb, sequela' },
  { code: 'T23.301S', words: 'Third-degree burn of right hand, sequela' },
  { code: 'T23.302S', words: 'Third-degree burn of left hand, sequela' },
  { code: 'T24.301S', words: 'Third-degree burn of right lower limb, sequela' },
  { code: 'T24.302S', words: 'Third-degree burn of left lower limb, sequela' },
  { code: 'T25.321S', words: 'Third-degree burn of right foot, sequela' },
  { code: 'S01.81XS', words: 'Laceration of another part of the head, sequela' },
  { code: 'S61.401S', words: 'Open wound of right hand, sequela' },
  { code: 'S61.402S', words: 'Open wound of left hand, sequela' },
  { code: 'S81.801S', words: 'Open wound of right lower leg, sequela' },
  { code: 'T81.89XS', words: 'Other complication of a procedure, sequela' },
  { code: 'L76.82', words: 'Other complication of skin after a procedure' },
  { code: 'L58.9', words: 'Radiation damage of skin' },
  { code: 'L59.8', words: 'Other radiation-related disorder of skin' },
  { code: 'L29.9', words: 'Itch' },
  { code: 'R20.8', words: 'Disturbance of skin sensation' },
  { code: 'G89.29', words: 'Other chronic pain' },
  { code: 'F43.20', words: 'Adjustment disorder' },
  { code: 'Z42.8', words: 'Reconstruction after a healed injury' },
  { code: 'X00.0XXS', words: 'Fire in a building, sequela' },
  { code: 'X10.0XXS', words: 'Hot drink, sequela' },
  { code: 'X12.XXXS', words: 'Hot fluid, sequela' },
  { code: 'X19.XXXS', words: 'Hot object or substance, sequela' },
  { code: 'L70.0', words: 'Acne' },
  { code: 'L90.6', words: 'Stretch marks' },
  { code: 'L57.0', words: 'Sun damage of skin' },
  { code: 'Z41.1', words: 'Encounter for cosmetic surgery' },
];

export function diagnosisWords(code: string): string {
  return commonDiagnoses.find((entry) => entry.code === code)?.words ?? 'Not in the shipped list';
}
