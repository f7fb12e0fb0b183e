import { Dice } from './dice';
import type { Leaning } from './payers';
import { arguingPlots } from './stories/arguing';
import { endedPlots } from './stories/ended';
import type { Plot, Step } from './stories/plot';
import { treatedPlots } from './stories/treated';
import { waitingPlots } from './stories/waiting';
import type { WorkingDays } from './working-days';

export const plots: readonly Plot[] = [...waitingPlots, ...arguingPlots, ...treatedPlots, ...endedPlots];

/** A case before it is told: which plot, on which day it begins, and how many days pass before each step. */
export interface PlannedCase {
  readonly plot: Plot;
  /** The how manieth of its plot it is, from 0. */
  readonly turn: number;
  readonly dice: Dice;
  readonly leaning: Leaning;
  readonly start: { readonly day: number; readonly minute: number };
  readonly steps: readonly { readonly gap: number; readonly act: Step['act'] }[];
}

/**
 * Decides all cases in the order in which they were opened. A plot ends some days before today; its beginning is
 * counted back from there, so that each case stands today where its plot says.
 */
export function planCases(count: number, dice: Dice, days: WorkingDays): readonly PlannedCase[] {
  const wanted = shares(count).flatMap(([plot, cases]) =>
    Array.from({ length: cases }, (_, turn) => ({ plot, turn })),
  );
  const planned = wanted.map(({ plot, turn }, index) => ({ ...plan(plot, dice.fork(index), days), turn }));
  return planned
    .map((one, index) => ({ one, index }))
    .sort(
      (a, b) =>
        a.one.start.day - b.one.start.day || a.one.start.minute - b.one.start.minute || a.index - b.index,
    )
    .map(({ one }) => one);
}

function plan(plot: Plot, dice: Dice, days: WorkingDays): Omit<PlannedCase, 'turn'> {
  const steps = plot.steps(dice).map(({ gap, act }) => ({ gap: dice.within(gap), act }));
  const needed = steps.reduce((sum, { gap }) => sum + gap, 0);
  // A long story rests less, so that the corpus does not reach back further than it says.
  const earliest = dice.within([0, 6]);
  const start = Math.max(earliest, days.lastFull - dice.within(plot.rest) - needed);
  if (start + needed > days.lastFull)
    throw new Error(`“${plot.name}” takes ${needed} days, longer than the corpus`);
  return { plot, dice, leaning: plot.leaning, steps, start: { day: start, minute: dice.within([510, 960]) } };
}

/** How many cases of each plot: by its share, none left out as long as there are enough. */
function shares(count: number): readonly (readonly [Plot, number])[] {
  const sharesOf = (some: readonly Plot[]) => some.reduce((sum, { share }) => sum + share, 0);
  const total = sharesOf(plots);
  const full = plots.filter(({ share, most = Infinity }) => (share * count) / total >= most);
  const others = plots.filter((plot) => !full.includes(plot));
  // What a full plot leaves over goes to the others, each by its share.
  const left = count - full.reduce((sum, { most = 0 }) => sum + most, 0);
  const exact = others.map((plot) => ({ plot, cases: (plot.share * left) / sharesOf(others) }));
  const rounded = [
    ...full.map((plot) => ({ plot, cases: plot.most ?? 0, rest: 0 })),
    ...exact.map(({ plot, cases }) => ({ plot, cases: Math.max(1, Math.floor(cases)), rest: cases % 1 })),
  ];
  const order = rounded.filter(({ plot }) => !full.includes(plot)).sort((a, b) => b.rest - a.rest);
  let missing = count - rounded.reduce((sum, { cases }) => sum + cases, 0);
  for (let index = 0; missing > 0; index = (index + 1) % order.length, missing--) {
    const one = order[index];
    if (one) one.cases += 1;
  }
  // Too many when every rare plot got its one: the frequent ones give back.
  const largest = [...rounded].sort((a, b) => b.cases - a.cases);
  for (let index = 0; missing < 0; index = (index + 1) % largest.length) {
    const one = largest[index];
    if (one && one.cases > (count < plots.length ? 0 : 1)) {
      one.cases -= 1;
      missing += 1;
    }
  }
  return rounded.map(({ plot, cases }) => [plot, cases] as const);
}
