import { Day, PlanType, PolicyVersion, addDays } from '@stipple/domain';
import type { Clinic } from './clinic';
import type { Dice } from './dice';
import { uuidAt } from './ids';
import type { KnownPayer } from './patients';
import { clocksOf } from './payer-clocks';
import { peerTerms } from './payer-terms';
import { announcedPolicy, policiesOf } from './payer-policies';
import type { StaffKey } from './people';
import { Rows } from './rows';

/** What the clinic knows of its payers: where to send, how long it takes, and their policies, version by version. */
export function tellPayers(rows: Rows, clinic: Clinic, dice: Dice): void {
  for (const payer of clinic.payers) {
    tellProfile(rows, clinic, payer);
    for (const version of policiesOf(payer)) {
      const policy = readInTime(version, clinic);
      const row = written(clinic, payer, policy, dice);
      rows.add('policy_version', { ...row, ...published(clinic, policy) });
      clinic.policies.push({ id: row.id, payerId: payer.id, policy });
    }
    if (payer.key === 'heron')
      rows.add('policy_version', {
        ...written(clinic, payer, announcedPolicy(payer, clinic.days.today), dice),
        state: 'draft',
        published_by: null,
        published_at: null,
      });
  }
}

/** Read before it came into force, or when the clinic began: no screening goes by a policy that nobody knew yet. */
function readInTime(policy: PolicyVersion, { days }: Clinic): PolicyVersion {
  const [announced, founded] = [addDays(policy.effectiveFrom, -10), addDays(days.dayAt(0), -24)];
  const readOn = announced > founded ? announced : founded;
  return { ...policy, source: { ...policy.source, readOn } };
}

function tellProfile(rows: Rows, clinic: Clinic, payer: KnownPayer): void {
  const key = { clinic_id: clinic.id, payer_id: payer.id, version: 1 };
  const { today } = clinic.days;
  const fax = payer.phone.replace(/\d$/, (last) => String((Number(last) + 5) % 10));
  const peer = peerTerms(payer);
  rows.add('payer_profile', {
    ...key,
    peer_amount: peer.amount,
    peer_unit: peer.unit,
    peer_starts: peer.starts,
    peer_number: payer.phone,
    peer_source: peer.source,
    note: null,
    state: payer.state,
    time_zone: 'America/New_York',
    verified_on: addDays(today, -40 + payer.name.length),
    verified_by: person(clinic, 'robin'),
    recorded_at: noon(addDays(today, -40 + payer.name.length)),
  });
  const lines = payer.plans.map(([plan]) => plan);
  for (const line of lines) {
    rows.add('payer_line', { ...key, line_of_business: line });
    for (const clock of clocksOf[line as PlanType] ?? [])
      rows.add('payer_clock', { ...key, line_of_business: line, ...clock });
  }
  const channels = [
    { channel: 'portal', used_for: 'requests', address: payer.portal, note: 'Gives a receipt at once' },
    { channel: 'fax', used_for: 'requests', address: fax, note: null },
    { channel: 'fax', used_for: 'appeals', address: fax, note: 'Cover sheet with the member id' },
    { channel: 'phone', used_for: 'questions', address: payer.phone, note: null },
    {
      channel: 'mail',
      used_for: 'appeals',
      address: `${payer.name}, Appeals, P.O. Box 100, Port Alden`,
      note: null,
    },
  ];
  channels.forEach((one, index) => rows.add('payer_channel', { ...key, no: index + 1, ...one }));
}

function written(clinic: Clinic, payer: KnownPayer, policy: PolicyVersion, dice: Dice) {
  const at = noon(policy.source.readOn);
  return {
    clinic_id: clinic.id,
    id: uuidAt(Date.parse(at), dice),
    payer_id: payer.id,
    document: policy,
    applies_to: policy.effectiveTo ?? 'infinity',
    drafted_by: person(clinic, 'robin'),
    drafted_at: at,
    changed_by: person(clinic, 'robin'),
    changed_at: at,
  };
}

/** Two days after it was read and written down, by the manager. */
function published(clinic: Clinic, { source }: PolicyVersion) {
  return {
    state: 'published',
    published_by: person(clinic, 'dana'),
    published_at: noon(addDays(source.readOn, 2)),
  };
}

const person = (clinic: Clinic, key: StaffKey) => clinic.staff[key].staffId;
const noon = (day: Day) => `${day}T16:00:00Z`;
