import { randomUUIDv7 } from 'node:crypto';
import { AddPerson } from '@stipple/contracts';
import { StartProblem } from '@stipple/postgres';
import { hashPassword } from '@stipple/staff-api';
import { connectAsOwner } from '../corpus/seed-demo';

export interface NewClinic {
  readonly name: string;
  /** IANA name, such as America/New_York: every day and clock of the clinic follows it. */
  readonly timeZone: string;
  readonly admin: string;
  readonly email: string;
  readonly password: string;
}

/**
 * Founds an empty clinic with one administrator, who adds everybody else.
 *
 * @throws StartProblem with a clear sentence when a value is unfit or the address is taken
 */
export async function foundRealClinic(ownerUrl: string, clinic: NewClinic): Promise<string> {
  refuseUnfit(clinic);
  const client = await connectAsOwner(ownerUrl);
  const [id, adminId] = [randomUUIDv7(), randomUUIDv7()];
  try {
    await client.query('BEGIN');
    await client.query('INSERT INTO stipple.clinic (id, name, time_zone) VALUES ($1, $2, $3)', [
      id,
      clinic.name,
      clinic.timeZone,
    ]);
    await client.query(`INSERT INTO stipple.audit_head (clinic_id, seq, hash) VALUES ($1, 0, sha256(''))`, [
      id,
    ]);
    await client.query(
      'INSERT INTO stipple.staff (clinic_id, id, name, email, password_hash) VALUES ($1, $2, $3, $4, $5)',
      [id, adminId, clinic.admin, clinic.email, await hashPassword(clinic.password)],
    );
    await client.query(
      `INSERT INTO stipple.staff_role (clinic_id, staff_id, role) VALUES ($1, $2, 'administrator')`,
      [id, adminId],
    );
    await client.query('COMMIT');
    return id;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    const { constraint } = error as { constraint?: string };
    if (constraint === 'staff_email')
      throw new StartProblem(`The e-mail address ${clinic.email} belongs to somebody already.`, {
        cause: error,
      });
    throw error;
  } finally {
    await client.end();
  }
}

function refuseUnfit({ name, timeZone, admin, email, password }: NewClinic): void {
  if (name.trim() === '' || name.length > 120)
    throw new StartProblem('--clinic needs a name of 1 to 120 characters.');
  if (!Intl.supportedValuesOf('timeZone').includes(timeZone) && timeZone !== 'UTC')
    throw new StartProblem(`--time-zone is “${timeZone}”; it must be a name such as America/New_York.`);
  const person = AddPerson.safeParse({ name: admin, email, password, roles: ['administrator'] });
  if (person.success) return;
  const [issue] = person.error.issues;
  const option = { name: '--admin', email: '--email', password: 'STIPPLE_ADMIN_PASSWORD' }[
    String(issue?.path[0])
  ];
  throw new StartProblem(`${option ?? 'A value'} ${issue?.message ?? 'is not right'}.`);
}
