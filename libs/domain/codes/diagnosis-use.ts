/** What is special about a diagnosis in this trade. */
export type DiagnosisFlag = 'cosmetic' | 'stop' | 'caution' | 'not_a_scar' | 'not_in_us';

interface Use {
  readonly prefix: string;
  /** May it come first, as the condition the patient has now? */
  readonly first: boolean;
  readonly flag?: DiagnosisFlag;
}

const cosmetic = ['L70', 'L57', 'L90.6', 'L81', 'L98.8', 'L98.9', 'L63', 'L64', 'L65'];

/** Symptoms, feelings, aftercare and the extent of a burn go along with a condition; alone they are no reason to treat. */
const supportOnly = [
  'R20',
  'R52',
  'G89.2',
  'L29',
  'F32',
  'F40.1',
  'F43.2',
  'F54',
  'Z42',
  'Z48',
  'Z87',
  'T31',
  'T32',
];

const uses: readonly Use[] = [
  { prefix: 'Z41.1', first: true, flag: 'stop' },
  { prefix: 'F45.22', first: false, flag: 'caution' },
  { prefix: 'T95', first: false, flag: 'not_in_us' },
  { prefix: 'L91.8', first: true, flag: 'not_a_scar' },
  { prefix: 'L91.9', first: true, flag: 'not_a_scar' },
  ...cosmetic.map((prefix): Use => ({ prefix, first: true, flag: 'cosmetic' })),
  ...supportOnly.map((prefix): Use => ({ prefix, first: false })),
];

function useOf(code: string): Use | undefined {
  return uses.find(({ prefix }) => code.startsWith(prefix));
}

export function flagOf(code: string): DiagnosisFlag | null {
  return useOf(code)?.flag ?? null;
}

/** Whether a present condition may come first. Injuries and external causes are kept back by the sequela rule. */
export function mayComeFirst(code: string): boolean {
  return useOf(code)?.first ?? true;
}

/** Codes that speak of appearance. They never decide alone, but a reviewer will see them first. */
export function cosmeticFlags(codes: readonly string[]): readonly string[] {
  return codes.filter((code) => ['cosmetic', 'stop'].includes(flagOf(code) ?? ''));
}
