import { dayInWords } from '../calendar';
import type { CodeUnits } from '../case-facts';
import { siteWords } from '../letter/draft-history';
import { DraftLine, andList, gap, lowered, says } from '../letter/draft-parts';
import { policyKey } from '../necessity/policy';
import { AppealMaterial, placeOf, reasonWords, spanOf } from './appeal-material';
import type { Denial } from './denial';

/** What a template may name between braces, with what to look for where it is not on file. */
export const slotNames = {
  payer: 'the payer',
  patient: 'the patient',
  name: 'the patient’s name',
  member: 'the member number',
  case: 'the case number',
  decided: 'the day of the decision',
  reason: 'the payer’s reason code',
  words: 'the payer’s own words',
  page: 'the page of the notice on which the payer’s words stand',
  request: 'what the denied request asked for',
  denied: 'what was decided',
  site: 'the body site',
  policy: 'the payer’s policy: none is on file; ask the payer for it',
  exclusion: 'the plan’s own words on the exclusion, with their page',
  reconstructive: 'the plan’s own words on reconstructive treatment, with their page',
  sent: 'the day on which it was sent, with its proof',
  authorization: 'the authorization on file, with its proof',
  authorized: 'the days that the authorization covers',
  was: 'the code that was wrong',
  now: 'the corrected code',
  why: 'why the code was corrected',
  network: 'why no provider of the network can do it',
  verified: 'the day on which the coverage was verified again',
  eligibility: 'the reference of that verification',
} as const;
export type SlotName = keyof typeof slotNames;

/** What stands in a slot, and what of the record it comes from. */
export interface Slot {
  readonly text: string;
  readonly refs: readonly string[];
}

const slot = (text: string, ...refs: readonly string[]): Slot => ({ text, refs });

export function slotsOf(denial: Denial, material: AppealMaterial): Readonly<Record<SlotName, Slot | null>> {
  const { particulars: of, policy, plan, sent, authorization, correction, network, coverage } = material;
  const site = siteWords(material);
  const proof = (id: string | null) => documentRefs(id, material);
  // “The proof is enclosed” is only said where the document is among those of the case.
  const proven = sent !== null && proof(sent.proofId).length > 0 ? sent : null;
  const approved = authorization !== null && proof(authorization.proofId).length > 0 ? authorization : null;
  const approval = approved === null ? [] : [`authorization:${approved.number}`, ...proof(approved.proofId)];
  const quote = (name: 'exclusion' | 'reconstructive') => {
    const quoted = plan[name];
    return (
      quoted && slot(`${placeOf(quoted)}: “${quoted.words}”`, `plan:${name}`, ...proof(quoted.documentId))
    );
  };
  return {
    payer: slot(of.payer, 'particular:coverage'),
    patient: slot(`${of.patient}, born ${dayInWords(of.bornOn)}`, 'particular:patient'),
    name: slot(of.patient, 'particular:patient'),
    member: slot(of.memberId, 'particular:coverage'),
    case: slot(of.caseNumber, 'particular:case'),
    decided: slot(dayInWords(denial.decidedOn), 'denial:decision'),
    reason: slot(reasonWords(denial), 'denial:code'),
    words: denial.words.trim() === '' ? null : slot(`“${denial.words}”`, 'denial:words'),
    page:
      (denial.page ?? '').trim() === ''
        ? null
        : slot(denial.page ?? '', 'denial:words', ...proof(denial.noticeId)),
    request: requestSlot(material),
    denied: deniedSlot(material),
    site: site === null ? null : slot(site, 'fact:body_site', 'fact:side'),
    policy: policy && slot(`${policy.number}, version ${policy.version}`, `policy:${policyKey(policy)}`),
    exclusion: quote('exclusion'),
    reconstructive: quote('reconstructive'),
    sent: proven && slot(dayInWords(proven.on), `submission:${proven.proofId}`, ...proof(proven.proofId)),
    authorization: approved && slot(approved.number, ...approval),
    authorized:
      approved &&
      slot(`${dayInWords(approved.effectiveOn)} to ${dayInWords(approved.expiresOn)}`, ...approval),
    was: correction && slot(correction.was, 'correction:code'),
    now: correction && slot(correction.now, 'correction:code'),
    why: correction && slot(lowered(correction.why), 'correction:code'),
    network: network === null ? null : slot(network, 'network:reason'),
    verified: coverage && slot(dayInWords(coverage.verifiedOn), 'eligibility:check'),
    eligibility: coverage && slot(coverage.reference, 'eligibility:check'),
  };
}

/** The document itself as a further source, where it is among those of the case. */
function documentRefs(id: string | null, { documents }: AppealMaterial): readonly string[] {
  return documents.some((one) => one.id === id) ? [`document:${id}`] : [];
}

/** What was done with the request: denied, or granted only so far. It stands before what was asked for. */
function deniedSlot({ granted }: AppealMaterial): Slot {
  if (granted === null) return slot('denied', 'denial:decision');
  const units = granted.lines.map((line) => unitsOf(line, line.procedureCode));
  return slot(
    `granted no more than ${andList(units)}, ${spanOf(granted)}, of`,
    'denial:decision',
    'request:granted',
  );
}

const unitsOf = ({ units }: CodeUnits, named: string) =>
  `${units} ${units === 1 ? 'unit' : 'units'} of ${named}`;

/** What the denied request asked for; a code without words on the shelf is named by its number. */
function requestSlot({ requested, codes }: AppealMaterial): Slot | null {
  if (requested.length === 0) return null;
  const lines = requested.map((line) => {
    const { procedureCode } = line;
    const label = codes.find(({ code }) => code === procedureCode)?.words;
    return unitsOf(line, label === undefined ? procedureCode : `${procedureCode} (${lowered(label)})`);
  });
  return slot(
    andList(lines),
    'request:lines',
    ...requested.map(({ procedureCode }) => `code:${procedureCode}`),
  );
}

/** A template with its slots filled, bound to what they come from; or a gap that names what is not on file. */
export function fill(template: string, slots: Readonly<Record<SlotName, Slot | null>>): DraftLine {
  const names = slotsIn(template);
  const empty = names.filter((name) => slots[name] === null);
  if (empty.length > 0) return gap([...new Set(empty)].map((name) => slotNames[name]).join('; '));
  // In one go: braces within the payer’s own words are no slots.
  const text = template.replace(/\{(\w+)\}/g, (_, name: SlotName) => slots[name]?.text ?? '');
  return says(text, ...new Set(names.flatMap((name) => slots[name]?.refs ?? [])));
}

export function slotsIn(template: string): readonly SlotName[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as SlotName);
}
