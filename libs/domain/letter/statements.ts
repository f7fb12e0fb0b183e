/**
 * What a physician may say on their own word: no record holds it, and no record can. It never covers a day, a code, a
 * score, a device, a policy or a study, nor any number but those of a plan or an expectation; and each such sentence is
 * confirmed by itself when the letter is signed. So it is never the lazy way out.
 */
export const statementGrounds = ['examination', 'history', 'judgement', 'plan', 'expectation'] as const;
export type StatementGround = (typeof statementGrounds)[number];

export const statementGroundWords: Record<StatementGround, string> = {
  examination: 'The physician saw it on examination',
  history: 'The patient told the physician',
  judgement: 'The physician’s clinical judgement',
  plan: 'The physician’s plan of treatment',
  expectation: 'What the physician expects of treatment',
};

const wordedAs: Partial<Record<StatementGround, RegExp>> = {
  plan: /\b(?:plan(?:s|ned)?|will|intend(?:s|ed)?|intervals?|depth|schedule[ds]?)\b/i,
  expectation: /\b(?:expect(?:s|ed)?|goals?|aims?|should|anticipate[ds]?|will)\b/i,
};

/** Whether a ground covers numbers in a sentence: those of what is yet to come, said as such. */
export function coversNumbers(ref: string, sentence: string): boolean {
  const ground = ref.replace('statement:', '') as StatementGround;
  return ref.startsWith('statement:') && (wordedAs[ground]?.test(sentence) ?? false);
}
