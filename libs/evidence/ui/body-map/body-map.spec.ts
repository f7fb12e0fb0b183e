import { bodySites, sides } from '@stipple/domain';
import { bodyViews, covers, drawings, regionName, viewOf } from './shapes';

it('draws every site of the domain, limbs on both sides, in the view that it opens with', () => {
  for (const site of bodySites) {
    const there = drawings[viewOf(site)].regions.filter((region) => region.site === site);
    expect([site, there.length > 0]).toEqual([site, true]);
    const found = there.map(({ side }) => side).sort();
    expect([site, [[null], ['left', 'right']].some((one) => String(one) === String(found))]).toEqual([
      site,
      true,
    ]);
  }
});

it('has the patient’s right on the viewer’s left from the front, and on the right from behind', () => {
  const xOf = (view: 'front' | 'back', side: string) => {
    const elbow = drawings[view].regions.find((region) => region.site === 'elbow' && region.side === side);
    return Number(/M (\S+)/.exec(elbow?.path ?? '')?.[1]);
  };
  expect(xOf('front', 'right')).toBeLessThan(xOf('front', 'left'));
  expect(xOf('back', 'right')).toBeGreaterThan(xOf('back', 'left'));
});

it('stays within its picture, and no region is too small to be touched', () => {
  for (const view of bodyViews)
    for (const { site, path } of drawings[view].regions) {
      const numbers = [...path.matchAll(/(-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)/g)];
      const [xs, ys] = [numbers.map((pair) => Number(pair[1])), numbers.map((pair) => Number(pair[2]))];
      expect([view, site, Math.min(...xs) >= 0 && Math.max(...xs) <= drawings[view].width]).toEqual([
        view,
        site,
        true,
      ]);
      expect([view, site, Math.min(...ys) >= 0 && Math.max(...ys) <= drawings[view].height]).toEqual([
        view,
        site,
        true,
      ]);
      for (const all of [xs, ys])
        expect([view, site, Math.max(...all) - Math.min(...all) >= 24]).toEqual([view, site, true]);
    }
});

it('marks what was recorded: one side, both, or the middle', () => {
  const left = drawings.front.regions.find(({ site, side }) => site === 'knee' && side === 'left')!;
  expect(sides.map((side) => covers({ site: 'knee', side }, left))).toEqual([true, false, true, false]);
  const chest = drawings.front.regions.find(({ site }) => site === 'chest')!;
  expect(covers({ site: 'chest', side: 'left' }, chest)).toBe(true);
  expect(covers({ site: 'back', side: 'midline' }, chest)).toBe(false);
});

it('names a region as people do', () => {
  expect([
    regionName('elbow', 'right'),
    regionName('neck', null),
    regionName('hand', 'both'),
    regionName('back', 'midline'),
  ]).toEqual(['Right elbow', 'Neck', 'Both sides, hand', 'Back']);
});
