import { SaidValue, valuesSaid } from './values-said';

export type AssertionKind =
  'value' | 'score' | 'comparison' | 'device' | 'policy' | 'literature' | 'clinical' | 'statement';

/** Why a sentence asserts something: the first thing in it that says so, as it is written there. */
export interface Assertion {
  readonly kind: AssertionKind;
  readonly because: string;
}

export const assertionKindWords: Record<AssertionKind, string> = {
  value: 'a number, date, code or name of a record',
  score: 'a score',
  comparison: 'a comparison',
  device: 'the device or its clearance',
  policy: 'the payer’s policy',
  literature: 'published evidence',
  clinical: 'the patient, the scar or the treatment',
  statement: 'a statement',
};

/** Words that name what a letter argues about, the most specific kind first. */
const signs: readonly (readonly [AssertionKind, RegExp])[] = [
  ['score', /\b(?:VSS|POSAS|DLQI|PHQ-9|Vancouver Scar Scale|scores?|scored|goniomet\w*)\b/i],
  ['device', /\b(?:devices?|FDA|cleared|clearance|510\(k\)|off[- ]label|SkinPen|indicated|indication)\b/i],
  [
    'policy',
    /\b(?:polic(?:y|ies)|criteri(?:on|a)|covered|coverage|medically necessary|medical necessity|benefit|plan (?:covers|requires))\b/i,
  ],
  [
    'literature',
    /\b(?:stud(?:y|ies)|trials?|literature|published|evidence|randomi[sz]ed|reviews?|guidelines?)\b/i,
  ],
  [
    'comparison',
    /\b(?:more|less|fewer|worse|worsen\w*|better|improv\w*|increas\w*|decreas\w*|reduc\w*|greater|higher|lower|than|severe\w*|mild\w*|moderate\w*|significant\w*|persist\w*|fail\w*|unable|cannot|never|always|no longer)\b/i,
  ],
  [
    'clinical',
    /\b(?:patient\w*|she|he|her|his|they|their|scars?|scarring|keloid|contracture|burn\w*|injur\w*|wound\w*|skin|function\w*|motion|move\w*|grip\w*|pain\w*|hurts?|itch\w*|distress\w*|impair\w*|limit\w*|restrict\w*|treat\w*|therap\w*|microneedling|laser|silicone|compression|massage|surger\w*|sessions?|diagnos\w*|symptom\w*|daily|work\w*)\b/i,
  ],
];

/** Whether a sentence speaks of what only a record can say: a score, the device, a policy, a study. */
export function needsRecord(sentence: string): boolean {
  return signs.some(
    ([kind, pattern]) => ['score', 'device', 'policy', 'literature'].includes(kind) && pattern.test(sentence),
  );
}

/** Written by the first draft where the record has nothing: it asserts nothing and has to be filled. */
export const gapPattern = /^\[missing: [^\]]+\]$/;

const headingWord =
  'letter|of|and|the|&|their|its|for|with|re|regarding|subject|summary|cause|history|medical|necessity|diagnos[ei]s|functional?|impairment|measurements?|scales?|earlier|prior|previous|conservative|treatments?|care|tried|results?|plan|expected|measurable|gain|goals?|evidence|limits|limitations|device|clearance|criteria|payer(?:’s)?|policy|request|photographs?|documents?|enclosed|enclosures?|statement|physician(?:’s)?|patient|to whom it may concern';
const heading = new RegExp(`^(?:${headingWord})(?:[ ,/]+(?:${headingWord}))*:?$`, 'i');

const courtesies: readonly RegExp[] = [
  /^(?:dear|attention:?|attn:?)(?: (?:dr|mr|mrs|ms|prof)\.?)?(?: [\p{L}’'-]+){0,5}[,:]?$/iu,
  /^To(?: \p{Lu}[\p{L}’'&-]*| of| the| and){1,6}[,:]?$/u,
  /^(?:sincerely|respectfully|kind regards|best regards|regards|yours (?:truly|sincerely|faithfully)|with (?:kind|best) regards),?$/i,
  /^(?:thank you|thanks|many thanks|please|kindly|do not hesitate|should you have|you (?:can|may) reach)\b/i,
  /^(?:i|we) (?:respectfully |kindly )?(?:ask|request|urge|appeal)\b/i,
  /^i (?:am (?:glad|happy|available)|am writing to (?:ask|request|appeal)|would (?:like to (?:ask|request|thank)|be glad to (?:talk|discuss|answer|provide)))\b/i,
];
// A courtesy that goes on to tell something is none.
const tells =
  /\b(?:is|are|was|were|has|have|had|does|did|note|because|since|given|due to|whose|who|which|how|what|that (?:the|she|he|her|his|they))\b/i;

function isCourtesy(text: string): boolean {
  const bare = text.replace(/\b(?:if|should) you have (?:any |further )*questions\b/i, '');
  if (!courtesies.some((pattern) => pattern.test(text)) || tells.test(bare)) return false;
  return !signs.some(([kind, pattern]) => kind !== 'clinical' && pattern.test(bare));
}

/**
 * What a sentence asserts; null where it asserts nothing: a greeting, a courtesy, a plain request, a heading, a
 * signature, a gap. Whatever is none of these asserts. Deterministic, and wrong on the safe side: better one sentence
 * too many that wants evidence than one too few.
 */
export function assertionIn(sentence: string): Assertion | null {
  const text = sentence.replace(/\s+/g, ' ').trim();
  if (gapPattern.test(text) || !/[\p{L}\p{N}]/u.test(text)) return null;
  const value = valuesSaid(text).find(isSpecific);
  if (value) return { kind: 'value', because: value.text };
  if (heading.test(text) || isCourtesy(text) || isName(text)) return null;
  for (const [kind, pattern] of signs) {
    const found = pattern.exec(text);
    if (found) return { kind, because: found[0] };
  }
  return { kind: 'statement', because: text.split(' ').slice(0, 4).join(' ') };
}

/** Sides, sites and motions alone may stand in any sentence; numbers, days, codes and quotations always assert. */
export function isSpecific({ kind }: SaidValue): boolean {
  return kind !== 'side' && kind !== 'motion' && kind !== 'site';
}

/** A signature: up to five capitalised words and degrees in a line, no point at the end but that of “M.D.”. */
function isName(text: string): boolean {
  if (signs.some(([, pattern]) => pattern.test(text))) return false;
  return (
    /^(?:Dr\. |Prof\. )?\p{Lu}[\p{L}’'-]*\.?(?: \p{Lu}[\p{L}’'-]*\.?){1,3}(?:,? (?:M\.?D|D\.?O|Ph\.?D|R\.?N|PA-C|FACS|treating physician)\.?){0,3}$/u.test(
      text,
    ) && !/[a-z]{2}\.$/.test(text)
  );
}
