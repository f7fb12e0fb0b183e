import { Condition } from './condition';
import { truthOf } from './evaluate';
import { FactName } from './facts';
import { Facts, knownFact, onlyFacts } from './fact-values';
import type { Criterion, PolicyVersion } from './policy';

/** Facts that say something about the body: each can carry “medical” beside what else a policy asks. */
const bodily: readonly FactName[] = [
  'functional_impairment',
  'daily_life_limited',
  'joint_involved',
  'rom_deficit_degrees',
  'rom_deficit_percent',
  'vss_total',
  'posas_observer_total',
  'posas_patient_total',
  'pain',
  'itch',
  'significant_variation',
];

/** Facts about the mind. Whether they suffice alone is the policy's to say. DLQI asks how the skin weighs on life. */
export const distressFacts: readonly FactName[] = [
  'distress_documented',
  'mental_health_note',
  'dlqi_total',
  'phq9_total',
];

const injuries: readonly unknown[] = ['burn', 'trauma', 'surgery', 'radiation'];

/** Why a screening in which every requirement is met may still not be called medical. */
export type MissingGround = 'distress_alone' | 'code_alone' | 'no_ground';

/**
 * Requirements that are met do not settle it when nothing but distress, or nothing but a diagnosis code, stands behind
 * them: L90.5 is the code of a burn scar and of an acne scar. Null when there is a ground.
 */
export function missingGround(
  policy: PolicyVersion,
  needed: readonly Criterion[],
  facts: Facts,
): MissingGround | null {
  const behind = new Set(needed.flatMap(({ condition }) => factsBehind(condition, facts, true)));
  const present = [...behind].filter((name) => isPresent(facts, name));
  const body = present.some((name) => bodily.includes(name));
  const injury = behind.has('cause_of_scar') && injuries.includes(knownFact(facts, 'cause_of_scar')?.value);
  const distress = present.some((name) => distressFacts.includes(name));
  const { position } = policy.distress;
  if (body || (distress && position === 'sufficient')) return null;
  if (distress && rests(needed, facts))
    return injury && position === 'with_another_ground' ? null : 'distress_alone';
  if (injury) return null;
  return behind.has('diagnoses') ? 'code_alone' : 'no_ground';
}

/** Whether what is met would not be met without the facts about the mind. */
function rests(needed: readonly Criterion[], facts: Facts): boolean {
  const names = Object.keys(facts) as FactName[];
  const without = onlyFacts(
    facts,
    names.filter((name) => !distressFacts.includes(name)),
  );
  const groups = new Set(needed.map(({ id, group }) => group ?? `criterion ${id}`));
  return [...groups].some((name) =>
    needed
      .filter(({ id, group }) => (group ?? `criterion ${id}`) === name)
      .every(({ condition }) => truthOf(condition, without) !== 'met'),
  );
}

/** A “no” and a zero are no finding. */
function isPresent(facts: Facts, name: FactName): boolean {
  const value = knownFact(facts, name)?.value;
  return value !== false && value !== 0 && value !== undefined;
}

/** The facts of all questions through which a condition comes out as it does, also where one of them were enough. */
function factsBehind(condition: Condition, facts: Facts, met: boolean): readonly FactName[] {
  if (truthOf(condition, facts) !== (met ? 'met' : 'not_met')) return [];
  if ('not' in condition) return factsBehind(condition.not, facts, !met);
  const list = 'all' in condition ? condition.all : 'any' in condition ? condition.any : null;
  if (list !== null) return list.flatMap((one) => factsBehind(one, facts, met));
  return 'fact' in condition ? [condition.fact] : [];
}
