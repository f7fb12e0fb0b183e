import { BodySite, Side, bodySiteWords, sideWords } from '@stipple/domain';

export const bodyViews = ['front', 'back', 'hands', 'face'] as const;
export type BodyView = (typeof bodyViews)[number];

export const bodyViewWords: Record<BodyView, string> = {
  front: 'Front',
  back: 'Back',
  hands: 'Hands',
  face: 'Face',
};

/** A site on a side, as a drawing shows it. Sites in the middle have no side of their own there. */
export interface Region {
  readonly site: BodySite;
  readonly side: 'left' | 'right' | null;
  /** SVG path data. */
  readonly path: string;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly regions: readonly Region[];
}

type Spot = readonly [x: number, y: number, width: number];
interface Part {
  readonly site: BodySite;
  readonly to: Spot;
}

/** A limb as a chain of parts, drawn once and mirrored: each part goes from the end of the one before to its own. */
function limb(
  start: Spot,
  parts: readonly Part[],
): readonly { site: BodySite; corners: readonly [number, number][] }[] {
  return parts.map(({ site, to }, at) => {
    const from = parts[at - 1]?.to ?? start;
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const long = Math.hypot(dx, dy) || 1;
    const across = ([x, y, width]: Spot, by: number): [number, number] => [
      x + (by * width * dy) / long / 2,
      y - (by * width * dx) / long / 2,
    ];
    return { site, corners: [across(from, 1), across(to, 1), across(to, -1), across(from, -1)] };
  });
}

/** A shape through corners, each rounded a little. */
function pathOf(corners: readonly (readonly [number, number])[]): string {
  const toward = ([x, y]: readonly [number, number], [tx, ty]: readonly [number, number]) => {
    const long = Math.hypot(tx - x, ty - y) || 1;
    const by = Math.min(6, long / 3) / long;
    return `${(x + (tx - x) * by).toFixed(1)} ${(y + (ty - y) * by).toFixed(1)}`;
  };
  const parts = corners.map((corner, at) => {
    const before = corners.at(at - 1) ?? corner;
    const after = corners[(at + 1) % corners.length] ?? corner;
    const [x, y] = corner;
    return `${toward(corner, before)} Q ${x.toFixed(1)} ${y.toFixed(1)} ${toward(corner, after)}`;
  });
  return `M ${parts.join(' L ')} Z`;
}
const box = (x: number, y: number, width: number, height: number) =>
  pathOf([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]);

const middle = 96;
const arm: readonly Part[] = [
  { site: 'shoulder', to: [48, 118, 29] },
  { site: 'upper_arm', to: [40, 154, 28] },
  { site: 'elbow', to: [35, 182, 28] },
  { site: 'forearm', to: [29, 218, 27] },
  { site: 'wrist', to: [25, 245, 27] },
  { site: 'hand', to: [20, 282, 29] },
];
const leg: readonly Part[] = [
  { site: 'hip', to: [78, 226, 33] },
  { site: 'thigh', to: [76, 266, 32] },
  { site: 'knee', to: [74, 294, 29] },
  { site: 'lower_leg', to: [73, 332, 28] },
  { site: 'ankle', to: [72, 359, 27] },
  { site: 'foot', to: [66, 389, 31] },
];

/** Seen from the front, the patient's right is on the viewer's left; from behind it is on the right. */
function bothSides(front: boolean): readonly Region[] {
  const all = [...limb([55, 89, 30], arm), ...limb([79, 197, 33], leg)];
  return ([false, true] as const).flatMap((mirrored) =>
    all.map(({ site, corners }) => ({
      site,
      side: mirrored === front ? ('left' as const) : ('right' as const),
      path: pathOf(mirrored ? corners.map(([x, y]) => [2 * middle - x, y] as const) : corners),
    })),
  );
}

