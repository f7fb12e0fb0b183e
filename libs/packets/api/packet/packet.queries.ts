import type { OfferedMove, PacketView } from '@stipple/contracts';
import { ClinicDatabase, Missing, type Principal } from '@stipple/database';
import {
  type AuthRequest,
  type CaseFacts,
  type PacketItem,
  authRequestLifecycle,
  isOpenRequest,
  movesFor,
  packetItems,
  refusalsFor,
} from '@stipple/domain';
import { caseFactsSql } from '@stipple/moves';
import { screenNow } from '@stipple/screening-api';
import type { PacketPart } from '../packet-file/packet-description';
import { describePacket } from './describe-packet';
import { packetMaterial } from './packet-material';

type Sealed = NonNullable<PacketView['sealed']> & {
  readonly requestId: string;
  readonly checklist: readonly PacketItem[];
};

const sealedSql = /* sql */ `
SELECT x.request_id AS "requestId", to_json(x.sealed_at) #>> '{}' AS at, s.name AS by, encode(x.file_sha256, 'hex') AS sha256, f.bytes::float8 AS bytes, x.manifest, x.checklist
  FROM stipple.sealed_packet x
  JOIN stipple.staff s ON (s.clinic_id, s.id) = (x.clinic_id, x.sealed_by)
  JOIN stipple.stored_file f ON (f.clinic_id, f.sha256) = (x.clinic_id, x.file_sha256)
 WHERE x.clinic_id = $1 AND x.case_id = $2 ORDER BY x.sealed_at DESC`;

/** The request that a case's packet is of: one in preparation, else the last that is with the payer, else the last at all. */
function currentRequest({ requests }: CaseFacts): AuthRequest | null {
  const last = (wanted: (request: AuthRequest) => boolean) => requests.findLast(wanted);
  return (
    last(({ state }) => state === 'draft' || state === 'ready') ??
    last(({ state }) => isOpenRequest(state)) ??
    last(({ state }) => state !== 'withdrawn') ??
    null
  );
}

export async function readPacket(db: ClinicDatabase, who: Principal, caseId: string): Promise<PacketView> {
  const values = [who.clinicId, caseId];
  const note = { action: 'packet.read', subject: 'treatment_case', subjectId: caseId, caseId };
  const [[known], allSealed] = await db.readAll<[{ facts: CaseFacts }, Sealed]>(
    who,
    [
      { name: 'case_facts', text: caseFactsSql, values },
      { name: 'sealed_packets', text: sealedSql, values },
    ],
    note,
  );
  if (known === undefined) throw new Missing('case');
  const { facts } = known;
  const ask = <Row>(statement: Parameters<typeof db.read>[1]) => db.read<Row>(who, statement);
  const request = currentRequest(facts);
  const material = request && (await packetMaterial(ask, { who, requestId: request.id, facts }));
  const screened = material?.screened ?? (await screenNow(ask, { who, caseId, facts }));
  const { policy, result } = screened;
  const described = material && describePacket(material);
  const sealed = allSealed.find(({ requestId }) => requestId === request?.id) ?? null;
  const { caseNumber, patientName, payerName } = screened.material;
  return {
    caseId,
    caseNumber,
    patientName,
    payerName,
    policy: policy && { number: policy.number, version: policy.version, title: policy.title },
    counts: { ...result.counts },
    request: request && {
      id: request.id,
      state: request.state,
      stateWords: authRequestLifecycle.states[request.state],
      version: request.seq,
      lines: [...request.lines],
      fromOn: request.fromOn,
      toOn: request.toOn,
      submittedAt: request.submittedAt,
      moves: movesFor(authRequestLifecycle, { facts, subject: request, actor: who }) as OfferedMove[],
    },
    beginRefusals:
      request === null
        ? [...refusalsFor(authRequestLifecycle, 'draft', { facts, subject: null, actor: who })]
        : [],
    checklist: sealed?.checklist ?? material?.items ?? packetItems(result.documents, []),
    parts: (described?.outline.parts ?? []).map((part) => ({
      key: part.key,
      title: part.title,
      holds: holds(part),
    })),
    leftOut: sealed ? [] : (described?.leftOut ?? []),
    letter: material?.letter ? { id: material.letter.id, signed: material.letter.signed !== null } : null,
    sealed: sealed && {
      at: sealed.at,
      by: sealed.by,
      sha256: sealed.sha256,
      bytes: sealed.bytes,
      manifest: sealed.manifest,
    },
    earlier: allSealed
      .filter((one) => one !== sealed)
      .map(({ requestId, at, by, manifest }) => ({ requestId, at, by, pages: manifest.pages })),
  };
}

/** How many rows, pictures or paragraphs. */
function holds(part: PacketPart<string>): number {
  switch (part.kind) {
    case 'pictures':
      return part.pictures.length;
    case 'text':
      return part.paragraphs.filter(Boolean).length;
    case 'document':
      return 1;
    default:
      return part.rows.length;
  }
}
