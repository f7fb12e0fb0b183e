import { constants, crc32, deflateSync } from 'node:zlib';

export type Colour = readonly [red: number, green: number, blue: number];

/** A small picture made of pixels: enough for a drawn body part, a scar and a scale bar. */
export class Picture {
  private readonly pixels: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
    paper: Colour,
  ) {
    this.pixels = new Uint8Array(width * height * 3);
    this.rectangle(paper, [0, 0, width, height]);
  }

  rectangle(colour: Colour, [left, top, width, height]: readonly [number, number, number, number]): this {
    for (let y = top; y < top + height; y++)
      for (let x = left; x < left + width; x++) this.pixels.set(colour, (y * this.width + x) * 3);
    return this;
  }

  /** A limb: a line with a round brush whose width changes from one end to the other. */
  stroke(
    colour: Colour,
    [x1, y1, r1]: readonly [number, number, number],
    [x2, y2, r2]: readonly [number, number, number],
  ): this {
    const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
    const inside = (x: number, y: number) => {
      const along = length === 0 ? 0 : ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length;
      const t = Math.max(0, Math.min(1, along));
      return (x - x1 - t * (x2 - x1)) ** 2 + (y - y1 - t * (y2 - y1)) ** 2 <= (r1 + t * (r2 - r1)) ** 2;
    };
    const within = (low: number, high: number, most: number) =>
      [Math.max(0, low), Math.min(most, high)] as const;
    const [left, right] = within(
      Math.floor(Math.min(x1 - r1, x2 - r2)),
      Math.ceil(Math.max(x1 + r1, x2 + r2)) + 1,
      this.width,
    );
    const [top, bottom] = within(
      Math.floor(Math.min(y1 - r1, y2 - r2)),
      Math.ceil(Math.max(y1 + r1, y2 + r2)) + 1,
      this.height,
    );
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) if (inside(x, y)) this.pixels.set(colour, (y * this.width + x) * 3);
    return this;
  }

  /** A bar of ten fields of alternating colour: the scale that a photograph of a scar must show. */
  scaleBar(left: number, top: number, field: number): this {
    for (let index = 0; index < 10; index++)
      this.rectangle(index % 2 === 0 ? [20, 20, 20] : [255, 255, 255], [
        left + index * field,
        top,
        field,
        Math.round(field * 0.7),
      ]);
    return this;
  }

  /** The picture as a PNG file. */
  png(): Buffer {
    const width = this.width * 3;
    const lines = Buffer.alloc((width + 1) * this.height);
    for (let y = 0; y < this.height; y++) {
      const start = y * (width + 1);
      // Each line as its difference from the one above: mostly nothing, which is short however it is packed.
      lines[start] = 2;
      for (let x = 0; x < width; x++) {
        const above = y === 0 ? 0 : (this.pixels[(y - 1) * width + x] ?? 0);
        lines[start + 1 + x] = (this.pixels[y * width + x] ?? 0) - above;
      }
    }
    const header = Buffer.alloc(13);
    header.writeUInt32BE(this.width, 0);
    header.writeUInt32BE(this.height, 4);
    // Eight bits a channel, red green blue, no interlacing.
    header.set([8, 2, 0, 0, 0], 8);
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    // Runs only: what else zlib finds depends on the processor, and these bytes have a hash that is published.
    const body = deflateSync(lines, { level: 9, strategy: constants.Z_RLE });
    return Buffer.concat([
      signature,
      chunk('IHDR', header),
      chunk('IDAT', body),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  }
}

function chunk(kind: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
