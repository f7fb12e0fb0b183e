import { shippedDiagnosis } from './codes/shipped/shipped-diagnoses';
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

/** Our own words for a code of the shipped list. */
export function diagnosisWords(code: string): string {
  return shippedDiagnosis(code)?.words ?? 'Not in the shipped list';
}
