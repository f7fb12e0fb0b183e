import { contrastOf } from './contrast';

it.each([
  ['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 21],
  ['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 21],
  ['rgb(119, 119, 119)', 'rgb(255, 255, 255)', 4.48],
  ['rgb(12, 90, 97)', 'rgb(12, 90, 97)', 1],
  ['color(srgb 1 1 1)', 'rgb(0 0 0)', 21],
])('%s on %s is %d : 1', (one, other, ratio) => expect(contrastOf(one, other)).toBeCloseTo(ratio, 2));
