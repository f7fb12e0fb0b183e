/**
 * What a physician may say on their own word: no record holds it, and no record can. It never covers a number, a day, a
 * code, a score, a device, a policy or a study, and each such sentence is confirmed by itself when the letter is signed.
 */
export const statementGrounds = ['examination', 'history', 'judgement', 'expectation'] as const;
export type StatementGround = (typeof statementGrounds)[number];

export const statementGroundWords: Record<StatementGround, string> = {
  examination: 'The physician saw it on examination',
  history: 'The patient told the physician',
  judgement: 'The physician’s clinical judgement',
  expectation: 'What the physician expects of treatment',
};
