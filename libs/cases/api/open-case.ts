import { randomUUIDv7 } from 'node:crypto';
import type { OpenCase } from '@stipple/contracts';
import { Command, Missing, refuseIfAny } from '@stipple/database';
import { Refusal, caseLifecycle, nowhere, refusal, sideFits } from '@stipple/domain';
import { CaseEventEntity, TreatmentCaseEntity, withCase } from '@stipple/moves';
import { codeRefusals } from './codes/code-refusals';

/** Opens a case for a patient of the roster. A likely duplicate is refused once and can be insisted on. */
export async function openCase(command: Command, body: OpenCase): Promise<{ id: string; number: number }> {
  const { tx, who } = command;
  const { duplicateIntended, injuredOn, ownerId, ...details } = body;
  const [coverage]: { payer_id: string }[] = await tx.query(
    'SELECT payer_id FROM stipple.coverage WHERE clinic_id = $1 AND id = $2 AND patient_id = $3',
    [who.clinicId, body.coverageId, body.patientId],
  );
  if (coverage === undefined) throw new Missing('coverage of this patient');
  await refuseUnknownPeople(command, body);
  refuseIfAny([
    ...(await codeRefusals(command, body)),
    ...(sideFits(body.bodySite, body.side)
      ? []
      : [refusal('side_unfit', 'A limb is left, right or both.', 'side')]),
    ...(duplicateIntended ? [] : await duplicates(command, body)),
  ]);
  const id = randomUUIDv7();
  const caseNumber = await nextNumber(command);
  await tx.insert(TreatmentCaseEntity, {
    ...details,
    clinicId: who.clinicId,
    id,
    state: 'open',
    seq: 1,
    caseNumber,
    payerId: coverage.payer_id,
    injuredOn: injuredOn ?? null,
    ownerId: ownerId ?? who.staffId,
    stage: 'verifying',
    actsNext: 'coordinator',
    nextStep: '',
    dueOn: body.nextTouchOn,
    dueFor: 'touch',
  });
  await tx.insert(CaseEventEntity, {
    clinicId: who.clinicId,
    caseId: id,
    subject: caseLifecycle.subject,
    subjectId: id,
    seq: 1,
    fromState: nowhere,
    move: 'open',
    toState: 'open',
    actorId: who.staffId,
    data: { procedureCode: body.procedureCode, plannedSessions: body.plannedSessions },
  });
  command.audit({ action: 'treatment_case.open', subject: caseLifecycle.subject, subjectId: id, caseId: id });
  // Taking it in hand lets its standing follow.
  return withCase(command, id, async () => ({ id, number: caseNumber }));
}

/** The clinic's own count, under the lock of its row: numbers have no gaps that anybody would ask about. */
async function nextNumber({ tx, who }: Command): Promise<number> {
  const [rows]: [{ number: number }[], number] = await tx.query(
    'UPDATE stipple.clinic SET next_case_number = next_case_number + 1 WHERE id = $1 RETURNING next_case_number - 1 AS number',
    [who.clinicId],
  );
  return rows[0]?.number ?? 1;
}

async function duplicates({ tx, who }: Command, body: OpenCase): Promise<readonly Refusal[]> {
  const [twin]: { case_number: number }[] = await tx.query(
    `SELECT case_number FROM stipple.treatment_case
      WHERE clinic_id = $1 AND patient_id = $2 AND procedure_code = $3 AND body_site = $4 AND side = $5 AND state = 'open' LIMIT 1`,
    [who.clinicId, body.patientId, body.procedureCode, body.bodySite, body.side],
  );
  if (twin === undefined) return [];
  return [
    refusal(
      'likely_duplicate',
      `Case ${twin.case_number} is already open for this patient, code and site. Open another one only if it is meant.`,
      'duplicateIntended',
    ),
  ];
}

async function refuseUnknownPeople({ tx, who }: Command, body: OpenCase): Promise<void> {
  const roles: { staff_id: string; role: string }[] = await tx.query(
    `SELECT r.staff_id, r.role FROM stipple.staff_role r JOIN stipple.staff s ON (s.clinic_id, s.id) = (r.clinic_id, r.staff_id)
      WHERE r.clinic_id = $1 AND r.ended_at IS NULL AND s.active AND r.staff_id = ANY ($2)`,
    [who.clinicId, [body.physicianId, body.ownerId].filter(Boolean)],
  );
  refuseIfAny([
    ...(roles.some((one) => one.staff_id === body.physicianId && one.role === 'physician')
      ? []
      : [refusal('physician_unknown', 'Choose a physician of this clinic.', 'physicianId')]),
    ...(body.ownerId === undefined || roles.some((one) => one.staff_id === body.ownerId)
      ? []
      : [refusal('owner_unknown', 'Choose a person of this clinic.', 'ownerId')]),
  ]);
}
