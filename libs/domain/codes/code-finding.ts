import { Refusal, refusal } from '../refusal';

/**
 * How much a finding about a code weighs: `refused` stops whatever is being written; `before_request` is a warning
 * that has to be settled before a request is made ready; a `note` is what a reviewer will see, and stops nothing.
 */
export const codeWeights = ['refused', 'before_request', 'note'] as const;
export type CodeWeight = (typeof codeWeights)[number];

export interface CodeFinding extends Refusal {
  readonly weight: CodeWeight;
  /** The code it is about; absent where it is about the list as a whole. */
  readonly about?: string;
}

export function finding(
  weight: CodeWeight,
  [code, sentence, field]: readonly [code: string, sentence: string, field: string],
  about?: string,
): CodeFinding {
  return { ...refusal(code, sentence, field), weight, ...(about === undefined ? {} : { about }) };
}

/** The refusals among findings: what stops writing, or, once a request is made ready, also what was a warning until then. */
export function refusedNow(findings: readonly CodeFinding[]): readonly Refusal[] {
  return plain(findings.filter(({ weight }) => weight === 'refused'));
}

export function refusedBeforeRequest(findings: readonly CodeFinding[]): readonly Refusal[] {
  return plain(findings.filter(({ weight }) => weight !== 'note'));
}

const plain = (findings: readonly CodeFinding[]) =>
  findings.map(({ code, sentence, field }) => refusal(code, sentence, field));
