import { Day, dayInWords } from '../calendar';
import type { CodeUnits } from '../case-facts';
import { LetterMaterial, ShelfItem, ShelfKind, shelfOf } from '../letter/shelf';
import type { HeldEvidence } from '../necessity/completeness';
import { policyKey } from '../necessity/policy';
import { readAdjustment } from './adjustment-reasons';
import type { Denial } from './denial';

/** Words of the plan’s own documents, or of the payer’s policy where the clause stands there. */
export interface PlanQuote {
  readonly words: string;
  readonly page: string;
  readonly section: string | null;
  /** Null: it stands in the payer’s policy, which `source` then names. */
  readonly documentId: string | null;
  /** The document’s title, or the policy with its version. */
  readonly source: string;
}

/** Why a payer should approve although one of its criteria is not met on record; it rests on what is on the shelf. */
export interface CriterionAnswer {
  readonly criterionId: string;
  readonly words: string;
  readonly refs: readonly string[];
}

/** Everything an appeal may say: what a letter may say, and what only a denial calls for. Null: not on file. */
export interface AppealMaterial extends LetterMaterial {
  /** What the denied request asked for, line by line. */
  readonly requested: readonly CodeUnits[];
  /** What the decision granted of it; null where it granted nothing. */
  readonly granted: {
    readonly lines: readonly CodeUnits[];
    readonly effectiveOn: Day;
    readonly expiresOn: Day;
  } | null;
  readonly held: readonly HeldEvidence[];
  /** What the physician says to criteria that are not met on record. */
  readonly answers: readonly CriterionAnswer[];
  /** Documents of the case chosen to go with it, by id. */
  readonly enclosures: readonly string[];
  readonly sent: { readonly on: Day; readonly proofId: string } | null;
  readonly authorization: {
    readonly number: string;
    readonly effectiveOn: Day;
    readonly expiresOn: Day;
    readonly proofId: string;
  } | null;
  readonly plan: { readonly exclusion: PlanQuote | null; readonly reconstructive: PlanQuote | null };
  /** What whoever read the letter says of an exclusion that was applied as a judgement; null where it was not. */
  readonly judgement: { readonly words: string; readonly documentId: string | null } | null;
  readonly correction: { readonly was: string; readonly now: string; readonly why: string } | null;
  /** Why nobody in the payer’s network can do it. */
  readonly network: string | null;
  readonly coverage: { readonly verifiedOn: Day; readonly reference: string } | null;
}

export type AppealSourceKind =
  | ShelfKind
  | 'denial'
  | 'request'
  | 'policy'
  | 'plan'
  | 'submission'
  | 'authorization'
  | 'finding'
  | 'network'
  | 'correction'
  | 'eligibility';

/** What a paragraph can rest on; its words are all that the record says of it. */
export interface AppealSource extends Omit<ShelfItem, 'kind'> {
  readonly kind: AppealSourceKind;
}

/** The letter’s shelf, and beside it the denial, the plan’s words and what was sent, authorized, corrected and verified. */
export function appealShelf(denial: Denial, material: AppealMaterial): ReadonlyMap<string, AppealSource> {
  const { requested, granted, policy, plan, sent, authorization, judgement, correction, network, coverage } =
    material;
  const items: readonly (AppealSource | null)[] = [
    ...shelfOf(material),
    item('denial', 'decision', `Decision of ${dayInWords(denial.decidedOn)}`),
    item('denial', 'words', `Notice, page ${denial.page ?? 'not recorded'}: “${denial.words}”`),
    item('denial', 'code', reasonWords(denial)),
    item('request', 'lines', unitsIn(requested)),
    granted && item('request', 'granted', `Granted: ${unitsIn(granted.lines)}, ${spanOf(granted)}`),
    policy &&
      item(
        'policy',
        policyKey(policy),
        `Policy ${policy.number}, version ${policy.version}: ${policy.title}`,
      ),
    plan.exclusion && item('plan', 'exclusion', quoteWords(plan.exclusion)),
    plan.reconstructive && item('plan', 'reconstructive', quoteWords(plan.reconstructive)),
    judgement &&
      item(
        'finding',
        'exclusion_is_judgement',
        `The exclusion was applied as a judgement: ${judgement.words}`,
      ),
    sent && item('submission', sent.proofId, `Sent on ${dayInWords(sent.on)}, with proof`),
    authorization && item('authorization', authorization.number, `Authorization ${authorization.number}`),
    correction &&
      item(
        'correction',
        'code',
        correction.was === correction.now
          ? `${correction.now} stands: ${correction.why}`
          : `${correction.was} corrected to ${correction.now}: ${correction.why}`,
      ),
    network === null ? null : item('network', 'reason', `No provider of the network can do it: ${network}`),
    coverage &&
      item(
        'eligibility',
        'check',
        `Coverage verified on ${dayInWords(coverage.verifiedOn)}, ${coverage.reference}`,
      ),
  ];
  return new Map(items.flatMap((one) => (one === null ? [] : [[one.ref, one] as const])));
}

const item = (kind: AppealSourceKind, key: string, words: string): AppealSource => ({
  ref: `${kind}:${key}`,
  kind,
  words,
});

const unitsIn = (lines: readonly CodeUnits[]) =>
  lines.map(({ procedureCode, units }) => `${units} of ${procedureCode}`).join(', ');

export const spanOf = ({ effectiveOn, expiresOn }: { readonly effectiveOn: Day; readonly expiresOn: Day }) =>
  `${dayInWords(effectiveOn)} to ${dayInWords(expiresOn)}`;

const quoteWords = (quote: PlanQuote) => `${quote.source}, ${placeOf(quote)}: “${quote.words}”`;

/** `page 41, section 5.2` */
export function placeOf({ page, section }: Pick<PlanQuote, 'page' | 'section'>): string {
  return section === null ? `page ${page}` : `page ${page}, section ${section}`;
}

/** `CO-50 (not medically necessary), N661`; a code of no list has no words. */
export function reasonWords({ group, code, remarks }: Pick<Denial, 'group' | 'code' | 'remarks'>): string {
  if (code === null) return ['none', ...remarks].join(', ');
  const read = readAdjustment(code);
  const named = `${group === null ? '' : `${group}-`}${read.raw}`;
  return [read.known ? `${named} (${read.entry.words.toLowerCase()})` : named, ...remarks].join(', ');
}
