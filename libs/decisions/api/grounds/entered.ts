import {
  AppealMaterial,
  DecisionFinding,
  Denial,
  FindingTopic,
  GroundTopic,
  PlanClause,
  PlanQuote,
} from '@stipple/domain';

/** A record of what was entered, as PostgreSQL has it. */
export interface GroundRow {
  readonly id: string;
  readonly topic: GroundTopic;
  readonly about: string;
  readonly words: string | null;
  readonly page: string | null;
  readonly section: string | null;
  readonly documentId: string | null;
  readonly source: string | null;
  readonly codeWas: string | null;
  readonly codeNow: string | null;
  readonly restsOn: readonly string[];
  readonly takenBack: boolean;
  readonly by: string;
  readonly at: string;
  readonly takenOver: boolean;
  readonly stands: boolean;
}

export interface FindingRow extends DecisionFinding {
  readonly id: string;
  readonly words: string;
  readonly documentId: string | null;
  readonly by: string;
  readonly at: string;
}

type Entered = Pick<AppealMaterial, 'answers' | 'plan' | 'network' | 'correction' | 'judgement'>;

/** What was entered, as an appeal argues with it. */
export function enteredMaterial(
  grounds: readonly GroundRow[],
  findings: readonly FindingRow[],
  requestId: string,
): Entered {
  const standing = grounds.filter(({ stands, takenBack }) => stands && !takenBack);
  const correction = standing.find(({ topic }) => topic === 'correction');
  const judged = newestFinding(findings, 'exclusion_is_judgement', requestId);
  return {
    answers: standing
      .filter(({ topic }) => topic === 'criterion')
      .map(({ about, words, restsOn }) => ({ criterionId: about, words: words ?? '', refs: restsOn })),
    plan: {
      exclusion: clauseOf(standing, 'exclusion'),
      reconstructive: clauseOf(standing, 'reconstructive'),
    },
    network: standing.find(({ topic }) => topic === 'network')?.words ?? null,
    correction: correction
      ? { was: correction.codeWas ?? '', now: correction.codeNow ?? '', why: correction.words ?? '' }
      : null,
    judgement: judged?.says ? { words: judged.words, documentId: judged.documentId } : null,
  };
}

function clauseOf(standing: readonly GroundRow[], clause: PlanClause): PlanQuote | null {
  const found = standing.find(({ topic }) => topic === clause);
  if (found === undefined) return null;
  const { words, page, section, documentId, source } = found;
  return { words: words ?? '', page: page ?? '', section, documentId, source: source ?? '' };
}

/** How many levels a plan has holds for all decisions of the case; what an exclusion rests on, for its own. */
export function newestFinding(
  findings: readonly FindingRow[],
  topic: FindingTopic,
  requestId: string,
): FindingRow | undefined {
  return findings.findLast(
    (one) => one.topic === topic && (topic !== 'exclusion_is_judgement' || one.requestId === requestId),
  );
}

/** The decision with the page and, where it was recorded without them, the words that were entered for this appeal. */
export function withPayersWords(denial: Denial, grounds: readonly GroundRow[]): Denial {
  const entered = grounds.find(
    ({ topic, stands, takenBack }) => topic === 'payers_words' && stands && !takenBack,
  );
  if (entered === undefined) return denial;
  return {
    ...denial,
    words: denial.words.trim() === '' ? (entered.words ?? '') : denial.words,
    page: entered.page,
    noticeId: entered.documentId ?? denial.noticeId,
  };
}
