import { randomUUIDv7 } from 'node:crypto';
import type { AddClinician, SetPractice } from '@stipple/contracts';
import { Command, Missing } from '@stipple/database';

/** Adds somebody who treats here and whom no roster names. */
export async function addClinician(command: Command, { name, npi }: AddClinician): Promise<{ id: string }> {
  const id = randomUUIDv7();
  await command.tx.query(
    'INSERT INTO stipple.provider (clinic_id, id, name, npi, practices_here) VALUES ($1, $2, $3, $4, true)',
    [command.who.clinicId, id, name, npi ?? null],
  );
  command.audit({ action: 'provider.add', subject: 'provider', subjectId: id, caseId: null });
  return { id };
}

/** Whether a provider of the roster treats here: appears on the schedule and in the forms. */
export async function setPractice(
  command: Command,
  id: string,
  { practicesHere }: SetPractice,
): Promise<void> {
  const [changed]: [unknown[], number] = await command.tx.query(
    'UPDATE stipple.provider SET practices_here = $3 WHERE clinic_id = $1 AND id = $2 RETURNING id',
    [command.who.clinicId, id, practicesHere],
  );
  if (changed.length === 0) throw new Missing('provider');
  command.audit({
    action: 'provider.practice',
    subject: 'provider',
    subjectId: id,
    caseId: null,
    detail: { practicesHere },
  });
}