const head = (front: boolean): readonly Region[] => [
  {
    site: 'scalp',
    side: null,
    path: front
      ? 'M 71 30 C 71 10 82 2 96 2 C 110 2 121 10 121 30 Z'
      : 'M 71 34 C 71 10 82 2 96 2 C 110 2 121 10 121 34 C 121 48 112 58 96 58 C 80 58 71 48 71 34 Z',
  },
  ...(front
    ? [
        {
          site: 'face' as const,
          side: null,
          path: 'M 71 30 L 121 30 C 121 48 110 60 96 60 C 82 60 71 48 71 30 Z',
        },
      ]
    : []),
  { site: 'neck', side: null, path: box(80, 60, 32, 26) },
];

const trunk = (front: boolean): readonly Region[] =>
  front
    ? [
        { site: 'chest', side: null, path: 'M 64 86 L 128 86 L 125 142 L 67 142 Z' },
        { site: 'abdomen', side: null, path: 'M 67 142 L 125 142 L 128 196 L 64 196 Z' },
      ]
    : [{ site: 'back', side: null, path: 'M 64 86 L 128 86 L 125 142 L 128 196 L 64 196 L 67 142 Z' }];

/** One hand, thumb on its right; mirrored for the other. */
const fingers = [
  'M 30 74 L 30 26 Q 38 16 46 26 L 46 74 Z',
  'M 49 72 L 49 14 Q 57 4 65 14 L 65 72 Z',
  'M 68 72 L 68 10 Q 76 0 84 10 L 84 72 Z',
  'M 87 74 L 87 18 Q 95 8 103 18 L 103 74 Z',
  'M 108 108 L 124 74 Q 136 70 138 82 L 118 128 Z',
].join(' ');
const hand = (side: 'left' | 'right', at: number): readonly Region[] => {
  const shifted = (path: string) =>
    path.replace(/(-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)/g, (_, x: string, y: string) => {
      const there = side === 'right' ? Number(x) : 168 - Number(x);
      return `${there + at} ${y}`;
    });
  return [
    { site: 'fingers', side, path: shifted(fingers) },
    {
      site: 'hand',
      side,
      path: shifted('M 30 78 L 103 78 L 106 118 L 116 132 L 100 152 L 36 152 Q 28 120 30 78 Z'),
    },
    { site: 'wrist', side, path: shifted('M 38 155 L 98 155 L 94 188 L 42 188 Z') },
  ];
};

export const drawings: Readonly<Record<BodyView, Drawing>> = {
  front: { width: 192, height: 396, regions: [...head(true), ...trunk(true), ...bothSides(true)] },
  back: { width: 192, height: 396, regions: [...head(false), ...trunk(false), ...bothSides(false)] },
  // Palms down, as they lie on a table before the examiner: the patient's right hand is on the left.
  hands: { width: 320, height: 196, regions: [...hand('right', -10), ...hand('left', 160)] },
  face: {
    width: 192,
    height: 250,
    regions: [
      {
        site: 'scalp',
        side: null,
        path: 'M 26 84 C 26 24 58 4 96 4 C 134 4 166 24 166 84 C 140 62 52 62 26 84 Z',
      },
      {
        site: 'face',
        side: null,
        path: 'M 26 88 C 52 66 140 66 166 88 C 168 150 140 196 96 200 C 52 196 24 150 26 88 Z',
      },
      { site: 'neck', side: null, path: 'M 62 194 Q 96 212 130 194 L 134 246 L 58 246 Z' },
    ],
  },
};

/** “Right elbow”, “Neck”. */
export function regionName(site: BodySite, side: Side | null): string {
  const words = bodySiteWords[site];
  if (side === null || side === 'midline') return words;
  return `${sideWords[side]}${side === 'both' ? ', ' : ' '}${words.toLowerCase()}`;
}

/** Whether a region is part of what was recorded: “both sides” are two. */
export function covers(
  recorded: { readonly site: BodySite; readonly side: Side },
  { site, side }: Region,
): boolean {
  if (recorded.site !== site) return false;
  return side === null || recorded.side === 'both' || recorded.side === side;
}

/** The drawing that shows a site largest. */
export function viewOf(site: BodySite): BodyView {
  if (['hand', 'fingers', 'wrist'].includes(site)) return 'hands';
  if (['face', 'scalp', 'neck'].includes(site)) return 'face';
  return site === 'back' ? 'back' : 'front';
}
