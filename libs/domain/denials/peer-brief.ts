import type { BoundRef } from '../letter/bindings';
import { shortWords } from '../letter/index';
import { generalPolicy } from '../necessity/general-policy';
import type { Truth } from '../necessity/evaluate';
import { factDefinition } from '../necessity/facts';
import { Criterion, policyKey } from '../necessity/policy';
import { CriterionResult, screen } from '../necessity/screen';
import { FreeText } from '../necessity/tripwire';
import { Explanation, isStanding, tripsOf } from '../necessity/trips';
import { Refusal, refusal } from '../refusal';
import { AppealMaterial, AppealSource, appealShelf, reasonWords } from './appeal-material';
import { AppealParagraph, gapOf, sourcesOf } from './appeal-outline';
import { fill, slotsOf } from './appeal-slots';
import { ReadClass, isJudgement, readClassWords } from './classes';
import type { Denial } from './denial';
import { readDenial } from './read-denial';

/** A brief has to fit one page: so many sources per criterion, the best first, each in one line. */
export const mostSources = 3;

export interface BriefCriterion {
  readonly label: string;
  /** The payer’s words, letter by letter. */
  readonly quote: string;
  readonly role: Criterion['role'];
  readonly truth: Truth;
  readonly sources: readonly BoundRef[];
  /** What would settle it, in words; empty unless it is unknown. */
  readonly unknown: readonly string[];
}

/** A word or a code that speaks of looks, and where the record has it. */
export interface Avoided {
  readonly said: string;
  readonly where: readonly string[];
}

export interface PeerBrief {
  /** First of all, as the payer wrote it, with its page. */
  readonly payersWords: AppealParagraph | null;
  readonly denialClass: ReadClass;
  /** Below the payer’s words: its code and our class. */
  readonly reason: string;
  /** Null where no policy of the payer is on file: the criteria are then those usual in the trade. */
  readonly policyKey: string | null;
  /** Met first, then unknown, then not met; in the order of the policy. */
  readonly criteria: readonly BriefCriterion[];
  readonly ask: AppealParagraph | null;
  readonly avoid: readonly Avoided[];
  /** Whole sentences: what the physician does not argue or say. */
  readonly never: readonly string[];
  readonly missing: readonly Refusal[];
}

/** What a flagged word is looked for in, beside the codes of the case. */
export interface BriefTexts {
  readonly texts: readonly FreeText[];
  readonly explanations: readonly Explanation[];
}

/** What the physician has before them in the call with the payer’s medical director. */
export function peerBrief(
  denial: Denial,
  material: AppealMaterial,
  { texts, explanations }: BriefTexts = { texts: [], explanations: [] },
): PeerBrief {
  const { denialClass } = readDenial(denial);
  const shelf = appealShelf(denial, material);
  const slots = slotsOf(denial, material);
  const words = fill('Page {page}: {words}', slots);
  const ask = fill(askOf(denialClass), slots);
  const written = (line: typeof words): AppealParagraph | null =>
    line.kind === 'bound' ? { text: line.text, sources: sourcesOf(line.refs, shelf) } : null;
  const { policy } = material;
  const lacking = [
    ...gapOf(words),
    ...gapOf(ask),
    ...(policy === null ? ['the payer’s policy: its criteria cannot be quoted'] : []),
  ];
  return {
    payersWords: written(words),
    denialClass,
    reason: `${reasonWords(denial)} · ${readClassWords[denialClass]}`,
    policyKey: policy && policyKey(policy),
    criteria: criteriaOf(material, shelf),
    ask: written(ask),
    avoid: avoided(material, { texts, explanations }),
    never: neverOf(denialClass),
    missing: lacking.map((what) => refusal('brief_incomplete', `The brief lacks: ${what}.`)),
  };
}

/** A director can overturn a judgement; that a contract excludes something they cannot, only that it does not apply. */
function askOf(denialClass: ReadClass): string {
  if (denialClass === 'benefit_exclusion')
    return 'Find that the exclusion does not apply to a scar of {site}, and set the decision of {decided} aside.';
  return isJudgement(denialClass)
    ? 'Overturn the decision of {decided} and authorize {request}; or name the criterion that is not met, and the finding that says so.'
    : 'Say on what ground {request} was denied on {decided}, and what has to be sent.';
}

function neverOf(denialClass: ReadClass): readonly string[] {
  return [
    'Do not speak of looks: function, symptoms and measurements decide.',
    ...(denialClass === 'benefit_exclusion'
      ? ['Do not argue need: a plan’s exclusion is not moved by it. Say why the exclusion does not apply.']
      : []),
    ...(denialClass === 'experimental'
      ? ['Do not call the device cleared for this scar unless its clearance says so.']
      : []),
    'Do not promise to give up the appeal: the call does not replace it.',
  ];
}

const order: readonly Truth[] = ['met', 'unknown', 'not_met'];

/** What decides: requirements, members of groups, and exclusions unless they are known not to apply. */
function criteriaOf(
  material: AppealMaterial,
  shelf: ReadonlyMap<string, AppealSource>,
): readonly BriefCriterion[] {
  const results = screen(material.policy ?? generalPolicy, material.facts).criteria.filter(
    ({ role, truth }) => role !== 'supporting' && !(role === 'excluding' && truth === 'not_met'),
  );
  return order.flatMap((truth) =>
    results
      .filter((one) => one.truth === truth)
      .map((one) => ({
        label: one.label,
        quote: one.quote,
        role: one.role,
        truth,
        sources: evidenceOf(one, material, shelf),
        unknown: one.missing.map((fact) => factDefinition(fact).words),
      })),
  );
}

/** The measurements behind the facts that decided; the facts themselves where there is no measurement. */
function evidenceOf(
  { used }: CriterionResult,
  { measurements }: AppealMaterial,
  shelf: ReadonlyMap<string, AppealSource>,
): readonly BoundRef[] {
  const refs = used.flatMap(({ fact, evidence }) => {
    const measured = measurements
      .filter(({ id }) => evidence.includes(id))
      .map(({ id }) => `measurement:${id}`);
    return measured.length > 0 ? measured : [`fact:${fact}`];
  });
  return sourcesOf([...new Set(refs)], shelf)
    .slice(0, mostSources)
    .map(({ ref, said }) => ({ ref, said: shortWords(said) }));
}

function avoided({ facts }: AppealMaterial, { texts, explanations }: BriefTexts): readonly Avoided[] {
  const standing = tripsOf(facts, texts, explanations).filter(isStanding);
  const by = Map.groupBy(standing, (trip) =>
    trip.kind === 'code' ? `${trip.code} (${trip.words})` : trip.word,
  );
  return [...by].map(([said, trips]) => ({
    said,
    where: [...new Set(trips.map((trip) => (trip.kind === 'code' ? 'diagnoses' : trip.field)))],
  }));
}
