import type { EvidenceKind } from '../necessity/evidence-kinds';

/** Lines that come from the record and are as many as it has: see `expand`. */
export const expansions = [
  'criteria',
  'exclusions',
  'function',
  'impairment',
  'history',
  'treatments',
  'device',
  'literature',
  'enclosures',
  'judgement',
] as const;
export type Expansion = (typeof expansions)[number];

export interface SectionPlan {
  readonly key: string;
  readonly heading: string;
  /** For the person who writes it: what it has to say. */
  readonly says: string;
  /** Template sentences with slots in braces, and expansions. */
  readonly lines: readonly (string | { readonly each: Expansion })[];
  /** The evidence that has to be on file. `policy`: what the payer’s policy asks for. `remarks`: what its remarks name. */
  readonly evidence: readonly EvidenceKind[] | 'policy' | 'remarks';
}

export const section = (
  key: string,
  heading: string,
  says: string,
  lines: SectionPlan['lines'],
  evidence: SectionPlan['evidence'] = [],
): SectionPlan => ({ key, heading, says, lines, evidence });
export const each = (expansion: Expansion) => ({ each: expansion });
