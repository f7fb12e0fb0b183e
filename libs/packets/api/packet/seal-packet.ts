import { refuseIfAny, within } from '@stipple/database';
import { Omission, omissionRefusals, packetItems, packetRefusals, refusal } from '@stipple/domain';
import type { CaseInHand } from '@stipple/moves';
import { keepFile } from '../keep-file';
import { describePacket } from './describe-packet';
import type { PreparedPacket } from './packet-desk';
import { packetMaterial } from './packet-material';
import { SealedPacketEntity } from './sealed-packet.entity';

/** Refuses a packet that goes without something its payer asks for and says no reason. */
export async function checkPacket(
  { command, facts }: CaseInHand,
  requestId: string,
  omissions: readonly Omission[],
): Promise<void> {
  const of = { who: command.who, requestId, facts };
  const { asked, screened } = await packetMaterial(within(command), of);
  refuseIfAny([
    ...omissionRefusals(omissions, asked),
    ...packetRefusals(packetItems(asked, omissions), screened.policy !== null),
  ]);
}

/** Looks whether the packet that was written still says what the record says. Answers with what seals it. */
export async function sealFor(
  { command, facts }: CaseInHand,
  requestId: string,
  prepared: PreparedPacket | null,
): Promise<(hand: CaseInHand, seq: number) => Promise<void>> {
  const material = await packetMaterial(within(command), { who: command.who, requestId, facts });
  const { contentHash } = describePacket(material);
  refuseIfAny(
    prepared?.contentHash.equals(contentHash)
      ? packetRefusals(material.items, material.screened.policy !== null)
      : [
          refusal(
            'packet_changed',
            'The record changed while its packet was being written. Look at the packet again and send it then.',
          ),
        ],
  );
  return async (hand, seq) => {
    if (prepared === null) return;
    const { file, manifest } = prepared;
    await keepFile(command, { ...file, picture: null });
    await command.tx.insert(SealedPacketEntity, {
      clinicId: command.who.clinicId,
      requestId,
      caseId: hand.caseId,
      seq,
      fileSha256: file.sha256,
      contentSha256: contentHash,
      manifest,
      checklist: material.items,
      sealedBy: command.who.staffId,
    } as never);
  };
}
