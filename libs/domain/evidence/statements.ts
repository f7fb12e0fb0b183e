import { FactName, factDefinitions } from '../necessity/facts';

/** What a physician states outright, because no measurement says it. The fact's own clauses are the two answers. */
export const statementFacts = [
  'functional_impairment',
  'joint_involved',
  'significant_variation',
  'measurable_gain_stated',
  'appearance_is_purpose',
  'distress_documented',
  'mental_health_note',
] as const satisfies readonly FactName[];
export type StatementFact = (typeof statementFacts)[number];

export function statementWords(fact: StatementFact, says: boolean): string {
  const { yes, no } = factDefinitions[fact];
  const clause = says ? yes : no;
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}

/** That there is a note by a mental-health professional is shown by recording it; only that there is none can be said. */
export function canBeStated(fact: StatementFact, says: boolean): boolean {
  return fact !== 'mental_health_note' || !says;
}
