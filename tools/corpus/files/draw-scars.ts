import { type Colour, Picture } from './draw-picture';

const skin = [222, 184, 156] as const;
const shade = [206, 164, 136] as const;
const scar = [196, 120, 112] as const;
const ridge = [176, 96, 92] as const;
/** Months later: flatter, and nearer to the skin in colour. */
const paler = [212, 158, 138] as const;
const paperBefore = [238, 243, 244] as const;
const paperLater = [232, 239, 242] as const;

type Spot = readonly [x: number, y: number, radius: number];
type Line = readonly [from: Spot, to: Spot];

interface Drawn {
  readonly limbs: readonly Line[];
  readonly scars: readonly Line[];
  readonly scale: readonly [left: number, top: number, field: number];
}

// prettier-ignore
const bodies: Readonly<Record<string, Drawn>> = {
  hand: {
    limbs: [[[180, 260, 44], [180, 165, 56]], [[140, 150, 15], [118, 62, 11]], [[168, 140, 15], [160, 36, 11]], [[196, 140, 15], [202, 38, 11]], [[224, 150, 14], [246, 66, 10]], [[226, 210, 18], [288, 156, 12]]],
    scars: [[[160, 190, 18], [206, 172, 12]], [[196, 172, 9], [202, 96, 6]]],
    scale: [20, 262, 14],
  },
  arm: {
    limbs: [[[40, 70, 46], [190, 140, 38]], [[190, 140, 38], [330, 100, 26]]],
    scars: [[[150, 128, 22], [232, 132, 15]], [[178, 116, 8], [176, 156, 12]]],
    scale: [20, 250, 16],
  },
  leg: {
    limbs: [[[50, 60, 54], [190, 130, 40]], [[190, 130, 40], [236, 262, 30]]],
    scars: [[[176, 112, 24], [214, 164, 14]], [[220, 190, 10], [226, 226, 8]]],
    scale: [20, 262, 15],
  },
  trunk: {
    limbs: [[[180, 110, 84], [180, 260, 72]], [[88, 70, 30], [60, 230, 22]], [[272, 70, 30], [300, 230, 22]]],
    scars: [[[140, 120, 26], [196, 150, 16]]],
    scale: [20, 262, 12],
  },
  head: {
    limbs: [[[180, 96, 70], [180, 132, 60]], [[180, 180, 34], [180, 262, 52]]],
    scars: [[[206, 134, 14], [196, 214, 10]], [[222, 112, 8], [214, 150, 10]]],
    scale: [20, 262, 12],
  },
};

/**
 * Drawn, never photographed: a shape of the body part, the scar on it, and the scale; each before treatment and
 * later. `size` multiplies 360 by 280 pixels.
 */
export const drawings: Readonly<Record<string, (size: number) => Picture>> = Object.fromEntries(
  Object.entries(bodies).flatMap(([name, drawn]) => [
    [name, (size: number) => draw(drawn, size, 'before')],
    [`${name} later`, (size: number) => draw(drawn, size, 'later')],
  ]),
);

function draw({ limbs, scars, scale }: Drawn, size: number, when: 'before' | 'later'): Picture {
  const later = when === 'later';
  const picture = new Picture(360 * size, 280 * size, later ? paperLater : paperBefore);
  const line = (colour: Colour, [from, to]: Line, part = 1) =>
    picture.stroke(colour, scaled(from, size, part), scaled(to, size, part));
  for (const limb of limbs) line(shade, limb, 1.04);
  for (const limb of limbs) line(skin, limb);
  for (const one of scars) line(later ? paler : scar, one, later ? 0.8 : 1);
  for (const one of scars) line(later ? scar : ridge, one, later ? 0.2 : 0.4);
  const [left, top, field] = scale;
  return picture.scaleBar(left * size, top * size, field * size);
}

const scaled = ([x, y, radius]: Spot, size: number, part: number): Spot => [
  x * size,
  y * size,
  radius * size * part,
];
