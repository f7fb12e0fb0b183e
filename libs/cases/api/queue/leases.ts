import { ClinicDatabase, Missing, Principal, Refused } from '@stipple/database';
import { refusal } from '@stipple/domain';
import { leaseLasts } from './serve-next';

/**
 * A sign of life of whoever works on a served case. It comes back to life here, too, when the browser slept and
 * nobody else was served the case meanwhile. Refused once it is somebody else's.
 */
export async function renewLease(db: ClinicDatabase, who: Principal, caseId: string): Promise<void> {
  const [lease] = await db.read<{ renewed: boolean; holder: string | null }>(who, {
    name: 'renew_lease',
    text: renewSql,
    values: [who.clinicId, caseId, who.staffId],
  });
  if (lease === undefined) throw new Missing('case');
  if (lease.renewed) return;
  throw new Refused([
    refusal(
      'lease_lost',
      lease.holder === null
        ? 'This case is not kept for you; serve the next one, or go on without.'
        : `${lease.holder} has been served this case meanwhile.`,
    ),
  ]);
}

const renewSql = /* sql */ `
WITH renewed AS (
  UPDATE stipple.case_lease SET until = now() + ${leaseLasts}
   WHERE clinic_id = $1 AND case_id = $2 AND staff_id = $3 AND given_back_at IS NULL RETURNING case_id
)
SELECT EXISTS (SELECT FROM renewed) AS renewed,
       (SELECT s.name FROM stipple.case_lease l JOIN stipple.staff s ON (s.clinic_id, s.id) = (l.clinic_id, l.staff_id)
         WHERE (l.clinic_id, l.case_id) = (c.clinic_id, c.id) AND l.staff_id <> $3 AND l.until > now()) AS holder
  FROM stipple.treatment_case c WHERE c.clinic_id = $1 AND c.id = $2`;

/** Gives a served case back to everybody else. To give back what is not kept, or not any more, changes nothing. */
export async function releaseLease(db: ClinicDatabase, who: Principal, caseId: string): Promise<void> {
  const [known] = await db.read<{ id: string }>(who, {
    name: 'release_lease',
    text: releaseSql,
    values: [who.clinicId, caseId, who.staffId],
  });
  if (known === undefined) throw new Missing('case');
}

const releaseSql = /* sql */ `
WITH released AS (
  UPDATE stipple.case_lease SET until = least(until, now()), given_back_at = now()
   WHERE clinic_id = $1 AND case_id = $2 AND staff_id = $3 AND given_back_at IS NULL
)
SELECT id FROM stipple.treatment_case WHERE clinic_id = $1 AND id = $2`;
