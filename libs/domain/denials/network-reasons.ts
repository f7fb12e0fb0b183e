import type { DenialCodes } from './denial';

/** Reasons about the network: only an exception helps. */
const networkReasons: readonly string[] = ['242', '279'];

export function isAboutNetwork({ code }: Pick<DenialCodes, 'code'>): boolean {
  return code !== null && networkReasons.includes(code);
}
