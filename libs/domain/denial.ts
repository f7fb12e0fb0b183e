/**
 * Denial reasons by the payer's adjustment code (CARC), grouped by what can be done about them.
 * Codes that are unknown or no longer issued keep their raw form and are never given a meaning.
 */
export const denialClasses = [
  'authorization',
  'clinical',
  'experimental',
  'benefit_exclusion',
  'documentation',
  'coding',
  'eligibility',
  'timely_filing',
  'unclassified',
] as const;
export type DenialClass = (typeof denialClasses)[number];

export const denialClassWords: Record<DenialClass, string> = {
  authorization: 'Authorization: fixable or retroactive',
  clinical: 'Clinical: arguable',
  experimental: 'Experimental: arguable',
  benefit_exclusion: 'Benefit exclusion',
  documentation: 'Documentation: fixable',
  coding: 'Coding: fixable',
  eligibility: 'Eligibility or routing',
  timely_filing: 'Timely filing',
  unclassified: 'Unclassified',
};

/** On what ground a request was denied, as the payer gives it. */
export const denialKinds = ['clinical', 'administrative', 'benefit_exclusion'] as const;
export type DenialKind = (typeof denialKinds)[number];

export const denialKindWords: Record<DenialKind, string> = {
  clinical: 'Clinical',
  administrative: 'Administrative',
  benefit_exclusion: 'Benefit exclusion',
};

interface DenialReason {
  readonly code: string;
  readonly words: string;
  readonly denialClass: DenialClass;
  /** No longer issued: read on old letters, never offered. */
  readonly deactivated?: true;
}

export const denialReasons: readonly DenialReason[] = [
  { code: '197', words: 'Authorization or notification absent', denialClass: 'authorization' },
  { code: '198', words: 'Authorization exceeded', denialClass: 'authorization' },
  { code: '210', words: 'Authorization obtained too late', denialClass: 'authorization' },
  { code: '284', words: 'Authorization does not cover these services', denialClass: 'authorization' },
  { code: '296', words: 'Authorization does not cover this provider', denialClass: 'authorization' },
  { code: '302', words: 'Authorization expired', denialClass: 'authorization' },
  {
    code: '15',
    words: 'Authorization number invalid (old code)',
    denialClass: 'authorization',
    deactivated: true,
  },
  { code: '50', words: 'Not medically necessary', denialClass: 'clinical' },
  { code: '150', words: 'Level of service not supported', denialClass: 'clinical' },
  { code: '216', words: 'Finding of a review organization', denialClass: 'clinical' },
  { code: '272', words: 'Coverage guidelines not met', denialClass: 'clinical' },
  { code: '273', words: 'Coverage guidelines exceeded', denialClass: 'clinical' },
  { code: '55', words: 'Experimental or investigational', denialClass: 'experimental' },
  { code: '56', words: 'Not proven effective', denialClass: 'experimental' },
  { code: '114', words: 'Device not cleared by the FDA for this use', denialClass: 'experimental' },
  { code: '96', words: 'Not covered', denialClass: 'benefit_exclusion' },
  { code: '204', words: 'Not covered under this plan', denialClass: 'benefit_exclusion' },
  { code: '16', words: 'Information missing', denialClass: 'documentation' },
  { code: '163', words: 'Attachment not received', denialClass: 'documentation' },
  { code: '164', words: 'Attachment received late', denialClass: 'documentation' },
  { code: '226', words: 'Provider did not send what was asked', denialClass: 'documentation' },
  { code: '227', words: 'Patient did not send what was asked', denialClass: 'documentation' },
  { code: '250', words: 'Attachment has the wrong content', denialClass: 'documentation' },
  { code: '251', words: 'Attachment incomplete', denialClass: 'documentation' },
  { code: '252', words: 'Attachment needed', denialClass: 'documentation' },
  { code: '4', words: 'Modifier missing or inconsistent', denialClass: 'coding' },
  { code: '11', words: 'Diagnosis does not fit the procedure', denialClass: 'coding' },
  { code: '146', words: 'Diagnosis not valid on the day of service', denialClass: 'coding' },
  { code: '181', words: 'Procedure code not valid on the day of service', denialClass: 'coding' },
  { code: '182', words: 'Modifier not valid on the day of service', denialClass: 'coding' },
  { code: '189', words: 'Unlisted code although a specific one exists', denialClass: 'coding' },
  { code: '22', words: 'Another payer comes first', denialClass: 'eligibility' },
  { code: '26', words: 'Before coverage began', denialClass: 'eligibility' },
  { code: '27', words: 'After coverage ended', denialClass: 'eligibility' },
  { code: '31', words: 'Patient not identified as a member', denialClass: 'eligibility' },
  { code: '109', words: 'Sent to the wrong payer', denialClass: 'eligibility' },
  { code: '29', words: 'Filed too late', denialClass: 'timely_filing' },
];

const byCode = new Map(denialReasons.map((reason) => [reason.code, reason]));

export function denialClassOf(code: string | null): DenialClass {
  return (code === null ? undefined : byCode.get(code)?.denialClass) ?? 'unclassified';
}

export function denialReasonWords(code: string | null): string {
  if (code === null) return 'No code given';
  return byCode.get(code)?.words ?? `Code ${code}, not in the current list`;
}
