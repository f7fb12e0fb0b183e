import type { EvidenceRecord } from '@stipple/contracts';
import { type Ask, Missing, type Principal } from '@stipple/database';
import {
  AuthRequestState,
  CaseFacts,
  Day,
  DocumentCheck,
  Omission,
  PacketItem,
  PhotoView,
  WorksheetContent,
  checkDocuments,
  generalPolicy,
  packetItems,
} from '@stipple/domain';
import { evidenceStatement } from '@stipple/evidence-api';
import { type Screened, screenNow } from '@stipple/screening-api';

/** Everything that a packet is written from, as the record stands. */
export interface PacketMaterial extends Row {
  readonly records: readonly EvidenceRecord[];
  readonly screened: Screened;
  /** What the policy asks for. A photograph that may not be sent is none here. */
  readonly asked: readonly DocumentCheck[];
  readonly items: readonly PacketItem[];
}

interface Row {
  readonly clinic: { readonly name: string; readonly isDemo: boolean };
  readonly about: {
    readonly caseId: string;
    readonly caseNumber: number;
    readonly patient: string;
    readonly bornOn: Day;
    readonly memberId: string;
    readonly payer: string;
    readonly physician: string;
    readonly npi: string | null;
    readonly diagnoses: readonly string[];
  };
  readonly request: {
    readonly id: string;
    readonly state: AuthRequestState;
    readonly version: number;
    /** When it came to stand as it does. */
    readonly since: string;
    readonly lines: readonly { readonly procedureCode: string; readonly units: number }[];
    readonly fromOn: Day;
    readonly toOn: Day;
    readonly urgency: 'standard' | 'expedited';
    readonly urgencyReason: string | null;
    readonly omissions: readonly Omission[];
  };
  readonly letter: PacketLetter | null;
  /** Of the unlisted codes among the lines. */
  readonly worksheets: readonly PacketWorksheet[];
  readonly photos: readonly PacketPhoto[];
  readonly documents: readonly PacketDocument[];
}

export interface PacketLetter {
  readonly id: string;
  readonly body: string;
  readonly procedureCodes: readonly string[];
  readonly signed: { readonly by: string; readonly on: Day; readonly hash: string } | null;
}

export interface PacketWorksheet extends WorksheetContent {
  readonly id: string;
  readonly procedureCode: string;
}

export interface PacketPhoto {
  readonly id: string;
  readonly title: string;
  /** Null: nobody has described it yet. */
  readonly takenOn: Day | null;
  readonly view: PhotoView | null;
  readonly showsScale: boolean | null;
  readonly consented: boolean | null;
  /** The hash of the copy that is sent, in hex. */
  readonly file: string;
  readonly mediaType: string;
}

export interface PacketDocument {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly datedOn: Day | null;
  readonly file: string;
  readonly mediaType: string;
}

export interface OfRequest {
  readonly who: Principal;
  readonly requestId: string;
  readonly facts: CaseFacts;
}

export async function packetMaterial(
  ask: Ask,
  { who, requestId, facts }: OfRequest,
): Promise<PacketMaterial> {
  const { clinicId } = who;
  const [row] = await ask<Row>({ name: 'packet_material', text: materialSql, values: [clinicId, requestId] });
  if (row === undefined) throw new Missing('request');
  const { caseId } = row.about;
  const [evidence] = await ask<{ view: { records: readonly EvidenceRecord[] } }>(
    evidenceStatement(clinicId, caseId),
  );
  const screened = await screenNow(ask, { who, caseId, facts });
  const { policy, basis, material } = screened;
  const kept = new Set(row.photos.filter(({ consented }) => consented !== true).map(({ id }) => id));
  const asked = checkDocuments(
    (policy ?? generalPolicy).documents,
    basis.facts,
    material.held.filter(({ id }) => !kept.has(id)),
  );
  return {
    ...row,
    records: (evidence?.view.records ?? []).filter(
      ({ kind, replacedById }) => kind !== 'withdrawal' && replacedById === null,
    ),
    screened,
    asked,
    items: packetItems(asked, row.request.omissions),
  };
}

