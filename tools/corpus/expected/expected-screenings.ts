import type { Rows } from '../rows';

/** What a screening is about, as nobody in the clinic can know it. */
export interface Truth {
  readonly plot: string;
  /** Whether the scar hinders something or only shows: decided before anything was recorded of it. */
  readonly scar: 'functional' | 'cosmetic';
  /** Whether something was left open on purpose, and whether the case convinces: see `completeness-model.ts`. */
  readonly open: boolean;
  readonly convinces: boolean;
}

/** A screening, what came of it, and the truth that only the story knows. */
export interface ExpectedScreening extends Truth {
  readonly screening_id: string;
  readonly case_id: string;
  /** What the payer's policy made of the record when it was told. */
  readonly told: string;
  /** What the physician signed; null where nobody has, or another one took its place. */
  readonly signed: string | null;
  readonly state: string;
}

export function expectedScreenings(
  rows: Rows,
  truthOf: ReadonlyMap<string, Truth>,
): readonly ExpectedScreening[] {
  return rows.of('screening').map(({ id, case_id: caseId, state, computed_outcome: told, outcome }) => {
    const truth = truthOf.get(String(caseId));
    if (truth === undefined) throw new Error(`the screening ${String(id)} belongs to no story`);
    return {
      screening_id: String(id),
      case_id: String(caseId),
      ...truth,
      told: String(told),
      signed: state === 'signed' ? String(outcome) : null,
      state: String(state),
    };
  });
}
