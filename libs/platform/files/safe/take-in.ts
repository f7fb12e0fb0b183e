import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { FileStore, StoredFile } from '../file-store';
import { Incoming, tooLarge, unfitFile } from '../read-uploads';
import { cleanPicture, smallerPicture } from './clean-picture';
import { refuseUnsafePdf } from './refuse-unsafe-pdf';

/** A picture with what lists and pages show in its place. */
export interface StoredPicture {
  readonly width: number;
  readonly height: number;
  readonly small: StoredFile;
  readonly large: StoredFile;
}

export interface SafeFile extends StoredFile {
  /** Null for a PDF. */
  readonly picture: StoredPicture | null;
}

const pictures = ['image/jpeg', 'image/png', 'image/webp'];
/** Along the longer side: a tile of a grid at twice its size; a screen, or half a printed page. */
export const smallSide = 360;
export const largeSide = 1600;

/** Takes in a PDF or a picture that is safe to keep and to show. A picture is kept as it is written anew. */
export async function takeIn(
  files: FileStore,
  shelf: string,
  content: Incoming,
  mostBytes: number,
): Promise<SafeFile> {
  let made: { bytes: Buffer; width: number; height: number } | null = null;
  const file = await files.put(shelf, content, async ({ mediaType }, half) => {
    if (content.truncated) throw tooLarge(mostBytes);
    if (mediaType === 'application/pdf') return void (await refuseUnsafePdf(await readFile(half)));
    if (mediaType === null || !pictures.includes(mediaType)) throw wrongKind(mediaType);
    return (made = await cleanPicture(await readFile(half), mediaType)).bytes;
  });
  return { ...file, picture: made && (await withSmaller(files, shelf, made)) };
}

async function withSmaller(
  files: FileStore,
  shelf: string,
  { bytes, width, height }: { bytes: Buffer; width: number; height: number },
): Promise<StoredPicture> {
  const keep = async (side: number) => files.put(shelf, Readable.from([await smallerPicture(bytes, side)]));
  return { width, height, small: await keep(smallSide), large: await keep(largeSide) };
}

function wrongKind(mediaType: string | null) {
  if (mediaType !== null && /^image\/hei[cf]/.test(mediaType))
    return unfitFile(
      415,
      'file_heic',
      'Payers cannot open HEIC photographs. Set the camera to “Most compatible”, or save the picture as JPEG.',
    );
  const found = mediaType ?? 'of no kind we recognise';
  return unfitFile(415, 'file_kind', `This file is ${found}; attach a PDF or a picture (JPEG, PNG, WebP).`);
}
