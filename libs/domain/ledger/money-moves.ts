import { holdRefusal } from '../disputes/dispute';
import { OfferedMove, wrongRole } from '../lifecycle/lifecycle';
import { ledgerEntryLifecycle, paymentPlanLifecycle } from '../moves/ledger-moves';
import { Actor, holds } from '../people';
import { Refusal, refusal, refusalsOf } from '../refusal';
import { LedgerTotals, PricedAgreement, amountRefusal } from './totals';

const kinds = { pay: 'payment', refund: 'refund', adjust: 'adjustment' } as const;
export const moneyMoveNames = ['pay', 'refund', 'adjust', 'agree'] as const;
export type MoneyMove = (typeof moneyMoveNames)[number];

/** An agreement with whether a dispute keeps it from being collected. */
export interface CollectedAgreement extends PricedAgreement {
  readonly onHold: boolean;
}

/** What a person may do with the money of an agreement, and of what not, every reason at once. */
export function moneyMoves(
  actor: Actor,
  agreement: CollectedAgreement,
  totals: LedgerTotals,
): readonly OfferedMove[] {
  return [...ledgerEntryLifecycle.moves, ...paymentPlanLifecycle.moves]
    .filter(({ move }) => moneyMoveNames.some((name) => name === move))
    .map((rule) => ({
      move: rule.move,
      label: rule.label,
      needs: rule.needs,
      refusals: refusalsOf(
        holds(actor, rule.by) ? null : wrongRole(rule),
        nothingLeft(rule.move as MoneyMove, agreement, totals),
      ),
    }));
}

/** Where not even a cent is left, the move itself is not possible. */
function nothingLeft(move: MoneyMove, agreement: CollectedAgreement, totals: LedgerTotals): Refusal | null {
  if (move === 'agree') return planOfEnded(agreement) ?? holdRefusal(agreement.onHold);
  const refused = amountRefusal(kinds[move], 1, agreement, totals);
  return refused && refusal(refused.code, refused.sentence);
}

/** What a withdrawn agreement still owes is due at once; there is no price left to split. */
export function planOfEnded({ state }: PricedAgreement): Refusal | null {
  return state === 'void'
    ? refusal('agreement_ended', 'The agreement was withdrawn; there is no price left to split.')
    : null;
}
