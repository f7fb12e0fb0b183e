import { createHash } from 'node:crypto';
import type { SubmissionQuery } from '@stipple/contracts';
import type { Principal, Statement } from '@stipple/database';
import { isInstant } from '@stipple/domain';
import { HttpProblem } from '@stipple/http';
import { newestFirst, sources } from './sent.sql';

/** One question about the submission log on its way to SQL: its conditions on `s`, and the values they name. */
export class SubmissionStatement {
  private readonly values: unknown[];
  /** What the query asks for apart from the channel. */
  private readonly others: string;
  /** The channel alone, as a condition. */
  readonly channel: string;

  constructor(who: Principal, query: SubmissionQuery) {
    this.values = [who.clinicId, who.timeZone];
    const { payerId, from, to, person, receipt, proof, channel } = query;
    const parts = [
      payerId && `s.payer_id = ${this.value(payerId)}`,
      from && `s.sent_at >= ${this.value(beginOf(from, who))}::timestamptz`,
      to && `s.sent_at < ${this.value(beginOf(to, who, 1))}::timestamptz`,
      person && `s.actor_id = ${this.value(person === 'me' ? who.staffId : person)}`,
      receipt && 's.last_seq = s.seq',
      proof && 's.proof_id IS NULL',
    ];
    this.others = parts.filter(Boolean).join(' AND ') || 'true';
    this.channel =
      channel === undefined
        ? 'true'
        : channel === 'none'
          ? 's.channel IS NULL'
          : `s.channel = ${this.value(channel)}`;
  }

  /**
   * The rows that are asked for, newest first: each source by itself up to `most`, along its index, then the newest of
   * those. Without a limit, all.
   */
  rows(limit?: { readonly after: string | undefined; readonly most: number }): string {
    const beyond = limit?.after === undefined ? 'true' : this.beyond(limit.after);
    const most = limit ? `ORDER BY ${newestFirst} LIMIT ${limit.most}` : '';
    const each = sources.map(
      (source) => `(SELECT s.* ${source} WHERE ${this.others} AND ${this.channel} AND ${beyond} ${most})`,
    );
    return `SELECT * FROM (${each.join(' UNION ALL ')}) s ${most}`;
  }

  /** Every row that the query asks for but for the channel, as `s`. */
  get ofEveryChannel(): string {
    const each = sources.map(
      (source) => `SELECT s.channel, s.seq, s.last_seq, s.proof_id ${source} WHERE ${this.others}`,
    );
    return `(${each.join(' UNION ALL ')}) s`;
  }

  named(text: string): Statement {
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 24);
    return { name: `sent_${hash}`, text, values: this.values, planFor: 'values' };
  }

  private value(one: unknown): string {
    return `$${this.values.push(one)}`;
  }

  private beyond(cursor: string): string {
    const [sentAt, subjectId, seq] = placeOf(cursor);
    const at = `${this.value(sentAt)}::timestamptz`;
    const subject = `${this.value(subjectId)}::uuid`;
    // The first part is one that an index can begin at.
    return `(s.sent_at, s.subject_id) <= (${at}, ${subject}) AND (s.sent_at, s.subject_id, s.seq) < (${at}, ${subject}, ${this.value(seq)}::integer)`;
  }
}

/** The instant at which a day begins where the clinic is. */
function beginOf(day: string, { timeZone }: Principal, daysLater = 0): string {
  return Temporal.PlainDate.from(day)
    .add({ days: daysLater })
    .toZonedDateTime(timeZone)
    .toInstant()
    .toString();
}

/** A place in the order, as a browser keeps it. */
export function cursorOf(place: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function placeOf(cursor: string): readonly [string, string, number] {
  const [sentAt, subjectId, seq, ...rest] = read(cursor);
  if (
    rest.length > 0 ||
    typeof sentAt !== 'string' ||
    !/^\d{4}-/.test(sentAt) ||
    !isInstant(sentAt) ||
    typeof subjectId !== 'string' ||
    !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(subjectId) ||
    !Number.isInteger(seq) ||
    Math.abs(seq as number) > 2_147_483_647
  )
    throw new HttpProblem(
      400,
      'cursor_unreadable',
      'This place in the list is no longer known; start again from the top.',
    );
  return [sentAt, subjectId, seq as number];
}

function read(cursor: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}
