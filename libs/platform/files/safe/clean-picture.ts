import { unfitFile } from '../read-uploads';
import { hiddenIn } from './hidden-file';
import { inTurn } from './in-turn';

/** A picture made anew from what the sender's shows. */
export interface CleanPicture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** 64 million: more than a camera's picture needs, and still no more than 200 MB while it is read. */
export const mostPixels = 64_000_000;
/** Along the longer side: an ulcer's edge stays sharp on a page, and forty pictures still fit a fax. */
const longestSide = 4096;
const secondsEach = 20;
const heavyPng = 8 * 1024 * 1024;

// Twenty megabytes of code that only pictures need.
const library = () => import('sharp').then(({ default: sharp }) => sharp);
type Sharp = Awaited<ReturnType<typeof library>>;

/**
 * Decodes a picture and writes it anew: the right way up, at a sensible size, and without anything that was not
 * visible (camera, place, owner, previews, comments, what was appended).
 *
 * @throws HttpProblem saying what is wrong with it
 */
export async function cleanPicture(picture: Buffer, mediaType: string): Promise<CleanPicture> {
  const hidden = hiddenIn(picture);
  if (hidden)
    throw unfitFile(415, 'file_hides_another', `This picture also holds ${hidden}; send it without.`);
  return inTurn(async () => {
    const sharp = await library();
    await refuseOdd(sharp, picture, mediaType);
    const upright = sharp(picture, { failOn: 'truncated', limitInputPixels: mostPixels })
      .timeout({ seconds: secondsEach })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .toColourspace('srgb');
    const written = await read(() =>
      (mediaType === 'image/png' ? upright.png() : jpeg(upright)).toBuffer({ resolveWithObject: true }),
    );
    // A photograph as PNG is five times its size as JPEG, and looks the same.
    const { data, info } =
      written.data.length > heavyPng
        ? await jpeg(sharp(written.data)).toBuffer({ resolveWithObject: true })
        : written;
    return { bytes: data, width: info.width, height: info.height };
  });
}

/** The same picture smaller, as JPEG, for a list or a page. From one of ours only. */
export function smallerPicture(picture: Buffer, side: number): Promise<Buffer> {
  return inTurn(async () => {
    const sharp = await library();
    const fit = { width: side, height: side, fit: 'inside', withoutEnlargement: true } as const;
    return sharp(picture, { limitInputPixels: mostPixels })
      .timeout({ seconds: secondsEach })
      .resize(fit)
      .jpeg({ quality: 80 })
      .toBuffer();
  });
}

const jpeg = (picture: ReturnType<Sharp>) => picture.jpeg({ quality: 90 });

/** What the head of the file says already: nothing of it is decoded before that is fine. */
async function refuseOdd(sharp: Sharp, picture: Buffer, mediaType: string): Promise<void> {
  const {
    format,
    width,
    height,
    pages = 1,
  } = await read(() => sharp(picture, { limitInputPixels: false }).metadata());
  if (`image/${format}` !== mediaType) throw unreadable();
  if (width * height > mostPixels)
    throw unfitFile(
      413,
      'too_many_pixels',
      `The picture has ${Math.round((width * height) / 1e6)} million pixels; at most ${mostPixels / 1e6} million are taken. Send it smaller.`,
    );
  if (pages > 1) throw unfitFile(415, 'picture_moves', 'This picture moves; send a still one.');
}

async function read<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    throw unreadable();
  }
}

const unreadable = () =>
  unfitFile(
    422,
    'picture_unreadable',
    'The picture cannot be read to its end; it was probably cut off on its way. Send it again.',
  );
