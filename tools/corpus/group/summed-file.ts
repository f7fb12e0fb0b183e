import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A file of a corpus as the manifest names it. */
export interface FileEntry {
  /** From the corpus’ folder, with `/` on every system. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * A new file that is written piece by piece and summed on the way. Writing waits until the system has taken the piece:
 * however large the corpus, no more than a piece of each file is in memory.
 */
export class SummedFile {
  private readonly handle: number;
  private readonly hash = createHash('sha256');
  private bytes = 0;

  constructor(
    folder: string,
    private readonly path: string,
  ) {
    this.handle = openSync(join(folder, path), 'wx');
  }

  write(text: string | Uint8Array): void {
    if (text.length === 0) return;
    const piece = typeof text === 'string' ? Buffer.from(text) : text;
    for (let done = 0; done < piece.length;) done += writeSync(this.handle, piece, done);
    this.hash.update(piece);
    this.bytes += piece.length;
  }

  close(): FileEntry {
    closeSync(this.handle);
    return { path: this.path, bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}