// A photograph goes as its large copy, which was written anew without what a camera adds; documents as they were attached.
const materialSql = /* sql */ `
SELECT json_build_object('name', k.name, 'isDemo', k.is_demo) AS clinic,
  json_build_object('caseId', c.id, 'caseNumber', c.case_number, 'patient', p.given_name || ' ' || p.family_name, 'bornOn', p.birth_date, 'memberId', v.member_id,
    'payer', y.name, 'physician', s.name, 'npi', d.npi, 'diagnoses', c.diagnoses) AS about,
  json_build_object('id', r.id, 'state', r.state, 'version', r.seq, 'lines', r.lines, 'fromOn', r.from_on, 'toOn', r.to_on, 'urgency', r.urgency,
    'urgencyReason', r.urgency_reason, 'omissions', r.omissions, 'since', to_json(e.at) #>> '{}') AS request,
  (SELECT json_build_object('id', l.id, 'body', w.body, 'procedureCodes', w.procedure_codes, 'signed', CASE WHEN l.state = 'signed' THEN
        (SELECT json_build_object('by', gs.name, 'on', (g.signed_at AT TIME ZONE k.time_zone)::date, 'hash', encode(g.content_hash, 'hex'))
           FROM stipple.signature g JOIN stipple.staff gs ON (gs.clinic_id, gs.id) = (g.clinic_id, g.signer_id) WHERE (g.clinic_id, g.subject_id) = (l.clinic_id, l.id)) END)
     FROM stipple.letter l JOIN stipple.letter_version w ON (w.clinic_id, w.letter_id, w.version) = (l.clinic_id, l.id, l.version)
    WHERE (l.clinic_id, l.case_id) = (c.clinic_id, c.id) AND l.state NOT IN ('discarded', 'superseded')
    ORDER BY l.state = 'signed' DESC, l.id DESC LIMIT 1) AS letter,
  (SELECT coalesce(json_agg(json_build_object('id', u.id, 'procedureCode', u.procedure_code, 'comparatorCode', u.comparator_code, 'comparison', u.comparison, 'minutes', u.minutes,
      'skill', u.skill, 'equipment', u.equipment, 'feeCents', u.fee_cents, 'feeRestsOn', u.fee_rests_on, 'feeBasis', u.fee_basis, 'lineDescription', u.line_description) ORDER BY u.procedure_code), '[]')
     FROM stipple.code_worksheet u WHERE (u.clinic_id, u.case_id) = (c.clinic_id, c.id)
      AND EXISTS (SELECT FROM jsonb_array_elements(r.lines) line WHERE line ->> 'procedureCode' = u.procedure_code)) AS worksheets,
  (SELECT coalesce(json_agg(json_build_object('id', o.id, 'title', o.title, 'takenOn', x.taken_on, 'view', x.view, 'showsScale', x.shows_scale, 'consented', x.consented,
      'file', encode(f.sha256, 'hex'), 'mediaType', f.media_type) ORDER BY x.taken_on, o.id), '[]')
     FROM stipple.case_document o
     LEFT JOIN stipple.photo x ON (x.clinic_id, x.id) = (o.clinic_id, o.id)
     LEFT JOIN stipple.stored_picture i ON (i.clinic_id, i.sha256) = (o.clinic_id, o.file_sha256)
     JOIN stipple.stored_file f ON (f.clinic_id, f.sha256) = (o.clinic_id, coalesce(i.large_sha256, o.file_sha256))
    WHERE (o.clinic_id, o.case_id, o.kind) = (c.clinic_id, c.id, 'photo')) AS photos,
  (SELECT coalesce(json_agg(json_build_object('id', o.id, 'kind', o.kind, 'title', o.title, 'datedOn', o.dated_on, 'file', encode(f.sha256, 'hex'), 'mediaType', f.media_type) ORDER BY o.id), '[]')
     FROM stipple.case_document o
     LEFT JOIN stipple.stored_picture i ON (i.clinic_id, i.sha256) = (o.clinic_id, o.file_sha256)
     JOIN stipple.stored_file f ON (f.clinic_id, f.sha256) = (o.clinic_id, coalesce(i.large_sha256, o.file_sha256))
    WHERE (o.clinic_id, o.case_id) = (c.clinic_id, c.id) AND o.kind IN ('range_of_motion', 'scar_scale', 'prior_treatment', 'clinical_note')) AS documents
FROM stipple.auth_request r
JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (r.clinic_id, r.id, r.seq)
JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (r.clinic_id, r.case_id)
JOIN stipple.clinic k ON k.id = c.clinic_id
JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
JOIN stipple.coverage v ON (v.clinic_id, v.id) = (c.clinic_id, c.coverage_id)
JOIN stipple.payer y ON (y.clinic_id, y.id) = (c.clinic_id, c.payer_id)
JOIN stipple.staff s ON (s.clinic_id, s.id) = (c.clinic_id, c.physician_id)
LEFT JOIN stipple.provider d ON (d.clinic_id, d.staff_id) = (c.clinic_id, c.physician_id)
WHERE r.clinic_id = $1 AND r.id = $2`;
