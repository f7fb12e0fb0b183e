import { type Rate, rateOf } from './rate';

/** How many were decided, and how many of those denied. */
export interface Decided {
  readonly denied: number;
  readonly decided: number;
}

/** Decided requests that are alike in what they are compared within, such as payer and code. */
export interface Stratum {
  readonly met: Decided;
  readonly open: Decided;
}

/** A difference of two shares, in shares (0.07 is seven points), with its 95% interval. */
export interface Difference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

export interface Association {
  readonly met: Rate;
  readonly open: Rate;
  /** As if all were alike; null where one side has none. */
  readonly crude: Difference | null;
  /** Like compared with like, and then taken together; null where nothing can be compared. */
  readonly within: Difference | null;
  /** Decided requests in strata that have both sides: only these count in `within`. */
  readonly compared: number;
  readonly decided: number;
  /** Whether both sides of what was compared are large enough to conclude anything. */
  readonly enough: boolean;
}

const z = 1.959964;

/**
 * How much more often requests were denied that went out with something open than those with every criterion met.
 * Positive: open ones more often. An association: what else differs between them is not taken out, except for what they
 * are compared within.
 *
 * The difference within strata is that of Mantel and Haenszel, its variance that of Sato (1989), which holds for few large
 * strata and for many small ones.
 */
export function associationOf(strata: readonly Stratum[]): Association {
  const total = (side: 'met' | 'open', of: readonly Stratum[] = strata): Rate => {
    const sum = (what: keyof Decided) => of.reduce((all, one) => all + one[side][what], 0);
    return rateOf(sum('denied'), sum('decided'));
  };
  const [met, open] = [total('met'), total('open')];
  const comparable = strata.filter((one) => one.met.decided > 0 && one.open.decided > 0);
  const [comparedMet, comparedOpen] = [total('met', comparable), total('open', comparable)];
  return {
    met,
    open,
    crude: met.whole > 0 && open.whole > 0 ? crudeDifference(met, open) : null,
    within: comparable.length === 0 ? null : mantelHaenszel(comparable),
    compared: comparedMet.whole + comparedOpen.whole,
    decided: met.whole + open.whole,
    enough: comparedMet.enough && comparedOpen.enough,
  };
}

/** The interval is Newcombe's: from the two Wilson intervals, so that it holds for small numbers too. */
function crudeDifference(met: Rate, open: Rate): Difference {
  const [ofMet, ofOpen] = [met.share ?? 0, open.share ?? 0];
  const difference = ofOpen - ofMet;
  return {
    difference,
    low: difference - Math.hypot(ofOpen - open.low, met.high - ofMet),
    high: difference + Math.hypot(open.high - ofOpen, ofMet - met.low),
  };
}

function mantelHaenszel(strata: readonly Stratum[]): Difference {
  const sum = (of: (one: Stratum) => number) => strata.reduce((all, one) => all + of(one), 0);
  const size = ({ met, open }: Stratum) => met.decided + open.decided;
  const weight = sum((one) => (one.open.decided * one.met.decided) / size(one));
  const difference =
    sum((one) => (one.open.denied * one.met.decided - one.met.denied * one.open.decided) / size(one)) /
    weight;
  const p = sum((one) => {
    const [n1, n0] = [one.open.decided, one.met.decided];
    return (
      (n1 ** 2 * one.met.denied - n0 ** 2 * one.open.denied + (n1 * n0 * (n0 - n1)) / 2) / size(one) ** 2
    );
  });
  const q = sum((one) => {
    const { met, open } = one;
    const apart = open.denied * (met.decided - met.denied) + met.denied * (open.decided - open.denied);
    return apart / (2 * size(one));
  });
  const reach = (z * Math.sqrt(Math.max(0, difference * p + q))) / weight;
  return {
    difference,
    low: Math.max(-1, difference - reach),
    high: Math.min(1, difference + reach),
  };
}
