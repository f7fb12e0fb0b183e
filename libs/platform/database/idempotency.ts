import { createHash } from 'node:crypto';
import { Refusal } from '@stipple/domain';
import { QueryRunner } from 'typeorm';
import { SentDraft } from './end-draft';
import { run } from './prepared';
import { Principal } from './principal';

/** One request to change something: who asks, and how a repeat of it is recognised. */
export interface Call {
  readonly who: Principal;
  readonly requestId: string;
  readonly idempotencyKey: string;
  /** SHA-256 of method, path and body. The same key with another hash is a mistake of the client. */
  readonly requestHash: Buffer;
  /** What was typed into the form that sent it; it ends with the command. */
  readonly draft?: SentDraft;
}

/** What a request was answered: a value or refusals. */
export interface Remembered {
  readonly value?: unknown;
  readonly refusals?: readonly Refusal[];
}

/** The hash that tells a repeat from a mistake. */
export function hashRequest(...parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest();
}

export class KeyReused extends Error {}

/** Takes the key for this request. Returns what an earlier request with this key was answered, or null. */
export async function claimKey(runner: QueryRunner, call: Call): Promise<Remembered | null> {
  const keys = [call.who.clinicId, call.who.staffId, call.idempotencyKey];
  // Waits while a twin is under way, and then finds what it left.
  const claimed = await run(runner, {
    name: 'claim_key',
    text: `INSERT INTO stipple.idempotency_record (clinic_id, staff_id, key, request_hash) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING key`,
    values: [...keys, call.requestHash],
  });
  if (claimed.length > 0) return null;
  const [known] = await run<{ request_hash: Buffer; body: Remembered }>(runner, {
    name: 'known_key',
    text: `SELECT request_hash, body FROM stipple.idempotency_record WHERE clinic_id = $1 AND staff_id = $2 AND key = $3`,
    values: keys,
  });
  if (!known?.request_hash.equals(call.requestHash))
    throw new KeyReused('this Idempotency-Key belongs to another request');
  return known.body;
}

export async function remember(runner: QueryRunner, call: Call, outcome: Remembered): Promise<void> {
  await run(runner, {
    name: 'remember',
    text: `UPDATE stipple.idempotency_record SET body = $4, status = $5 WHERE clinic_id = $1 AND staff_id = $2 AND key = $3`,
    values: [
      call.who.clinicId,
      call.who.staffId,
      call.idempotencyKey,
      JSON.stringify(outcome),
      outcome.refusals ? 409 : 200,
    ],
  });
}
