import { randomUUIDv7 } from 'node:crypto';
import type { MakeCaseLink } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import { refusal } from '@stipple/domain';
import { CaseInHand, withCase } from '@stipple/moves';

const insertSql = /* sql */ `
INSERT INTO stipple.patient_link (clinic_id, id, case_id, token_hash, takes_photos, gives_papers, made_by, expires_at)
VALUES ($1, $2, $3, decode($4, 'hex'), $5, $6, $7, now() + make_interval(days => $8))`;

/** Makes a link to a case for its patient; one to it that was made before ends. Links to estimates stay as they are. */
export function makeCaseLink(
  command: Command,
  caseId: string,
  { tokenSha256, days, takesPhotos, givesPapers }: MakeCaseLink,
): Promise<{ id: string }> {
  return withCase(command, caseId, async (hand) => {
    refuseIfAny(takesPhotos && (await isMinor(hand)) ? [guardianConsents] : []);
    await endLinks(hand);
    const { clinicId, staffId } = command.who;
    const id = randomUUIDv7();
    const row = [clinicId, id, caseId, tokenSha256, takesPhotos, givesPapers];
    await command.tx.query(insertSql, [...row, staffId, days]);
    note(hand, 'patient_link.make', { link: id, days, takesPhotos, givesPapers });
    return { id };
  });
}

/** Takes every link to a case back. Whoever is on the page is off it with their next step. */
export function endCaseLinks(command: Command, caseId: string): Promise<void> {
  return withCase(command, caseId, async (hand) => {
    const links = await endLinks(hand);
    note(hand, 'patient_link.end', { links });
  });
}

async function endLinks({ command, caseId }: CaseInHand): Promise<number> {
  const [ended]: { count: number }[] = await command.tx.query(
    `WITH ended AS (UPDATE stipple.patient_link SET ended_at = now()
       WHERE clinic_id = $1 AND case_id = $2 AND agreement_id IS NULL AND ended_at IS NULL RETURNING id)
     SELECT count(*)::integer AS count FROM ended`,
    [command.who.clinicId, caseId],
  );
  return ended?.count ?? 0;
}

async function isMinor({ command, caseId, facts }: CaseInHand): Promise<boolean> {
  const [row]: { minor: boolean }[] = await command.tx.query(
    `SELECT p.birth_date + interval '18 years' > $3::date AS minor
       FROM stipple.treatment_case c JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
      WHERE c.clinic_id = $1 AND c.id = $2`,
    [command.who.clinicId, caseId, facts.clock.today],
  );
  return row?.minor ?? true;
}

const guardianConsents = refusal(
  'guardian_consents',
  'The patient is under 18: a parent or guardian consents to photographs, and the page does not ask for their name. Make the link without photographs.',
  'takesPhotos',
);

function note({ command, caseId }: CaseInHand, action: string, detail: object): void {
  command.audit({ action, subject: 'treatment_case', subjectId: caseId, caseId, detail: { ...detail } });
}
