import type { AddDocument } from '@stipple/contracts';
import { Command } from '@stipple/database';
import { documentLifecycle } from '@stipple/domain';
import { SafeFile } from '@stipple/files';
import { CaseInHand, withCase } from '@stipple/moves';
import { CaseDocumentEntity } from './case-document.entity';
import { keepFile } from './keep-file';

export function addDocument(
  command: Command,
  caseId: string,
  body: AddDocument,
  file: SafeFile,
): Promise<{ id: string }> {
  return withCase(command, caseId, async (hand) => ({ id: await recordDocument(hand, body, file) }));
}

export async function recordDocument(hand: CaseInHand, body: AddDocument, file: SafeFile): Promise<string> {
  await keepFile(hand.command, file);
  return recordKeptFile(hand, body, file.sha256);
}

/** The same for a file that is recorded already. */
export function recordKeptFile(
  hand: CaseInHand,
  { kind, title, datedOn }: AddDocument,
  fileSha256: Buffer,
): Promise<string> {
  const row = { kind, title, datedOn: datedOn ?? null, fileSha256 };
  return hand.create(documentLifecycle, 'record', CaseDocumentEntity, row, {
    to: 'recorded',
    data: { kind, title },
  });
}
