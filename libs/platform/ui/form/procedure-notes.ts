import { Day, isProcedureCode, procedureFindings, procedureOn } from '@stipple/domain';
import type { Finding } from './findings';

/** What a picker says about the procedures chosen in it: our words, what to compare with, and what they must not be used for. */
export function procedureNotes(codes: readonly string[], on: Day): readonly Finding[] {
  return [...new Set(codes)].filter(isProcedureCode).flatMap((code): readonly Finding[] => {
    const grave = procedureFindings([code], on).filter(({ weight }) => weight !== 'note');
    const entry = procedureOn(on, code);
    if (grave.length > 0 || entry === null) return procedureFindings([code], on);
    const compared = entry.comparators.map(
      (one) => `${one} (${procedureOn(on, one)?.words.toLowerCase() ?? ''})`,
    );
    const parts = [
      `${code}: ${entry.words}.`,
      entry.note,
      compared.length > 0 ? `Compare with ${compared.join(' and ')}.` : null,
    ];
    return [{ weight: 'note', sentence: parts.filter(Boolean).join(' ') }];
  });
}
