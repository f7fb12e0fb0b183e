import type { ScreeningOutcome } from '../case-facts';
import { DocumentCheck, HeldEvidence, checkDocuments } from './completeness';
import { Truth, evaluate } from './evaluate';
import { FactName, factNames } from './facts';
import { AnyFactValue, Facts, knownFact } from './fact-values';
import { generalPolicy } from './general-policy';
import { Criterion, ExclusionGround, PolicyVersion, exclusionGrounds, policyKey } from './policy';
import { FreeText } from './tripwire';
import { Explanation, Trip, trippedBy, tripsOf } from './trips';
import { Verdict, verdictOf } from './verdict';
import { verdictHeadline, verdictSentence } from './verdict-sentence';

/** Goes up whenever the same input may come to another result; stored with every result. */
export const screeningEngine = '2';

/** What a screening reads beside the facts. */
export interface ScreeningContext {
  readonly texts?: readonly FreeText[];
  readonly evidence?: readonly HeldEvidence[];
  readonly explanations?: readonly Explanation[];
}

export interface FactUsed {
  readonly fact: FactName;
  readonly value: AnyFactValue;
  readonly evidence: readonly string[];
}

export interface CriterionResult extends Pick<
  Criterion,
  'id' | 'label' | 'quote' | 'role' | 'group' | 'excludesAs'
> {
  readonly truth: Truth;
  /** What decided it, the facts each once, and the places in the condition where they were asked (`any.1`). */
  readonly used: readonly FactUsed[];
  readonly decidedAt: readonly string[];
  /** Empty unless the criterion is unknown. */
  readonly missing: readonly FactName[];
}

export interface ScreeningResult {
  readonly engine: string;
  readonly policyNumber: string;
  readonly policyKey: string;
  /** No policy of the payer was given: the trade's general one was used. */
  readonly general: boolean;
  readonly outcome: ScreeningOutcome;
  readonly reason: Verdict['reason'];
  /** For a badge: says “Not covered” or “Regarded as unproven” where the outcome would only say `cosmetic`. */
  readonly headline: string;
  /** Why, in one or two whole sentences. */
  readonly sentence: string;
  /** The ids of the criteria behind the reason, sorted. */
  readonly decidedBy: readonly string[];
  /** On what grounds met exclusions refuse it; empty where none is met. */
  readonly excludedAs: readonly ExclusionGround[];
  /** In the order of the policy. */
  readonly criteria: readonly CriterionResult[];
  /** Codes first, then words by text and position. */
  readonly trips: readonly Trip[];
  /** What a person should look at, whatever the outcome. */
  readonly cautions: readonly string[];
  readonly counts: Readonly<Record<Truth, number>>;
  readonly documents: readonly DocumentCheck[];
  /** Facts that could still change the outcome, in the order of the vocabulary; supporting criteria ask for none. */
  readonly missing: readonly FactName[];
}

/**
 * Screens a case against one version of a payer's policy, or against the general policy of the trade. Deterministic:
 * the same input comes to a deeply equal result.
 */
export function screen(
  policy: PolicyVersion | null,
  facts: Facts,
  context: ScreeningContext = {},
): ScreeningResult {
  const used = policy ?? generalPolicy;
  const texts = (context.texts ?? []).map((one) => withoutQuotes(one, used));
  const trips = tripsOf(facts, texts, context.explanations);
  const verdict = verdictOf(used, facts, trippedBy(trips));
  const criteria = used.criteria.map((one) => resultOf(one, facts));
  const count = (truth: Truth) => criteria.filter((one) => one.truth === truth).length;
  const excluded = criteria.filter(({ role, truth }) => role === 'excluding' && truth === 'met');
  const excludedAs = exclusionGrounds.filter((ground) => excluded.some((one) => one.excludesAs === ground));
  const open = criteria.filter(({ id }) => verdict.criteria.includes(id));
  return {
    engine: screeningEngine,
    policyNumber: used.number,
    policyKey: policyKey(used),
    general: policy === null,
    outcome: verdict.outcome,
    reason: verdict.reason,
    headline: verdictHeadline(verdict.reason, excludedAs),
    sentence: verdictSentence(verdict, criteria, trips),
    decidedBy: verdict.criteria,
    excludedAs,
    criteria,
    trips,
    cautions: cautionsOf(facts),
    counts: { met: count('met'), not_met: count('not_met'), unknown: count('unknown') },
    documents: checkDocuments(used.documents, facts, context.evidence ?? []),
    missing: verdict.reason === 'facts_missing' ? inOrder(open.flatMap(({ missing }) => missing)) : [],
  };
}

/** What the payer says of looks in its own policy says nothing of this scar: quoted, it is passed over, in its place. */
function withoutQuotes({ field, text }: FreeText, { criteria, distress }: PolicyVersion): FreeText {
  const quotes = [
    ...criteria.map(({ quote }) => quote),
    ...(distress.quote === null ? [] : [distress.quote]),
  ];
  return {
    field,
    text: quotes.reduce((rest, quote) => rest.replaceAll(quote, ' '.repeat(quote.length)), text),
  };
}

/** Each once, in the order of the vocabulary, so that the order of the criteria makes no difference. */
const inOrder = (names: readonly FactName[]) => factNames.filter((name) => names.includes(name));

function resultOf(criterion: Criterion, facts: Facts): CriterionResult {
  const { id, label, quote, role, group, excludesAs, condition } = criterion;
  const { truth, decidedBy, missing } = evaluate(condition, facts);
  const names = [...new Set(decidedBy.map(({ question }) => question.fact))];
  const used = names.flatMap((name): readonly FactUsed[] => {
    const known = knownFact(facts, name);
    return known ? [{ fact: name, value: known.value, evidence: [...known.evidence] }] : [];
  });
  const decidedAt = decidedBy.map(({ path }) => path);
  return { id, label, quote, role, group, excludesAs, truth, used, decidedAt, missing };
}

function cautionsOf(facts: Facts): readonly string[] {
  return facts.diagnoses?.value.includes('F45.22')
    ? ['F45.22 (body dysmorphic disorder) is listed: consider a referral before treatment.']
    : [];
}
