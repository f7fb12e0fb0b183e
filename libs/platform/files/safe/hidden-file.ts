/** How a file of another kind begins, or what its end is known by. Long enough never to occur in a picture by chance. */
const marks: readonly (readonly [mark: string, words: string])[] = [
  ['%PDF-', 'a PDF'],
  ['<script', 'a script'],
  ['<?php', 'a script'],
  ['This program cannot be run', 'a program'],
];
const archiveEnd = Buffer.from('PK\x05\x06', 'latin1');

/**
 * What else a file is beside the picture it shows: some files open as two kinds, one harmless and one not.
 *
 * @returns words such as “a script”, or null
 */
export function hiddenIn(picture: Buffer): string | null {
  const found = marks.find(([mark]) => picture.includes(mark, 0, 'latin1'));
  return found?.[1] ?? (isArchive(picture) ? 'an archive' : null);
}

/** A ZIP archive is found by its end, which lies in the last 64 KB and the 22 bytes before them. */
export function isArchive(file: Buffer): boolean {
  return file.subarray(-65_557).includes(archiveEnd);
}
