import type { YourCaseView } from '@stipple/contracts';
import type { ClinicDatabase } from '@stipple/database';
import { type CaseFacts, patientRights, toldStanding } from '@stipple/domain';
import { caseFactsSql } from '@stipple/moves';
import { type CaseVisit, visitOver } from './patient-visits';

/** Everything but what the link and the clocks say. A set-aside photograph is told of, and not why. */
const yourCaseSql = /* sql */ `
SELECT k.name AS clinic, (SELECT b.phone FROM stipple.billing_identity b WHERE b.clinic_id = k.id ORDER BY b.version DESC LIMIT 1) AS phone,
  k.is_demo AS "isDemo", (now() AT TIME ZONE k.time_zone)::date::text AS today, c.state = 'open' AS open,
  (SELECT v.language FROM stipple.estimate_version v WHERE (v.clinic_id, v.case_id) = (c.clinic_id, c.id) ORDER BY v.issued_on DESC, v.version DESC LIMIT 1) AS language,
  (SELECT json_build_object('on', s.session_on, 'at', to_char(s.starts_at AT TIME ZONE k.time_zone, 'HH24:MI'))
    FROM stipple.treatment_session s
   WHERE (s.clinic_id, s.case_id, s.state) = (c.clinic_id, c.id, 'scheduled') AND s.starts_at > now() ORDER BY s.starts_at LIMIT 1) AS appointment,
  (SELECT coalesce(json_agg(DISTINCT p.view), '[]') FROM stipple.photo p WHERE (p.clinic_id, p.case_id) = (c.clinic_id, c.id)) AS before,
  (SELECT coalesce(json_agg(json_build_object('id', t.id, 'view', t.view, 'sentOn', t.sent_on, 'state', t.state) ORDER BY t.sent_at DESC, t.id DESC), '[]')
    FROM stipple.patient_photo t WHERE (t.clinic_id, t.case_id) = (c.clinic_id, c.id)) AS sent,
  EXISTS (SELECT FROM stipple.sealed_packet x WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)) AS packet
FROM stipple.treatment_case c JOIN stipple.clinic k ON k.id = c.clinic_id
WHERE c.clinic_id = $1 AND c.id = $2`;

interface CaseRow extends Omit<YourCaseView, 'standing' | 'photos' | 'papers'> {
  readonly open: boolean;
  readonly before: YourCaseView['photos']['before'];
  readonly sent: YourCaseView['photos']['sent'];
  readonly packet: boolean;
}

/** What the patient reads: where their case stands, and what they can do by their link. */
export async function readYourCase(db: ClinicDatabase, visit: CaseVisit): Promise<YourCaseView> {
  const { who, caseId, linkId, takesPhotos, givesPapers } = visit;
  const values = [who.clinicId, caseId];
  const about = { action: 'patient_link.read', subject: 'treatment_case', subjectId: caseId, caseId };
  const [[row], [known]] = await db.readAll<[CaseRow, { facts: CaseFacts }]>(
    who,
    [
      { name: 'your_case', text: yourCaseSql, values },
      { name: 'case_facts', text: caseFactsSql, values },
    ],
    { ...about, detail: { link: linkId } },
  );
  if (row === undefined || known === undefined) throw visitOver();
  const { open, before, sent, packet, ...view } = row;
  const rights = patientRights(known.facts, view.today).length > 0;
  return {
    ...view,
    standing: toldStanding(known.facts),
    photos: { allowed: takesPhotos && open, before, sent },
    papers: { allowed: givesPapers, packet, rights },
  };
}
