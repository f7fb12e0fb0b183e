import { randomInt, randomUUIDv7 } from 'node:crypto';
import { nextNumber } from '../bench';
import type { Ground, Rooms } from '../ground';
import { inOrder } from '../sql';
import { type Grant, recordWithKey } from '../verbs/authorization';
import * as cases from '../verbs/case';

/** Where the race takes place: rooms and clinicians of its own, too few of them. */
export interface Ring extends Rooms {
  readonly ground: Ground;
}

/** A case with one clearance of few units, over which everybody fights. */
export interface Arena {
  readonly caseId: string;
  readonly keyId: string;
  readonly grant: Grant;
  /** The last move of its authorization that somebody has seen through; others may have been quicker. */
  seq: number;
}

/** Days of the window, counted from today. */
export const arenaWindow = { fromDay: 0, toDay: 12 };

export function newArena(): Arena {
  const caseId = randomUUIDv7();
  const grant: Grant = {
    caseId,
    id: randomUUIDv7(),
    proofId: randomUUIDv7(),
    requestId: randomUUIDv7(),
    basis: 'approved',
    lines: { '17999': randomInt(2, 6) },
    ...arenaWindow,
  };
  return { caseId, keyId: randomUUIDv7(), grant, seq: 1 };
}

/** The whole way to a clearance: case, proof, request, approval. */
export function openArena({ ground, clinicians }: Ring, { caseId, keyId, grant }: Arena): string {
  return inOrder(
    cases.openCase(ground, caseId, nextNumber()),
    cases.attach(ground, { caseId, id: grant.proofId }),
    cases.request(ground, { caseId, id: grant.requestId ?? '' }, 'approved'),
    recordWithKey(ground, grant, keyId, clinicians),
  );
}
