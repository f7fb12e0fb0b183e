import type { WorksheetOfCode } from '@stipple/contracts';
import { FeeGround, WorksheetContent, asItTravels, centsTyped } from '@stipple/domain';
import type { Values } from '@stipple/ui';

/** Chosen where the code to compare with is not in the list. */
export const anotherCode = 'other';

/** What stands in the form: a code of the list or another one, the fee in dollars as one types it. */
export function valuesOf({ worksheet, comparators }: WorksheetOfCode): Values {
  const code = worksheet?.comparatorCode ?? '';
  const listed = code === '' || comparators.some((one) => one.code === code);
  return {
    comparatorCode: listed ? code : anotherCode,
    otherCode: listed ? '' : code,
    comparison: worksheet?.comparison ?? '',
    minutes: worksheet?.minutes ?? null,
    skill: worksheet?.skill ?? '',
    equipment: worksheet?.equipment ?? '',
    feeCents: worksheet?.feeCents ? (worksheet.feeCents / 100).toFixed(2) : '',
    feeRestsOn: worksheet?.feeRestsOn ?? '',
    feeBasis: worksheet?.feeBasis ?? '',
    lineDescription: worksheet?.lineDescription ?? '',
  };
}

/** The worksheet as it would be stored. A fee that is no amount is not a number, which is a gap and cannot be sent. */
export function contentOf(values: Values): WorksheetContent {
  const text = (name: string) => String(values[name] ?? '').trim() || null;
  const chosen = text('comparatorCode');
  const fee = text('feeCents');
  return {
    comparatorCode: chosen === anotherCode ? (text('otherCode')?.toUpperCase() ?? null) : chosen,
    comparison: text('comparison'),
    minutes: typeof values['minutes'] === 'number' ? values['minutes'] : null,
    skill: text('skill'),
    equipment: text('equipment'),
    feeCents: fee === null ? null : (centsTyped(fee) ?? Number.NaN),
    feeRestsOn: text('feeRestsOn') as FeeGround | null,
    feeBasis: text('feeBasis'),
    lineDescription: asItTravels(text('lineDescription') ?? '') || null,
  };
}
