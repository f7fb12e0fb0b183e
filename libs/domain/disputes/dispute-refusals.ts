import { Day, dayInWords } from '../calendar';
import type { Clock } from '../calendar';
import { formatCents } from '../money';
import type { Cents } from '../money';
import type { DisputeState } from '../moves/dispute-moves';
import { Refusal, refusal, refusalsOf } from '../refusal';
import { EstimatedProvider, disputeWindow } from './bill-against-estimate';

/** What the patient says: whose bill, over how much, since when they have it, and when they began. */
export interface EnteredDispute {
  readonly provider: string;
  readonly billedCents: Cents;
  readonly billedOn: Day;
  readonly openedOn: Day;
}

/** What an entered dispute is held against. */
export interface DisputeGround {
  /** Of the estimate in force. */
  readonly providers: readonly EstimatedProvider[];
  readonly disputes: readonly { readonly provider: string; readonly state: DisputeState }[];
  readonly clock: Pick<Clock, 'today' | 'timeZone'>;
}

/** Why a dispute cannot be opened, each at its field. */
export function disputeRefusals(entered: EnteredDispute, ground: DisputeGround): readonly Refusal[] {
  const { provider, billedOn, openedOn } = entered;
  const { providers, disputes, clock } = ground;
  const estimated = providers.find(({ name }) => name === provider);
  return refusalsOf(
    estimated === undefined
      ? refusal('not_estimated', 'The estimate in force names no such provider or facility.', 'provider')
      : outsideWindow(entered, estimated, clock.timeZone),
    disputes.some((one) => one.provider === provider && one.state === 'open')
      ? refusal(
          'dispute_open',
          'A dispute of this bill is open already; it has to be closed first.',
          'provider',
        )
      : null,
    notYet(billedOn, 'billedOn', clock),
    notYet(openedOn, 'openedOn', clock),
    openedOn < billedOn
      ? refusal('before_the_bill', 'Nobody disputes a bill before they have it.', 'openedOn')
      : null,
  );
}

function outsideWindow(
  { billedCents, billedOn, openedOn }: EnteredDispute,
  { totalCents }: EstimatedProvider,
  timeZone: string,
): Refusal | null {
  const window = disputeWindow({ estimatedCents: totalCents, billedCents }, billedOn, timeZone);
  if (window.kind === 'not_over')
    return refusal(
      'not_over_estimate',
      `The estimate says ${formatCents(totalCents)}. ${window.sentence}`,
      'billedCents',
    );
  return openedOn > window.endsOn
    ? refusal('window_over', `This bill could be disputed until ${dayInWords(window.endsOn)}.`, 'openedOn')
    : null;
}

/** Why a dispute cannot be closed on that day. */
export function closingRefusals(
  { openedOn, closedOn }: { readonly openedOn: Day; readonly closedOn: Day },
  clock: Pick<Clock, 'today'>,
): readonly Refusal[] {
  return refusalsOf(
    closedOn < openedOn
      ? refusal(
          'closed_before_opened',
          `It was opened on ${dayInWords(openedOn)}, and ends no earlier.`,
          'closedOn',
        )
      : null,
    notYet(closedOn, 'closedOn', clock),
  );
}

function notYet(day: Day, field: string, { today }: Pick<Clock, 'today'>): Refusal | null {
  return day > today ? refusal('in_the_future', 'This day has not come yet.', field) : null;
}
