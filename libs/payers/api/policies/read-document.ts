import { HttpProblem } from '@stipple/http';
import { Parsed, PolicyVersion, Refusal, parsePolicy, readingRefusals, refusal } from '@stipple/domain';

/**
 * Reads a document that somebody sent, with everything that is wrong with it by path. Text that PostgreSQL cannot hold
 * is refused here too: a policy may be long, and nobody should get a fault for it.
 */
function parseSent(document: unknown): Parsed<PolicyVersion> {
  const read = parsePolicy(document);
  if (!read.ok || !JSON.stringify(read.value).includes('\\u0000')) return read;
  const refusals: Refusal[] = [
    refusal('text_wrong', 'The policy holds characters that cannot be stored.', 'policy'),
  ];
  return { ok: false, value: null, refusals };
}

/** @throws HttpProblem 400 that names the path of each mistake */
export function readSent(document: unknown): PolicyVersion {
  const { ok, value, refusals } = parseSent(document);
  if (ok) return value;
  const shown = refusals.slice(0, 50);
  const detail = shown.map(({ field, sentence }) => `${field ?? 'policy'}: ${sentence}`).join(' ');
  throw new HttpProblem(400, 'invalid', detail.slice(0, 1000), shown);
}

/** A policy is written down after it was read. @throws HttpProblem 400 that names the day */
export function mustBeRead({ source }: PolicyVersion, today: string): void {
  const refusals = readingRefusals(source.readOn, today);
  if (refusals.length === 0) return;
  throw new HttpProblem(400, 'invalid', refusals.map(({ sentence }) => sentence).join(' '), refusals);
}
