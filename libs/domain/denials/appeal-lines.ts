import { historyLines, careLines } from '../letter/draft-history';
import { functionLines } from '../letter/draft-function';
import { DraftLine, gap, says } from '../letter/draft-parts';
import { criteriaLines, limitLines } from '../letter/draft-request';
import { ShelfItem, criterionWords, shelfOf } from '../letter/shelf';
import { Criterion, policyKey } from '../necessity/policy';
import { screen } from '../necessity/screen';
import { literature } from '../letter/literature';
import type { AppealMaterial } from './appeal-material';
import type { Expansion } from './appeal-section';

/** The lines of an expansion. They are those of the letter of medical necessity, so that both say the same. */
export function expand(expansion: Expansion, material: AppealMaterial): readonly DraftLine[] {
  const shelf = new Map(shelfOf(material).map((one) => [one.ref, one]));
  switch (expansion) {
    case 'criteria':
      return criterionByCriterion(material, shelf);
    case 'exclusions':
      return unprovenLines(material);
    case 'function':
      return functionLines(material, shelf);
    case 'impairment': {
      // Against an exclusion only what is known counts: no scale and no area is owed to a clause of a contract.
      const known = functionLines(material, shelf).filter(({ kind }) => kind === 'bound');
      return known.length > 0 ? known : [gap('whether and how the scar impairs function')];
    }
    case 'history':
      return historyLines(material);
    case 'treatments':
      return careLines(material);
    case 'device':
      return limitLines(material);
    case 'literature':
      // What the section on the device has said already is not said twice.
      return literature
        .filter(({ key }) => key !== 'clearance' && !(key === 'review_thin' && isBurn(material)))
        .map(({ key, words }) => says(words, `literature:${key}`));
    case 'enclosures':
      return enclosed(material);
    case 'judgement':
      return judged(material);
  }
}

const isBurn = ({ facts }: AppealMaterial) => facts.cause_of_scar?.value === 'burn';

/** The criteria that an appeal argues; of a group one that is met is enough, and the others are not argued. */
function argued({ policy, facts }: AppealMaterial) {
  if (policy === null) return [];
  const results = screen(policy, facts).criteria;
  const truthOf = (one: Criterion) => results.find(({ id }) => id === one.id)?.truth;
  const settled = (one: Criterion) =>
    one.role === 'one_of' &&
    truthOf(one) !== 'met' &&
    policy.criteria.some((other) => other.group === one.group && truthOf(other) === 'met');
  return policy.criteria
    .filter((one) => !settled(one))
    .map((criterion) => ({ criterion, truth: truthOf(criterion) }));
}

/** The criteria that the record does not meet, which only an answer gets an appeal past. What is unknown is found out, not argued away. */
export function unmetCriteria(material: AppealMaterial): readonly Criterion[] {
  return argued(material)
    .filter(
      ({ criterion: { role }, truth }) => (role === 'required' || role === 'one_of') && truth === 'not_met',
    )
    .map(({ criterion }) => criterion);
}

/** Each criterion as the letter has it; one that is not met rests on the physician’s answer, or is a gap. */
function criterionByCriterion(
  material: AppealMaterial,
  shelf: ReadonlyMap<string, ShelfItem>,
): readonly DraftLine[] {
  const { policy, answers } = material;
  if (policy === null) return [];
  return argued(material).flatMap(({ criterion, truth }) => {
    const lines = criteriaLines({ ...material, policy: { ...policy, criteria: [criterion] } }, shelf);
    const given = answers.find(
      ({ criterionId, refs }) => criterionId === criterion.id && refs.some((ref) => shelf.has(ref)),
    );
    if (given === undefined || truth === 'unknown') return lines;
    return lines.map((line) => (line.kind === 'gap' ? says(given.words, ...given.refs) : line));
  });
}

/** The exclusions that call it unproven; a policy without one has nothing to quote. */
function unprovenLines({ policy }: AppealMaterial): readonly DraftLine[] {
  if (policy === null) return [];
  return policy.criteria
    .filter(({ excludesAs }) => excludesAs === 'unproven')
    .map(({ id, quote }) => says(criterionWords(policy, quote), `criterion:${policyKey(policy)}#${id}`));
}

/** Nothing where it is the contract alone, or where nobody has said yet. */
function judged({ judgement, particulars, documents }: AppealMaterial): readonly DraftLine[] {
  if (judgement === null) return [];
  const { words, documentId } = judgement;
  const notice = documents.some(({ id }) => id === documentId) ? [`document:${documentId}`] : [];
  return [
    says(
      `${particulars.payer} applied the exclusion as a judgement: ${words}`,
      'finding:exclusion_is_judgement',
      ...notice,
    ),
    says(
      `A judgement may be put before independent reviewers: ${particulars.patient} keeps the right to that review.`,
      'finding:exclusion_is_judgement',
      'particular:patient',
    ),
  ];
}

function enclosed({ documents, enclosures }: AppealMaterial): readonly DraftLine[] {
  const chosen = documents.filter(({ id }) => enclosures.includes(id));
  return chosen.length === 0
    ? [gap('the document that was missing, chosen to be enclosed')]
    : chosen.map(({ id, title }) => says(`Enclosed: ${title}.`, `document:${id}`));
}
