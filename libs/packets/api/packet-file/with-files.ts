import { buffer } from 'node:stream/consumers';
import type { FileStore } from '@stipple/files';
import { HttpProblem } from '@stipple/http';
import type { PacketDescription, PacketOutline, PacketPart } from './packet-description';

/** Fetches the files that an outline names. One that the store has lost stops the packet: it would go without it. */
export async function withFiles(
  files: FileStore,
  clinicId: string,
  { parts, ...outline }: PacketOutline,
): Promise<PacketDescription> {
  const bytes = async (title: string, hash: string): Promise<Buffer> => {
    const content = await files.get(clinicId, Buffer.from(hash, 'hex'));
    if (content === null)
      throw new HttpProblem(
        409,
        'file_lost',
        `The file of “${title}” is no longer in the store; attach it again.`,
      );
    return buffer(content);
  };
  const filled: PacketPart[] = [];
  for (const part of parts) {
    if (part.kind === 'document') filled.push({ ...part, file: await bytes(part.title, part.file) });
    else if (part.kind === 'pictures') {
      const pictures = [];
      for (const one of part.pictures) pictures.push({ ...one, file: await bytes(one.caption, one.file) });
      filled.push({ ...part, pictures });
    } else filled.push(part);
  }
  return { ...outline, parts: filled };
}
