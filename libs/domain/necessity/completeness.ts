import { Condition } from './condition';
import { evaluate } from './evaluate';
import { EvidenceKind } from './evidence-kinds';
import { FactName, factDefinition } from './facts';
import { Facts } from './fact-values';
import { RequiredDocument } from './policy';
import { conditionClause } from './sentences';

/** A piece of evidence that the case holds. */
export interface HeldEvidence {
  readonly id: string;
  readonly kind: EvidenceKind;
}

/** `unknown`: whether it is called for depends on facts that are not on record. */
export const documentStates = ['have', 'missing', 'not_applicable', 'unknown'] as const;
export type DocumentState = (typeof documentStates)[number];

export interface DocumentCheck {
  readonly kind: EvidenceKind;
  readonly words: string;
  readonly count: number;
  readonly state: DocumentState;
  readonly why: string;
  /** The ids of what is there of this kind, sorted. */
  readonly held: readonly string[];
  /** The facts that would say whether it is called for. */
  readonly missingFacts: readonly FactName[];
}

/** Each required document of a policy: there, missing, not called for, or not yet to be said, and why. */
export function checkDocuments(
  documents: readonly RequiredDocument[],
  facts: Facts,
  evidence: readonly HeldEvidence[],
): readonly DocumentCheck[] {
  return documents.map(({ kind, words, count, when }) => {
    const held = [...new Set(evidence.filter((one) => one.kind === kind).map(({ id }) => id))].sort();
    const base = { kind, words, count, held };
    const needed = when === null ? null : evaluate(when, facts);
    if (when !== null && needed?.truth === 'not_met')
      return {
        ...base,
        state: 'not_applicable',
        why: `Needed only when ${conditionClause(when)}.`,
        missingFacts: [],
      };
    if (held.length >= count)
      return { ...base, state: 'have', why: `${held.length} on file, ${count} asked for.`, missingFacts: [] };
    if (when !== null && needed?.truth === 'unknown')
      return { ...base, state: 'unknown', why: openWhy(when, needed.missing), missingFacts: needed.missing };
    const because =
      when === null ? 'The policy always asks for it' : `Needed because ${conditionClause(when)}`;
    const there = held.length === 0 ? 'none is on file' : `${held.length} of ${count} are on file`;
    return { ...base, state: 'missing', why: `${because}; ${there}.`, missingFacts: [] };
  });
}

function openWhy(when: Condition, missing: readonly FactName[]): string {
  const names = missing.map((name) => factDefinition(name).words).join(', ');
  return `Needed when ${conditionClause(when)}; not on record: ${names}.`;
}
