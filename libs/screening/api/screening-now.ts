import { type Ask, Missing, type Principal } from '@stipple/database';
import {
  type CaseFacts,
  type Explanation,
  type PolicyVersion,
  type ScreeningBasis,
  type ScreeningResult,
  type SeenScreening,
  deriveFacts,
  screenBasis,
  serviceDay,
  valuesOf,
} from '@stipple/domain';
import { type FactSourcesRow, factSourcesStatement, sourcesOf } from '@stipple/evidence-api';
import { policyInForce } from '@stipple/payers-api';
import { type Material, materialStatement, textsOf } from './screening-material';

/** A case against the policy in force, with all that this was computed from. */
export interface Screened {
  readonly serviceOn: string;
  readonly policyVersionId: string | null;
  /** Null: none of the payer's is on file, and the general one was used. */
  readonly policy: PolicyVersion | null;
  readonly basis: ScreeningBasis;
  readonly result: ScreeningResult;
  readonly material: Material;
}

export interface Screening {
  readonly who: Principal;
  readonly caseId: string;
  readonly facts: CaseFacts;
  /** Absent: those that were given with the screening before. */
  readonly explanations?: readonly Explanation[];
}

export interface ReadBasis {
  readonly clinicId: string;
  readonly caseId: string;
  /** The day that ages and intervals are counted to. */
  readonly today: string;
  /** Absent: those that were given with the screening before. */
  readonly explanations?: readonly Explanation[];
}

/** All that a screening of this case is computed from, as the record stands. Throws `Missing` where there is no such case. */
export async function readBasis(
  ask: Ask,
  { clinicId, caseId, today, explanations }: ReadBasis,
): Promise<{ readonly basis: ScreeningBasis; readonly material: Material }> {
  const [sources] = await ask<FactSourcesRow>(factSourcesStatement(clinicId, caseId));
  const [material] = await ask<Material>(materialStatement(clinicId, caseId));
  if (sources === undefined || material === undefined) throw new Missing('case');
  const basis: ScreeningBasis = {
    facts: deriveFacts(sourcesOf(sources), today),
    texts: textsOf(material),
    evidence: material.held.map(({ id, kind }) => ({ id, kind })),
    explanations: explanations ?? material.explanations,
  };
  return { basis, material };
}

/** Computes it now. The same record, policy and explanations always come to the same. */
export async function screenNow(ask: Ask, of: Screening): Promise<Screened> {
  const {
    who: { clinicId },
    caseId,
    explanations,
  } = of;
  const { today } = of.facts.clock;
  const { basis, material } = await readBasis(ask, { clinicId, caseId, today, explanations });
  const serviceOn = serviceDay(of.facts);
  const inForce = await policyInForce(ask, { clinicId, caseId }, serviceOn);
  const policy = inForce?.policy ?? null;
  return {
    serviceOn,
    policyVersionId: inForce?.policyVersionId ?? null,
    policy,
    basis,
    result: screenBasis(policy, basis),
    material,
  };
}

/** What somebody who reads this has before their eyes. */
export const seenOf = ({ policyVersionId, basis, result }: Screened): SeenScreening => ({
  policyVersionId,
  policyKey: result.policyKey,
  facts: valuesOf(basis.facts),
  trips: result.trips.map(({ key }) => key),
});
