import { createHash } from 'node:crypto';
import type { BulkMoves, BulkResult } from '@stipple/contracts';
import { Call, ClinicDatabase, Command, Missing, refusalsIn } from '@stipple/database';
import { assignCase, planTouch } from '../case-moves';

type Item = BulkMoves['items'][number];
type Done = Pick<BulkResult, 'number' | 'undo'>;

/** So many at a time: they are different cases, but one clinic's audit trail. */
const atOnce = 4;

/**
 * The same move for many cases, each in a transaction of its own and by the very path of the single move, so that one
 * refusal undoes no other. Each case has a key of its own, made of the request's: a repeat, also of a request that was
 * cut off half way, does what is missing and answers the rest from memory.
 */
export async function moveInBulk(
  db: ClinicDatabase,
  call: Call,
  { move, items }: BulkMoves,
): Promise<BulkResult[]> {
  // Takes the request's own key, so that no other request can come under it.
  await db.command(call, async (command) =>
    command.audit({
      action: 'queue.bulk_move',
      subject: 'treatment_case',
      subjectId: null,
      caseId: null,
      detail: { move, cases: items.length },
    }),
  );
  const results: BulkResult[] = [];
  for (let first = 0; first < items.length; first += atOnce)
    results.push(
      ...(await Promise.all(
        items
          .slice(first, first + atOnce)
          .map((item, index) => moveOne(db, partOf(call, first + index), { move, item })),
      )),
    );
  return numbered(db, call, results);
}

function partOf(call: Call, index: number): Call {
  const key = createHash('sha256').update(call.idempotencyKey).digest('hex').slice(0, 40);
  return { ...call, idempotencyKey: `part.${index}.${key}` };
}

async function moveOne(
  db: ClinicDatabase,
  call: Call,
  { move, item }: { move: BulkMoves['move']; item: Item },
): Promise<BulkResult> {
  try {
    const done = await db.command(call, (command) => moves[move](command, item));
    return { caseId: item.caseId, done: true, refusals: [], ...done };
  } catch (error) {
    const refusals = refusalsIn(error);
    if (refusals === null) throw error;
    return { caseId: item.caseId, number: null, done: false, refusals: [...refusals], undo: null };
  }
}

const moves: Readonly<Record<BulkMoves['move'], (command: Command, item: Item) => Promise<Done>>> = {
  plan_touch: async (command, { caseId, version, nextTouchOn }) => {
    if (nextTouchOn === undefined) throw new Error('the contract asks for a day');
    const before = await lookAt(command, caseId);
    await planTouch(command, caseId, { version, nextTouchOn });
    const undo = { caseId, version: version + 1, nextTouchOn: before.next_touch_on ?? nextTouchOn };
    return { number: before.case_number, undo };
  },
  assign: async (command, { caseId, version, ownerId }) => {
    if (ownerId === undefined) throw new Error('the contract asks for an owner');
    const before = await lookAt(command, caseId);
    await assignCase(command, caseId, { version, ownerId });
    return { number: before.case_number, undo: { caseId, version: version + 1, ownerId: before.owner_id } };
  },
};

interface Before {
  readonly case_number: number;
  readonly next_touch_on: string | null;
  readonly owner_id: string | null;
}

/** What an undo brings back: read under the case's lock, so that it is what the move replaces. */
async function lookAt({ tx, who }: Command, caseId: string): Promise<Before> {
  const [before]: Before[] = await tx.query(
    'SELECT case_number, next_touch_on::text, owner_id FROM stipple.treatment_case WHERE clinic_id = $1 AND id = $2 FOR UPDATE',
    [who.clinicId, caseId],
  );
  if (before === undefined) throw new Missing('case');
  return before;
}

/** Gives the refused ones their numbers too, for whoever reads the result. */
async function numbered(
  db: ClinicDatabase,
  call: Call,
  results: readonly BulkResult[],
): Promise<BulkResult[]> {
  const unknown = results.filter(({ number }) => number === null).map(({ caseId }) => caseId);
  if (unknown.length === 0) return [...results];
  const rows = await db.read<{ id: string; case_number: number }>(call.who, {
    name: 'case_numbers',
    text: 'SELECT id, case_number FROM stipple.treatment_case WHERE clinic_id = $1 AND id = ANY ($2::uuid[])',
    values: [call.who.clinicId, unknown],
  });
  const numbers = new Map(rows.map((row) => [row.id, row.case_number]));
  return results.map((one) => ({ ...one, number: one.number ?? numbers.get(one.caseId) ?? null }));
}
