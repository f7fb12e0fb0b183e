import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Settings } from '@stipple/http';
import { fileTypeFromFile } from 'file-type';

/** A file that has been taken in: what it really is, and the hash it is kept under. */
export interface StoredFile {
  readonly sha256: Buffer;
  readonly bytes: number;
  readonly mediaType: string | null;
}

/**
 * Looks at a file before it is kept. Throws for one that is not wanted: nothing of it is kept then. What it answers is
 * kept in the file's place.
 */
export type Judge = (file: StoredFile, half: string) => Promise<Uint8Array | void> | void;

/**
 * Keeps files under the SHA-256 of their content, on shelves: one per clinic, and one of its own for each thing whose
 * files go away with it. The same file is kept once on a shelf; a file is never changed. Written beside its place and
 * renamed into it, so that a half-written file is never found.
 */
@Injectable()
export class FileStore {
  constructor(private readonly settings: Settings) {}

  /**
   * Takes a file in and looks at its content to tell what it is; its name and the sender's claim do not count.
   *
   * @param shelf the clinic's id, with a path below it for files that are cleared away together
   * @param judge sees the file before it is kept, and where it lies until then
   */
  async put(shelf: string, content: Readable, judge: Judge = () => undefined): Promise<StoredFile> {
    const folder = this.folder(shelf);
    const half = join(folder, `incoming-${randomUUID()}`);
    await mkdir(folder, { recursive: true });
    const hash = createHash('sha256');
    let bytes = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        bytes += chunk.length;
        done(null, chunk);
      },
    });
    try {
      await pipeline(content, measure, createWriteStream(half));
      const type = await fileTypeFromFile(half);
      const file = { sha256: hash.digest(), bytes, mediaType: type?.mime ?? null };
      const instead = await judge(file, half);
      if (instead) {
        await rm(half, { force: true });
        return await this.put(shelf, Readable.from([instead]));
      }
      const place = this.place(shelf, file.sha256);
      await mkdir(dirname(place), { recursive: true });
      await rename(half, place);
      return file;
    } catch (error) {
      await rm(half, { force: true });
      throw error;
    }
  }

  /**
   * The file's bytes, or null where the store has lost them.
   *
   * @param from the byte to begin with
   */
  async get(shelf: string, sha256: Buffer, from = 0): Promise<Readable | null> {
    const place = this.place(shelf, sha256);
    const found = await stat(place).catch(() => null);
    return found === null ? null : createReadStream(place, { start: from, highWaterMark: 512 * 1024 });
  }

  /** Removes a shelf with everything on it. One that is not there is gone already. */
  async clear(shelf: string): Promise<void> {
    await rm(this.folder(shelf), { recursive: true, force: true });
  }

  private folder(shelf: string): string {
    return join(this.settings.filesFolder, shelf);
  }

  private place(shelf: string, sha256: Buffer): string {
    const name = sha256.toString('hex');
    return join(this.folder(shelf), name.slice(0, 2), name);
  }
}
