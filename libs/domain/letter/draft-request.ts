import { dayInWords } from '../calendar';
import { Criterion, PolicyVersion, policyKey } from '../necessity/policy';
import { FactDefinition, FactName, factDefinition } from '../necessity/facts';
import { knownFact } from '../necessity/fact-values';
import { factValueWords } from '../necessity/fact-words';
import { screen } from '../necessity/screen';
import { siteWords } from './draft-history';
import { DraftLine, andList, gap, lowered, plain, says } from './draft-parts';
import type { LetterMaterial, ShelfItem } from './shelf';
import { criterionWords } from './shelf';

/** Whom it concerns, and what is asked for. */
export function openingLines(material: LetterMaterial): readonly DraftLine[] {
  const { facts, particulars, codes } = material;
  const [sessions, procedures, site] = [
    facts.planned_sessions?.value,
    facts.procedure_codes?.value ?? [],
    siteWords(material),
  ];
  const named = procedures.flatMap((code) => codes.find((one) => one.code === code) ?? []);
  const forSite = site === null ? '' : ` for a scar of ${site}`;
  return [
    says(`To ${particulars.payer}`, 'particular:coverage'),
    says(
      `Re: ${particulars.patient}, born ${dayInWords(particulars.bornOn)}, member ${particulars.memberId}, case ${particulars.caseNumber}`,
      'particular:patient',
      'particular:coverage',
      'particular:case',
    ),
    plain(''),
    plain('Request'),
    named.length === 0 || sessions === undefined
      ? gap('how many sessions of which procedure code are asked for')
      : says(
          `I request authorization for ${sessions} ${sessions === 1 ? 'session' : 'sessions'} of ${andList(
            named.map(({ code, words }) => `${code} (${lowered(words)})`),
          )}${forSite}.`,
          'fact:planned_sessions',
          'fact:procedure_codes',
          ...named.map(({ code }) => `code:${code}`),
          ...(site === null ? [] : ['fact:body_site', 'fact:side']),
        ),
  ];
}

/** Plan and gain: what only the physician can say stays a gap. */
export function planLines({ facts }: LetterMaterial): readonly DraftLine[] {
  const gain = facts.measurable_gain_stated?.value;
  return [
    gap('depth of the needles and interval between the sessions'),
    ...(gain === undefined
      ? []
      : [
          says(
            gain ? 'A measurable gain is expected.' : 'No measurable gain is expected.',
            'fact:measurable_gain_stated',
          ),
        ]),
    gap(
      'how treatment is expected to restore the function named above, and by which measure you will see it',
    ),
  ];
}

/** What speaks for treatment, and what does not. */
export function limitLines({ facts }: LetterMaterial): readonly DraftLine[] {
  const { cause_of_scar: cause, body_site: site, age_years: age, device_cleared: cleared } = facts;
  const outside =
    (cause !== undefined && cause.value !== 'acne') ||
    (site !== undefined && site.value !== 'face') ||
    (age !== undefined && age.value < 22);
  const device =
    cleared === undefined
      ? gap('which device will be used, and whether it is cleared for this indication')
      : !cleared.value
        ? says(
            'The device is not cleared for this indication; its use here lies outside of the cleared indication.',
            'fact:device_cleared',
          )
        : outside
          ? gap(
              'which clearance covers this case: the record says the device is cleared, and the clearances read so far cover facial acne scars from 22 years of age',
            )
          : says('The device is cleared for this indication.', 'fact:device_cleared');
  return [
    device,
    ...(outside
      ? [
          says(
            'The clearances of microneedling devices read so far are for facial acne scars in patients aged 22 years and over; this scar lies outside of them.',
            'literature:clearance',
          ),
          says(
            'The published evidence for burn scars has been rated as thin by a review.',
            'literature:review_thin',
          ),
        ].filter((_, at) => at === 0 || cause?.value === 'burn')
      : []),
  ];
}

/** The payer’s own words, each with what the record has on it. What is not met is left to be argued, not to be hidden. */
export function criteriaLines(
  { facts, policy, particulars }: LetterMaterial,
  shelf: ReadonlyMap<string, ShelfItem>,
): readonly DraftLine[] {
  if (policy === null) return [gap('the payer’s policy: none is on file; ask the payer for it and quote it')];
  const wanted = policy.criteria.filter(({ role }) => role === 'required' || role === 'one_of');
  const results = screen(policy, facts).criteria;
  return wanted.flatMap((criterion) => {
    const result = results.find(({ id }) => id === criterion.id);
    const used = (result?.used ?? []).filter(({ fact }) => shelf.has(`fact:${fact}`));
    return [
      quoteLine(policy, criterion),
      result?.truth === 'met' && used.length > 0
        ? says(
            `The record meets this: ${used.map(({ fact }) => factClause(fact, facts)).join('; ')}.`,
            criterionRef(policy, criterion),
            ...used.map(({ fact }) => `fact:${fact}`),
          )
        : result?.truth === 'unknown'
          ? gap(
              `what the record has on it; still unknown: ${result.missing.map((fact) => factDefinition(fact).words).join(', ')}`,
            )
          : gap(`why ${particulars.payer} should approve all the same: on record this is not met`),
    ];
  });
}

const criterionRef = (policy: PolicyVersion, { id }: Criterion) => `criterion:${policyKey(policy)}#${id}`;

function quoteLine(policy: PolicyVersion, criterion: Criterion): DraftLine {
  return says(`${criterionWords(policy, criterion.quote)}`, criterionRef(policy, criterion));
}

/** A fact as a clause: “the scar impairs function”, “range of motion is 32° short of the norm”. */
function factClause(name: FactName, facts: LetterMaterial['facts']): string {
  const definition: FactDefinition = factDefinition(name);
  const value = knownFact(facts, name)?.value ?? '';
  switch (definition.kind) {
    case 'yes_no':
      return (value === true ? definition.yes : definition.no).replace('the physician states that ', '');
    case 'number':
      return definition.says.replace('{}', String(value)).replace('[s]', value === 1 ? '' : 's');
    case 'codes':
      return definition.says.replace('{}', lowered(factValueWords(name, value)));
    default:
      return `${definition.words} is ${lowered(factValueWords(name, value))}`;
  }
}
