export { AuthRequestEntity } from './auth-request.entity';
export { letterMaterial } from './letter/letter-material';
export { PacketsModule } from './packets.module';
export { type LeftOut, attachments } from './packet/attachments';
export type { PacketDocument, PacketPhoto } from './packet/packet-material';
export type { PacketOutline } from './packet-file/packet-description';
export { type PaperDescription, Sheet } from './packet-file/sheet';
export { withFiles } from './packet-file/with-files';
export { writePacket } from './packet-file/write-packet';
