import { TreatmentKind, treatmentKinds } from '../necessity/evidence-kinds';
import { FactName, factDefinition } from '../necessity/facts';
import { Facts, KnownFact, onlyFacts } from '../necessity/fact-values';
import type { Explanation } from '../necessity/trips';
import { scarCauses } from '../injury';

/**
 * The facts of a case in one line, for tables of worked cases. Words, from left to right, later ones over earlier ones:
 * `burn` … the cause · `fn` / `-fn` yes or no · `rom:30` a number · `dx:L90.5+T23.301S` diagnoses ·
 * `tried:compression+silicone@8` failed treatments, the longest in months (`tried:none`) · `?fn` not known ·
 * `plain`: everything is known and there is nothing to it · `explained:L81.4` the physician explained a flagged code.
 */
export function inShort(notation: string): { facts: Facts; explanations: readonly Explanation[] } {
  const words = notation.split(' ').filter((word) => word !== '');
  const explanations = words
    .filter((word) => word.startsWith('explained:'))
    .map((word) => ({ key: `code:${word.slice(10)}`, reason: 'an old finding', by: 'Lena Hart' }));
  const facts = words.reduce<Facts>((before, word) => ({ ...before, ...meaning(word, before) }), {});
  return { facts: onlyFacts(facts, known(facts)), explanations };
}

const known = (facts: Facts) =>
  (Object.keys(facts) as FactName[]).filter((name) => facts[name] !== undefined);

const plain =
  '-fn -daily rom:0 pct:0 pain:0 itch:0 vss:3 -var -dist -note tried:none -gain -look photos:2 -dev dx:L90.5';

const names: Readonly<Record<string, FactName>> = {
  cause: 'cause_of_scar',
  fn: 'functional_impairment',
  daily: 'daily_life_limited',
  joint: 'joint_involved',
  rom: 'rom_deficit_degrees',
  pct: 'rom_deficit_percent',
  vss: 'vss_total',
  dlqi: 'dlqi_total',
  pain: 'pain',
  itch: 'itch',
  var: 'significant_variation',
  dist: 'distress_documented',
  note: 'mental_health_note',
  gain: 'measurable_gain_stated',
  look: 'appearance_is_purpose',
  photos: 'photos_with_scale_and_consent',
  dev: 'device_cleared',
  dx: 'diagnoses',
};

function meaning(word: string, before: Facts): Facts {
  if (word === 'plain') return { ...before, ...inShort(plain).facts };
  if (word.startsWith('explained:')) return {};
  if (scarCauses.some((cause) => cause === word)) return put('cause', word);
  const [sign, rest] = /^[-?]/.test(word) ? [word.charAt(0), word.slice(1)] : ['', word];
  const [name = '', value = ''] = rest.split(':');
  if (sign === '?') return name === 'tried' ? forget(...triedFacts) : forget(factNamed(name));
  if (name === 'tried') return tried(value);
  if (name === 'dx') return put(name, value.split('+'));
  return put(name, value === '' ? sign !== '-' : Number(value));
}

function factNamed(name: string): FactName {
  const fact = names[name];
  if (fact === undefined) throw new Error(`“${name}” is no word of the notation.`);
  return fact;
}

const of = (name: FactName, value: KnownFact['value']) =>
  ({ [name]: { value, evidence: [`${factDefinition(name).suppliedBy[0]}-1`] } }) as Facts;
const put = (name: string, value: KnownFact['value']) => of(factNamed(name), value);
const forget = (...gone: readonly FactName[]) =>
  Object.fromEntries(gone.map((name) => [name, undefined])) as Facts;

const triedFacts = [
  'failed_treatments',
  'failed_treatments_count',
  'longest_failed_treatment_months',
] as const;

function tried(value: string): Facts {
  const [list = '', months = '0'] = value.split('@');
  const kinds = list === 'none' ? [] : list.split('+').map(treatmentNamed);
  return {
    ...of('failed_treatments', kinds),
    ...of('failed_treatments_count', kinds.length),
    ...of('longest_failed_treatment_months', Number(months)),
  };
}

/** By its first letters: `ablative` is `ablative_laser`. */
function treatmentNamed(start: string): TreatmentKind {
  const kind = treatmentKinds.find((one) => one.startsWith(start));
  if (kind === undefined) throw new Error(`“${start}” begins no treatment.`);
  return kind;
}
