import { addDays } from '../calendar';
import { clockWords } from '../payer-directory';
import { RequestType, decisionClockOf } from './clock-names';
import type { ClockQuestion, PayerClockEntry, PeerToPeerTerms, RuleAdjustment } from './clock-question';
import type { ClockRule } from './clock-rule';
import { everyPlan } from './rules/plans';

/** For which requests a line of the directory speaks; it never means claims after treatment. */
const requestsOf = (clock: string): readonly RequestType[] | undefined => {
  if (clock === 'decision_expedited') return ['expedited', 'concurrent'];
  return clock.endsWith('_decision') || clock === 'decision_standard' ? ['standard'] : undefined;
};

/**
 * The payer's own terms as rules. They say how long; how it is counted they take over from the law's rule for the same
 * clock: what the law stops or extends, it does for the payer's own figure as well.
 */
export function payerRules(question: ClockQuestion, law: readonly ClockRule[]): readonly ClockRule[] {
  const { payer, planType, clock } = question;
  if (!payer) return [];
  const lines = payer.clocks.filter(({ lineOfBusiness }) => lineOfBusiness === planType);
  const own = lines
    .filter((line) => line.clock === decidingClock(question))
    .map((line) => ownRule(line, lines, law));
  return clock === 'peer_to_peer' && payer.peerToPeer ? [peerRule(payer.peerToPeer)] : own;
}

/** A decision that is extended is a decision: the type of request says which one. */
export function decidingClock({ clock, request = 'standard' }: ClockQuestion): ClockRule['clock'] {
  return clock === 'decision_extension' ? decisionClockOf(request) : clock;
}

function ownRule(
  line: PayerClockEntry,
  lines: readonly PayerClockEntry[],
  law: readonly ClockRule[],
): ClockRule {
  const { clock, amount, unit, starts, source } = line;
  const [like] = law.filter((rule) => rule.starts === starts);
  const sameFigure = like?.amount === amount && like.unit === unit;
  return {
    key: `payer-${clock}`,
    row: clock === 'claim_filing' ? 'C26' : null,
    basis: 'payer',
    clock,
    plans: [line.lineOfBusiness],
    requests: requestsOf(clock),
    amount,
    unit,
    starts,
    extension: clock.startsWith('decision_') ? extensionOf(lines, like) : like?.extension,
    pause: like?.pause,
    presumedReceiptDays: like?.presumedReceiptDays,
    // Moving off a weekend is the law's; for a figure of the payer's own the default is none.
    ...(sameFigure ? { roll: like.roll, noMatchingDay: like.noMatchingDay } : {}),
    source,
    sentence: `The payer’s own terms: ${clockWords(line)}.`,
  };
}

/** How much longer the payer may take; nothing where the law knows the clock and lets nobody extend it. */
function extensionOf(lines: readonly PayerClockEntry[], like: ClockRule | undefined): ClockRule['extension'] {
  if (like !== undefined && like.extension === undefined) return undefined;
  const longer = lines.find(({ clock }) => clock === 'decision_extension');
  return longer ? { amount: longer.amount, unit: longer.unit } : like?.extension;
}

function peerRule({ amount, unit, starts, source }: PeerToPeerTerms): ClockRule {
  return {
    key: 'payer-peer_to_peer',
    row: null,
    basis: 'payer',
    clock: 'peer_to_peer',
    plans: everyPlan,
    amount,
    unit,
    starts,
    source,
    sentence: `A peer-to-peer call may be asked for during ${clockWords({ amount, unit, starts })}. It does not stop the clock of an appeal.`,
  };
}

/** Applies how a payer or its state departs from rows of the table. */
export function adjusted(
  rules: readonly ClockRule[],
  adjustments: readonly RuleAdjustment[] = [],
): readonly ClockRule[] {
  return adjustments.reduce((all, adjustment) => all.map((rule) => adjust(rule, adjustment, all)), rules);
}

function adjust(rule: ClockRule, adjustment: RuleAdjustment, all: readonly ClockRule[]): ClockRule {
  if (rule.row !== adjustment.row) return rule;
  const source = `${rule.source}; ${adjustment.source}`;
  if (adjustment.kind === 'weekend_roll')
    return rule.unit === 'hours' ? rule : { ...rule, roll: 'next_business_day', source };
  const { until } = adjustment;
  if (rule.validFrom !== undefined && rule.validFrom <= until)
    return { ...rule, validFrom: addDays(until, 1), source };
  const last = rule.validTo;
  const follows =
    last !== undefined &&
    all.some(
      ({ row, clock, validFrom }) =>
        row === rule.row && clock === rule.clock && validFrom === addDays(last, 1),
    );
  return follows && last < until ? { ...rule, validTo: until, source } : rule;
}
