import type { ClinicDatabase, Principal } from '@stipple/database';
import { standingPartWords } from '@stipple/domain';
import type { RowsQuestion } from './rows.queries';

/** What a file holds, in words: every filter by the name that a reader knows. */
export async function standingFilterWords(
  db: ClinicDatabase,
  who: Principal,
  { list, filters }: RowsQuestion,
): Promise<string> {
  const { payerId, coordinatorId, physicianId, personId, part, within } = filters;
  const [names] = await db.read<Readonly<Record<'payer' | 'coordinator' | 'physician' | 'person', string>>>(
    who,
    {
      name: 'names_of_standing_filters',
      text: /* sql */ `SELECT (SELECT name FROM stipple.payer WHERE clinic_id = $1 AND id = $2) AS payer, (SELECT name FROM stipple.staff WHERE clinic_id = $1 AND id = $3) AS coordinator,
  (SELECT name FROM stipple.staff WHERE clinic_id = $1 AND id = $4) AS physician, (SELECT name FROM stipple.staff WHERE clinic_id = $1 AND id = $5) AS person`,
      values: [who.clinicId, payerId ?? null, coordinatorId || null, physicianId ?? null, personId || null],
    },
  );
  const named = (label: string, id: string | undefined, name: string | undefined) =>
    id === undefined ? null : `${label} ${id === '' ? 'nobody' : (name ?? 'unknown')}`;
  return [
    list === 'expiring_authorizations' ? `within ${within} days` : null,
    part === undefined ? null : standingPartWords[part].toLowerCase(),
    named('of', personId, names?.person),
    named('payer', payerId, names?.payer),
    named('coordinator', coordinatorId, names?.coordinator),
    named('physician', physicianId, names?.physician),
  ]
    .filter((one) => one !== null)
    .join(', ');
}
