import { basename } from 'node:path/posix';
import { importLimits } from '@stipple/domain';
import { Command } from '@stipple/database';
import { Incoming, StoredFile, tooLarge } from '@stipple/files';
import { addJob } from '@stipple/jobs';
import { expiryJob, importJob } from './roster-import.job';

/** A file as it was sent: what it is, and what its sender calls it. */
export interface SentFile extends StoredFile {
  readonly name: string;
}

/** The name without its path, short enough for a sentence; only ever shown, never opened. */
export function shownName(name: string): string {
  const last = basename(name.replaceAll('\\', '/'))
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .trim();
  return last.slice(-160).toWellFormed() || 'file.csv';
}

export function refuseTooLarge(content: Incoming): void {
  if (content.truncated) throw tooLarge(importLimits.mostBytes);
}

/** Enters the import and puts its job in: both are there, or neither. */
export async function beginImport(
  command: Command,
  importId: string,
  files: readonly SentFile[],
): Promise<{ id: string }> {
  const { clinicId, staffId } = command.who;
  await command.tx.query(
    'INSERT INTO stipple.roster_import (clinic_id, id, created_by, moved_by) VALUES ($1, $2, $3, $3)',
    [clinicId, importId, staffId],
  );
  for (const [index, { name, sha256, bytes, mediaType }] of files.entries()) {
    await command.tx.query(
      'INSERT INTO stipple.roster_import_file (clinic_id, import_id, no, name, sha256, bytes, media_type) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [clinicId, importId, index + 1, name, sha256, bytes, mediaType],
    );
  }
  const job = { clinicId, importId };
  await addJob(command.tx, importJob(job));
  await addJob(command.tx, expiryJob(job));
  command.audit({
    action: 'roster_import.begin',
    subject: 'roster_import',
    subjectId: importId,
    caseId: null,
    detail: { files: files.length },
  });
  return { id: importId };
}
