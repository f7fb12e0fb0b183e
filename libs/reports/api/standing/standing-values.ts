import { createHash } from 'node:crypto';
import type { Principal, Statement } from '@stipple/database';

/** A question about what stands now on its way to SQL: the values that its text names. */
export class StandingValues {
  private readonly values: unknown[];

  constructor(readonly who: Principal) {
    this.values = [who.clinicId, who.timeZone];
  }

  /** Takes a value along and returns its name in SQL. */
  add(type: string, value: unknown): string {
    return `$${this.values.push(value)}::${type}`;
  }

  /** A name of its own for every text: what is asked for decides which tables it reads. */
  statement(text: string): Statement {
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 24);
    return { name: `standing_${hash}`, text, values: this.values, planFor: 'values' };
  }
}

/** The clinic, and its day: the same in every part of a statement. */
export const clinic = '$1::uuid';
export const today = '(now() AT TIME ZONE $2::text)::date';
/** On which day of the clinic an instant lies. */
export const dayOf = (instant: string) => `(${instant} AT TIME ZONE $2::text)::date`;
