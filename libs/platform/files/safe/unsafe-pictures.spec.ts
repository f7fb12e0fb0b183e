import { crc32, deflateSync } from 'node:zlib';
import type { HttpProblem } from '@stipple/http';
import sharp from 'sharp';
import { cleanPicture, smallerPicture } from './clean-picture';

const drawn = (width = 640, height = 480) =>
  sharp({ create: { width, height, channels: 3, background: '#c97' } });
/** Noise does not compress, so that a cut is felt. */
const noise = () =>
  sharp({
    create: {
      width: 400,
      height: 300,
      channels: 3,
      background: '#c97',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });
const refusedAs = (picture: Buffer, mediaType: string) =>
  cleanPicture(picture, mediaType).then(
    () => 'taken',
    (error: HttpProblem) => `${error.status} ${error.code}`,
  );
const half = (picture: Buffer) => picture.subarray(0, picture.length / 2);

/** A picture whose head promises more pixels than the file could hold. */
function hugePng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const chunk = (kind: string, content: Buffer) => {
    const named = Buffer.concat([Buffer.from(kind), content]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    check.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, check]);
  };
  const data = deflateSync(Buffer.alloc(1_000_000));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

describe.each([
  [
    'a JPEG cut in half',
    async () => half(await noise().jpeg().toBuffer()),
    'image/jpeg',
    '422 picture_unreadable',
  ],
  [
    'a PNG cut in half',
    async () => half(await noise().png().toBuffer()),
    'image/png',
    '422 picture_unreadable',
  ],
  [
    'a WebP cut in half',
    async () => half(await noise().webp().toBuffer()),
    'image/webp',
    '422 picture_unreadable',
  ],
  [
    'the first bytes of a JPEG',
    async () => Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    'image/jpeg',
    '422 picture_unreadable',
  ],
  ['200 million pixels', async () => hugePng(20_000, 10_000), 'image/png', '413 too_many_pixels'],
  ['a head that says 4 billion', async () => hugePng(65_000, 65_000), 'image/png', '413 too_many_pixels'],
  [
    'a PNG that is called a JPEG',
    async () => drawn().png().toBuffer(),
    'image/jpeg',
    '422 picture_unreadable',
  ],
  [
    'a picture and a PDF',
    async () => Buffer.concat([await drawn().jpeg().toBuffer(), Buffer.from('%PDF-1.7\n')]),
    'image/jpeg',
    '415 file_hides_another',
  ],
  [
    'a picture and a script',
    async () => Buffer.concat([await drawn().png().toBuffer(), Buffer.from('<script>alert(1)</script>')]),
    'image/png',
    '415 file_hides_another',
  ],
  [
    'a picture and an archive',
    async () => Buffer.concat([await drawn().jpeg().toBuffer(), Buffer.from('PK\x05\x06'), Buffer.alloc(18)]),
    'image/jpeg',
    '415 file_hides_another',
  ],
  [
    'a moving picture',
    async () =>
      sharp([await drawn(9, 9).png().toBuffer(), await noise().resize(9, 9).png().toBuffer()], {
        join: { animated: true },
      })
        .webp()
        .toBuffer(),
    'image/webp',
    '415 picture_moves',
  ],
])('%s', (_, make, mediaType, expected) => {
  it(`is refused: ${expected}`, async () => expect(await refusedAs(await make(), mediaType)).toBe(expected));
});

it('keeps nothing of what was not visible: camera, place, owner', async () => {
  const exif = {
    IFD0: { Artist: 'Lena Hart', Model: 'Phone 9' },
    IFD3: { GPSLatitude: '42/1 21/1 0/1', GPSLatitudeRef: 'N' },
  };
  const sent = await drawn()
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>Owner</a></x:xmpmeta>')
    .withExif(exif)
    .jpeg()
    .toBuffer();
  expect((await sharp(sent).metadata()).exif).toBeDefined();
  const { bytes } = await cleanPicture(sent, 'image/jpeg');
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 640, height: 480 });
  const { exif: left, xmp, iptc, icc } = await sharp(bytes).metadata();
  expect([left, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
  for (const word of ['Lena Hart', 'Phone 9', 'Owner', 'GPS']) expect(bytes.includes(word)).toBe(false);
});

it('turns a picture the right way up, as the camera says, and forgets that it was turned', async () => {
  const sideways = await drawn().jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const { bytes, width, height } = await cleanPicture(sideways, 'image/jpeg');
  expect([width, height]).toEqual([480, 640]);
  expect((await sharp(bytes).metadata()).orientation).toBeUndefined();
});

it('shrinks what is larger than anybody looks at, and writes WebP as JPEG', async () => {
  const { bytes, width, height } = await cleanPicture(
    await drawn(6000, 3000).webp().toBuffer(),
    'image/webp',
  );
  expect([width, height, (await sharp(bytes).metadata()).format]).toEqual([4096, 2048, 'jpeg']);
  expect(await sharp(await smallerPicture(bytes, 360)).metadata()).toMatchObject({ width: 360, height: 180 });
});

it('makes the same bytes of the same picture', async () => {
  const sent = await noise().jpeg().toBuffer();
  const [one, other] = [await cleanPicture(sent, 'image/jpeg'), await cleanPicture(sent, 'image/jpeg')];
  expect(one.bytes.equals(other.bytes)).toBe(true);
});
