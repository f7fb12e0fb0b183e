import type { ClinicDatabase } from '@stipple/database';
import { type CaseFacts, type RightsMaterial, patientRights } from '@stipple/domain';
import { caseFactsSql } from '@stipple/moves';
import { type CaseVisit, visitOver } from '../patient-visits';

interface PapersRow {
  readonly clinic: string;
  readonly phone: string | null;
  readonly payer: string;
  readonly today: string;
  readonly now: string;
  readonly appealsTo: RightsMaterial['appealsTo'];
  /** The newest first. */
  readonly packets: readonly { readonly sha256: string; readonly sentOn: string }[];
}

const papersSql = /* sql */ `
SELECT k.name AS clinic, (SELECT b.phone FROM stipple.billing_identity b WHERE b.clinic_id = k.id ORDER BY b.version DESC LIMIT 1) AS phone,
  y.name AS payer, (now() AT TIME ZONE k.time_zone)::date::text AS today, to_json(now()) #>> '{}' AS now,
  (SELECT coalesce(json_agg(json_build_object('channel', h.channel, 'address', h.address) ORDER BY h.no), '[]')
    FROM stipple.payer_channel h WHERE (h.clinic_id, h.payer_id, h.used_for) = (c.clinic_id, c.payer_id, 'appeals')
     AND h.version = (SELECT max(p.version) FROM stipple.payer_profile p WHERE (p.clinic_id, p.payer_id) = (c.clinic_id, c.payer_id))) AS "appealsTo",
  (SELECT coalesce(json_agg(json_build_object('sha256', encode(x.file_sha256, 'hex'), 'sentOn', (coalesce(q.submitted_at, x.sealed_at) AT TIME ZONE k.time_zone)::date) ORDER BY x.sealed_at DESC), '[]')
    FROM stipple.sealed_packet x JOIN stipple.auth_request q ON (q.clinic_id, q.id) = (x.clinic_id, x.request_id)
   WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)) AS packets
FROM stipple.treatment_case c
JOIN stipple.clinic k ON k.id = c.clinic_id
JOIN stipple.payer y ON (y.clinic_id, y.id) = (c.clinic_id, c.payer_id)
WHERE c.clinic_id = $1 AND c.id = $2`;

export interface PapersMaterial {
  readonly rights: RightsMaterial;
  /** Of the sealed file, in hex; null where none was sealed. */
  readonly packetSha256: string | null;
  readonly now: string;
}

/** What a patient's papers are made of, as the record stands now. */
export async function papersMaterial(db: ClinicDatabase, visit: CaseVisit): Promise<PapersMaterial> {
  const values = [visit.who.clinicId, visit.caseId];
  const [[row], [known]] = await db.readAll<[PapersRow, { facts: CaseFacts }]>(visit.who, [
    { name: 'patient_papers', text: papersSql, values },
    { name: 'case_facts', text: caseFactsSql, values },
  ]);
  if (row === undefined || known === undefined) throw visitOver();
  const { packets, today, now, ...about } = row;
  const [last] = packets;
  const packet = last === undefined ? null : { sentOn: last.sentOn, isLastOfSeveral: packets.length > 1 };
  return {
    rights: { ...about, decisions: patientRights(known.facts, today), packet },
    packetSha256: last?.sha256 ?? null,
    now,
  };
}
