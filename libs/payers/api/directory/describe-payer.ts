import { randomUUIDv7 } from 'node:crypto';
import type { AddPayer, DescribePayer } from '@stipple/contracts';
import { Command, Missing, Stale, refuseIfAny } from '@stipple/database';
import { Refusal, planTypeWords, payerClockWords, refusal } from '@stipple/domain';

export async function addPayer(command: Command, { name, phone }: AddPayer): Promise<{ id: string }> {
  const id = randomUUIDv7();
  await command.tx.query('INSERT INTO stipple.payer (clinic_id, id, name, phone) VALUES ($1, $2, $3, $4)', [
    command.who.clinicId,
    id,
    name,
    phone ?? null,
  ]);
  command.audit({ action: 'payer.add', subject: 'payer', subjectId: id, caseId: null });
  return { id };
}

/** Writes down, as a whole, what somebody has made sure of. What was known before stays as its earlier version. */
export async function describePayer(command: Command, payerId: string, body: DescribePayer): Promise<void> {
  const { tx, who } = command;
  const held = await takePayer(command, payerId);
  if (held.version !== body.version)
    throw new Stale({ subject: 'payer', id: payerId, version: held.version, changedBy: held.by });
  refuseIfAny(profileRefusals(body, held.today));
  const version = held.version + 1;
  const key = [who.clinicId, payerId, version];
  const peer = body.peerToPeer;
  await tx.query('UPDATE stipple.payer SET phone = $3 WHERE clinic_id = $1 AND id = $2', [
    who.clinicId,
    payerId,
    body.memberServices ?? null,
  ]);
  await tx.query(
    `INSERT INTO stipple.payer_profile (clinic_id, payer_id, version, peer_amount, peer_unit, peer_starts, peer_number, peer_source, note, state, time_zone, verified_on, verified_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...key,
      ...[peer?.amount, peer?.unit, peer?.starts, peer?.number, peer?.source, body.note].map(
        (one) => one ?? null,
      ),
      body.state ?? null,
      body.timeZone ?? null,
      body.verifiedOn,
      who.staffId,
    ],
  );
  await tx.query(
    'INSERT INTO stipple.payer_line (clinic_id, payer_id, version, line_of_business) SELECT $1, $2, $3, unnest($4::text[])',
    [...key, body.lines],
  );
  await tx.query(
    `INSERT INTO stipple.payer_channel (clinic_id, payer_id, version, no, channel, used_for, address, note)
     SELECT $1, $2, $3, x.no, x.one->>'channel', x.one->>'usedFor', x.one->>'address', x.one->>'note'
       FROM jsonb_array_elements($4::jsonb) WITH ORDINALITY x(one, no)`,
    [...key, JSON.stringify(body.channels)],
  );
  await tx.query(
    `INSERT INTO stipple.payer_clock (clinic_id, payer_id, version, line_of_business, clock, amount, unit, starts, source)
     SELECT $1, $2, $3, x."lineOfBusiness", x.clock, x.amount, x.unit, x.starts, x.source
       FROM jsonb_to_recordset($4::jsonb) AS x("lineOfBusiness" text, clock text, amount integer, unit text, starts text, source text)`,
    [...key, JSON.stringify(body.clocks)],
  );
  command.audit({
    action: 'payer.describe',
    subject: 'payer',
    subjectId: payerId,
    caseId: null,
    detail: { version },
  });
}

interface Held {
  readonly version: number;
  readonly by: string | null;
  readonly today: string;
}

async function takePayer({ tx, who }: Command, payerId: string): Promise<Held> {
  const key = [who.clinicId, payerId];
  const locked: unknown[] = await tx.query(
    'SELECT 1 FROM stipple.payer WHERE clinic_id = $1 AND id = $2 FOR UPDATE',
    key,
  );
  if (locked.length === 0) throw new Missing('payer');
  const [held]: Held[] = await tx.query(
    `SELECT coalesce(p.version, 0) AS version, s.name AS by, (now() AT TIME ZONE k.time_zone)::date::text AS today
       FROM stipple.clinic k LEFT JOIN stipple.payer_profile p ON p.clinic_id = k.id AND p.payer_id = $2
       LEFT JOIN stipple.staff s ON (s.clinic_id, s.id) = (p.clinic_id, p.verified_by)
      WHERE k.id = $1 ORDER BY p.version DESC NULLS LAST LIMIT 1`,
    key,
  );
  if (held === undefined) throw new Missing('payer');
  return held;
}

function profileRefusals({ lines, clocks, verifiedOn }: DescribePayer, today: string): readonly Refusal[] {
  const seen = new Set<string>();
  return [
    ...(verifiedOn > today
      ? [refusal('in_the_future', 'It cannot have been verified in the future.', 'verifiedOn')]
      : []),
    ...(new Set(lines).size < lines.length
      ? [refusal('line_twice', 'A line of business is listed twice.', 'lines')]
      : []),
    ...clocks.flatMap(({ lineOfBusiness: line, clock }, index) => {
      const key = `${line} ${clock}`;
      const twice = seen.has(key);
      seen.add(key);
      if (!lines.includes(line))
        return [
          refusal(
            'line_unknown',
            `“${planTypeWords[line]}” is not among the lines of business of this payer.`,
            `clocks.${index}.lineOfBusiness`,
          ),
        ];
      return twice
        ? [
            refusal(
              'clock_twice',
              `“${payerClockWords[clock]}” is there twice for ${planTypeWords[line]}.`,
              `clocks.${index}.clock`,
            ),
          ]
        : [];
    }),
  ];
}
