import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ClinicDatabase, Missing, type Principal } from '@stipple/database';
import type { CaseFacts } from '@stipple/domain';
import { FileStore, type StoredFile } from '@stipple/files';
import { caseFactsSql } from '@stipple/moves';
import type { Manifest } from '../packet-file/packet-description';
import { withFiles } from '../packet-file/with-files';
import { type WrittenPacket, writePacket } from '../packet-file/write-packet';
import { type DescribedPacket, describePacket } from './describe-packet';
import { type PacketMaterial, packetMaterial } from './packet-material';

/** A packet that lies in the file store and waits for the submission that seals it. */
export interface PreparedPacket {
  readonly file: StoredFile;
  readonly manifest: Manifest;
  readonly contentHash: Buffer;
}

const caseOfSql = 'SELECT case_id AS "caseId" FROM stipple.auth_request WHERE clinic_id = $1 AND id = $2';

/** Reads what a packet is made of, and writes it. */
@Injectable()
export class PacketDesk {
  constructor(
    private readonly db: ClinicDatabase,
    private readonly files: FileStore,
  ) {}

  async material(who: Principal, requestId: string): Promise<PacketMaterial> {
    const read = { name: 'packet_case', text: caseOfSql, values: [who.clinicId, requestId] };
    const [request] = await this.db.read<{ caseId: string }>(who, read);
    if (request === undefined) throw new Missing('request');
    const values = [who.clinicId, request.caseId];
    const [known] = await this.db.read<{ facts: CaseFacts }>(who, {
      name: 'case_facts',
      text: caseFactsSql,
      values,
    });
    if (known === undefined) throw new Missing('case');
    const { facts } = known;
    return packetMaterial((statement) => this.db.read(who, statement), { who, requestId, facts });
  }

  /** Writes the packet as the record stands, without keeping it. */
  async write(who: Principal, material: PacketMaterial): Promise<WrittenPacket & DescribedPacket> {
    const described = describePacket(material);
    const packet = await withFiles(this.files, who.clinicId, described.outline);
    return { ...described, ...(await writePacket(packet)) };
  }

  /**
   * Writes the packet of a request that is about to be sent and keeps the file; null for one that cannot be sent. That
   * takes up to seconds, so it is done before the transaction, which then looks whether the record still says the same.
   */
  async prepare(who: Principal, requestId: string): Promise<PreparedPacket | null> {
    const material = await this.material(who, requestId);
    if (material.request.state !== 'ready') return null;
    const { pdf, manifest, contentHash } = await this.write(who, material);
    const file = await this.files.put(who.clinicId, Readable.from([pdf]));
    return { file, manifest, contentHash };
  }
}
