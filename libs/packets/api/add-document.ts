import type { AddDocument } from '@stipple/contracts';
import { Command } from '@stipple/database';
import { documentLifecycle } from '@stipple/domain';
import { StoredFile } from '@stipple/files';
import { withCase } from '@stipple/moves';
import { CaseDocumentEntity, StoredFileEntity } from './case-document.entity';

/** What may be attached: what a payer accepts and a browser can show. Recognised by content, not by name. */
export const acceptedMediaTypes: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/tiff',
]);

export function addDocument(
  command: Command,
  caseId: string,
  body: AddDocument,
  file: StoredFile,
): Promise<{ id: string }> {
  return withCase(command, caseId, async (hand) => {
    const { clinicId } = command.who;
    const { sha256, bytes, mediaType } = file;
    const stored = { clinicId, sha256, bytes, mediaType: mediaType ?? '' };
    await command.tx.createQueryBuilder().insert().into(StoredFileEntity).values(stored).orIgnore().execute();
    const row = { kind: body.kind, title: body.title, datedOn: body.datedOn ?? null, fileSha256: sha256 };
    const id = await hand.create(documentLifecycle, 'record', CaseDocumentEntity, row, {
      to: 'recorded',
      data: { kind: body.kind, title: body.title },
    });
    return { id };
  });
}
