import type { ChangeBillingIdentity } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import { isNpi, refusal } from '@stipple/domain';
import { refuseStale } from './last-version';

/** Under which name, tax number and address the clinic bills from now on. Estimates that were given keep the old one. */
export async function changeBillingIdentity(command: Command, body: ChangeBillingIdentity): Promise<void> {
  const { tx, who } = command;
  const { name, tin, npi = null, street, city, state, postalCode, phone = null } = body;
  refuseIfAny(
    npi === null || isNpi(npi)
      ? []
      : [refusal('npi_unfit', 'The last digit of the NPI does not fit the others.', 'npi')],
  );
  await refuseStale(command, 'billing_identity', body.version);
  const version = body.version + 1;
  await tx.query(
    `INSERT INTO stipple.billing_identity (clinic_id, version, name, tin, npi, street, city, state, postal_code, phone, entered_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [who.clinicId, version, name, tin, npi, street, city, state, postalCode, phone, who.staffId],
  );
  command.audit({
    action: 'billing_identity.change',
    subject: 'billing_identity',
    subjectId: null,
    caseId: null,
    detail: { version },
  });
}
