import { FactName, NumberFact, factDefinition } from '../necessity/facts';
import { knownFact } from '../necessity/fact-values';
import { DraftLine, capital, gap, says } from './draft-parts';
import type { LetterMaterial, ShelfItem } from './shelf';

type Told = Partial<Record<FactName, { readonly yes: string; readonly no: string }>>;

const functionWords: Told = {
  functional_impairment: {
    yes: 'The scar impairs function.',
    no: 'The scar does not impair function.',
  },
  daily_life_limited: {
    yes: 'Daily activities or work are limited.',
    no: 'Neither daily activities nor work are limited.',
  },
  joint_involved: { yes: 'The scar involves a joint.', no: 'The scar involves no joint.' },
  significant_variation: {
    yes: 'The scar varies significantly from normal.',
    no: 'The scar does not vary significantly from normal.',
  },
  distress_documented: {
    yes: 'Psychological distress is documented.',
    no: 'There is no psychological distress.',
  },
  mental_health_note: {
    yes: 'A mental-health professional has written a note.',
    no: 'No mental-health professional has written a note.',
  },
};

const ratings: readonly FactName[] = [
  ...(['vss_total', 'posas_observer_total', 'posas_patient_total', 'dlqi_total', 'phq9_total'] as const),
  ...(['pain', 'itch'] as const),
];

/** What the scar does to function, as said and as measured. A letter without any of it has a gap where its reason should be. */
export function functionLines(
  { facts, measurements }: LetterMaterial,
  shelf: ReadonlyMap<string, ShelfItem>,
): readonly DraftLine[] {
  const onShelf = (name: FactName) => (shelf.has(`fact:${name}`) ? knownFact(facts, name) : null);
  const told = Object.entries(functionWords).flatMap(([name, words]) => {
    const fact = onShelf(name as FactName);
    return fact === null ? [] : [says(fact.value === true ? words.yes : words.no, `fact:${name}`)];
  });
  const measured = measurements.filter(
    ({ id, kind, fact }) =>
      kind !== 'prior_treatment' && kind !== 'photo' && fact === null && shelf.has(`measurement:${id}`),
  );
  const area = onShelf('area_cm2');
  return [
    ...told,
    ...(facts.functional_impairment ? [] : [gap('whether and how the scar impairs function')]),
    ...measured.map(({ id, words }) => says(`${capital(words.replace(/\.$/, ''))}.`, `measurement:${id}`)),
    ...(measured.length > 0 || facts.joint_involved?.value === false
      ? []
      : [gap('range of motion, if a joint is involved')]),
    ...ratings.flatMap((name) => rated(name, { facts, measurements }, shelf)),
    ...((facts.vss_total ?? facts.posas_observer_total) ? [] : [gap('a scar scale with its date')]),
    ...(area === null
      ? [gap('the area in cm²')]
      : [says(`The scar measures ${String(area.value)} cm².`, 'fact:area_cm2')]),
  ];
}

/** The latest rating with its day where the record of it is at hand, else the total alone. */
function rated(
  name: FactName,
  { facts, measurements }: Pick<LetterMaterial, 'facts' | 'measurements'>,
  shelf: ReadonlyMap<string, ShelfItem>,
): readonly DraftLine[] {
  const known = knownFact(facts, name);
  if (known === null || !shelf.has(`fact:${name}`)) return [];
  const reading = measurements.find(({ id, fact }) => fact === name && known.evidence.includes(id));
  if (reading && shelf.has(`measurement:${reading.id}`))
    return [says(`${capital(reading.words.replace(/\.$/, ''))}.`, `measurement:${reading.id}`)];
  const { words, max } = factDefinition(name) as NumberFact;
  return [says(`${capital(words)} is ${String(known.value)} of ${max}.`, `fact:${name}`)];
}
