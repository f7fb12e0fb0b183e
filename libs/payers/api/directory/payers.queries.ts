import type { OfferedMove, PayerProfileView, PayerRow, PayerView } from '@stipple/contracts';
import { ClinicDatabase, Missing, Principal } from '@stipple/database';
import { Refusal, Role, policyWriters, refusal, roleWords } from '@stipple/domain';
import { PolicyRow, rowJson, timelineOf, versionRow } from '../policies/policy-row';

const newestProfile = /* sql */ `
  SELECT p.* FROM stipple.payer_profile p WHERE (p.clinic_id, p.payer_id) = (y.clinic_id, y.id) ORDER BY p.version DESC LIMIT 1`;

const payersSql = /* sql */ `
SELECT json_build_object('id', y.id, 'name', y.name, 'phone', y.phone, 'verifiedOn', p.verified_on,
    'lines', (SELECT coalesce(json_agg(l.line_of_business ORDER BY l.line_of_business), '[]') FROM stipple.payer_line l
               WHERE (l.clinic_id, l.payer_id, l.version) = (p.clinic_id, p.payer_id, p.version)),
    'inForce', (SELECT coalesce(json_agg(v.number || ' v' || v.version ORDER BY v.applies_from), '[]') FROM stipple.policy_version v
                 WHERE (v.clinic_id, v.payer_id) = (y.clinic_id, y.id) AND v.state = 'published' AND t.today BETWEEN v.applies_from AND v.applies_to),
    'drafts', (SELECT count(*) FROM stipple.policy_version v WHERE (v.clinic_id, v.payer_id, v.state) = (y.clinic_id, y.id, 'draft')),
    'openCases', (SELECT count(*) FROM stipple.treatment_case c WHERE (c.clinic_id, c.payer_id, c.state) = (y.clinic_id, y.id, 'open'))) AS row
  FROM stipple.payer y LEFT JOIN LATERAL (${newestProfile}) p ON true
  CROSS JOIN (SELECT (now() AT TIME ZONE k.time_zone)::date AS today FROM stipple.clinic k WHERE k.id = $1) t
 WHERE y.clinic_id = $1 ORDER BY lower(y.name), y.id`;

export async function readPayers(db: ClinicDatabase, who: Principal): Promise<readonly PayerRow[]> {
  const statement = { name: 'payers', text: payersSql, values: [who.clinicId] };
  return (await db.read<{ row: PayerRow }>(who, statement)).map(({ row }) => row);
}

const payerSql = /* sql */ `
SELECT json_build_object('id', y.id, 'name', y.name, 'phone', y.phone,
    'today', (SELECT (now() AT TIME ZONE k.time_zone)::date FROM stipple.clinic k WHERE k.id = y.clinic_id),
    'versions', (SELECT coalesce(json_agg(${rowJson} ORDER BY v.applies_from DESC, v.drafted_at DESC), '[]') FROM stipple.policy_version v
                  WHERE (v.clinic_id, v.payer_id) = (y.clinic_id, y.id) AND v.state <> 'discarded'),
    'profile', (SELECT json_build_object('version', p.version, 'verifiedOn', p.verified_on, 'verifiedBy', s.name, 'state', p.state, 'timeZone', p.time_zone, 'note', p.note,
        'lines', (SELECT coalesce(json_agg(l.line_of_business ORDER BY l.line_of_business), '[]') FROM stipple.payer_line l
                   WHERE (l.clinic_id, l.payer_id, l.version) = (p.clinic_id, p.payer_id, p.version)),
        'channels', (SELECT coalesce(json_agg(json_build_object('channel', h.channel, 'usedFor', h.used_for, 'address', h.address, 'note', h.note) ORDER BY h.no), '[]')
                       FROM stipple.payer_channel h WHERE (h.clinic_id, h.payer_id, h.version) = (p.clinic_id, p.payer_id, p.version)),
        'clocks', (SELECT coalesce(json_agg(json_build_object('lineOfBusiness', q.line_of_business, 'clock', q.clock, 'amount', q.amount, 'unit', q.unit,
                       'starts', q.starts, 'source', q.source) ORDER BY q.line_of_business, q.clock), '[]')
                     FROM stipple.payer_clock q WHERE (q.clinic_id, q.payer_id, q.version) = (p.clinic_id, p.payer_id, p.version)),
        'peerToPeer', CASE WHEN p.peer_amount IS NOT NULL THEN json_build_object('amount', p.peer_amount, 'unit', p.peer_unit, 'starts', p.peer_starts,
                       'number', p.peer_number, 'source', p.peer_source) END)
        FROM (${newestProfile}) p JOIN stipple.staff s ON (s.clinic_id, s.id) = (p.clinic_id, p.verified_by))) AS payer
  FROM stipple.payer y WHERE y.clinic_id = $1 AND y.id = $2`;

interface Found {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly today: string;
  readonly versions: readonly PolicyRow[];
  readonly profile: PayerProfileView | null;
}

export async function readPayer(db: ClinicDatabase, who: Principal, id: string): Promise<PayerView> {
  const statement = { name: 'payer', text: payerSql, values: [who.clinicId, id] };
  const [row] = await db.read<{ payer: Found }>(who, statement);
  if (row === undefined) throw new Missing('payer');
  const { versions, ...payer } = row.payer;
  return {
    ...payer,
    versions: versions.map(versionRow),
    findings: timelineOf(versions.filter(({ state }) => state === 'published')),
    moves: offered(who.roles),
  };
}

function offered(roles: readonly Role[]): OfferedMove[] {
  const isWriter = policyWriters.some((role) => roles.includes(role));
  const for_ = policyWriters.map((role) => roleWords[role]).join(', ');
  const refusals: Refusal[] = isWriter ? [] : [refusal('wrong_role', `This is for: ${for_}.`)];
  return [
    { move: 'describe', label: 'Edit what we know', needs: [], refusals },
    { move: 'draft', label: 'New version', needs: [], refusals },
  ];
}
