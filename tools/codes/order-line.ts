import { normalizeDiagnosis } from '@stipple/domain';

/** One line of the ICD-10-CM order file. */
export interface OrderLine {
  readonly order: number;
  readonly code: string;
  readonly billable: boolean;
  readonly words: string;
}

/**
 * Reads a line of fixed width: order number in columns 1–5, code in 7–13, `1` for billable or `0` for a heading in 15,
 * short description in 17–76, long description from 78 on. Returns what is wrong with it as text.
 */
export function readOrderLine(line: string): OrderLine | string {
  if (line.includes('\uFFFD')) return 'holds bytes that are not UTF-8 text';
  if (line.includes('\0')) return 'holds a zero byte';
  const order = line.slice(0, 5);
  if (!/^\d{5}$/.test(order)) return `begins with “${order.trim()}”, not with an order number of five digits`;
  const written = line.slice(6, 13).trim();
  const code = line[5] === ' ' && !written.includes('.') ? normalizeDiagnosis(written) : null;
  if (code === null || code.replace('.', '') !== written)
    return `has “${written}” in columns 7–13, which is no ICD-10-CM code`;
  const flag = line.slice(13, 16);
  if (flag !== ' 0 ' && flag !== ' 1 ')
    return `has “${flag.trim()}” in column 15; 1 (billable) or 0 (heading) is needed`;
  const words = line.slice(77).trim();
  if (words === '' || line[76] !== ' ') return 'ends before its long description in column 78';
  if (words.length > 400) return 'has a long description of more than 400 characters';
  return { order: Number(order), code, billable: flag === ' 1 ', words };
}
