/** The avoidable categories as the reference of the trade lists them, code by code, typed a second time on purpose. */
const categories: Readonly<Record<string, readonly string[]>> = {
  no_authorization: ['197'],
  service_or_provider: ['284', '296', '15'],
  expired: ['302'],
  exceeded: ['198'],
  late: ['210', '286', '29'],
  documentation: ['16', '250', '251', '252', '163', '164', '226', '227'],
  eligibility: ['26', '27', '31', '109', 'B11'],
  coding: ['4', '11', '146', '167', '181', '182', '189'],
  other_payer: ['22', '19', '20', '21'],
  referral: ['243', '288'],
  duplicate: ['18'],
  credentialing: ['185', 'B7'],
};
const partly = ['272', '273', '97', '59', '151', '119', '242', '279', '285'];
const not = ['50', '55', '56', '114', '150', '216', '96', '204'];
/** Remarks by which a payer says that something was not enclosed. */
const missing = ['N350', 'M127', 'N706', 'N705', 'N710', 'N929', 'N933'];

export function causeByHand(code: string, remarks: readonly string[], screened: string | null): string {
  if (['96', '204'].includes(code) && (screened === 'cosmetic' || screened === 'uncertain'))
    return 'screening';
  const category = Object.keys(categories).find((name) => categories[name]?.includes(code));
  if (category !== undefined) return category;
  if (partly.includes(code)) return 'partly';
  if (not.includes(code)) return 'no';
  return remarks.some((remark) => missing.includes(remark)) ? 'documentation' : 'unclassified';
}

export const isAvoidable = (cause: string): boolean => cause === 'screening' || cause in categories;
