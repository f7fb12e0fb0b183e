/** Who owes the amount. The reason code says why; only the group says whose it is. */
export const groupCodes = ['CO', 'PR', 'OA', 'PI'] as const;
export type GroupCode = (typeof groupCodes)[number];

export const groupWords: Record<GroupCode, string> = {
  CO: 'Contractual: the clinic absorbs it',
  PR: 'The patient’s responsibility',
  OA: 'Other adjustment',
  PI: 'Payer initiated, without a contract: not by itself the patient’s',
};

export function isGroupCode(text: string): text is GroupCode {
  return (groupCodes as readonly string[]).includes(text);
}
