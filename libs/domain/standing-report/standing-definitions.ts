import type { StandingList } from './standing-lists';

/** What a list counts, word for word the same on the page and in a file. */
export interface StandingDefinition {
  readonly name: string;
  readonly counted: string;
  readonly notCounted: string;
  /** From which day it is counted. */
  readonly day: string;
}

// prettier-ignore
export const standingDefinitions: Readonly<Record<StandingList, StandingDefinition>> = {
  waiting_requests: {
    name: 'Requests waiting for a payer',
    counted: 'Requests that were submitted, received or pended: the payer acts next. Money is units asked for times the fee of the case’s worksheet.',
    notCounted: 'Requests about which the payer asked something back, wants to be called, or approved by phone without proof: these wait for the clinic. Requests without a worksheet’s fee are counted, and add no money.',
    day: 'Days since the day of submission.',
  },
  owed_amounts: {
    name: 'Self-pay amounts owed',
    counted: 'With a payment plan in force: each installment that is due and not paid in full. Without one, or once the agreement was withdrawn: each performed session that was charged and not paid in full. Payments, less refunds, and what was given up fill the oldest first.',
    notCounted: 'Installments that are not due yet, anything of an agreement in dispute, and sessions that the ledger has not charged.',
    day: 'Days since the day the installment was due, or the session performed.',
  },
  expiring_authorizations: {
    name: 'Authorizations that expire',
    counted: 'Authorizations in force of open cases whose last day is today or within the days chosen, one row for each code. Left is approved less performed less scheduled, as booking has it.',
    notCounted: 'Authorizations that await an assent, were revoked or replaced. Self-pay agreements.',
    day: 'Days until the last day that is covered.',
  },
  used_up_authorizations: {
    name: 'Authorizations without units left',
    counted: 'Authorizations in force of open cases, not expired, of which every unit of a code is performed or scheduled.',
    notCounted: 'Authorizations that await an assent, were revoked or replaced. Self-pay agreements.',
    day: 'Days until the last day that is covered.',
  },
  ended_authorizations: {
    name: 'Authorizations that are over',
    counted: 'Authorizations that expired, or of which every unit was performed, within the last 12 months. Utilization is units performed divided by units approved.',
    notCounted: 'Authorizations that were revoked or replaced, and those that await an assent.',
    day: 'Days since the last day that was covered, or since the last session where that was earlier.',
  },
  open_cases: {
    name: 'Open cases by owner',
    counted: 'Cases that are not closed, by who owns them now. Due today and overdue are what the queue calls due.',
    notCounted: 'Closed cases.',
    day: 'Days since the case was due, by the queue’s due day.',
  },
  recorded_steps: {
    name: 'Steps recorded in the last four weeks',
    counted: 'Every step that a person recorded in a case: benefit calls, what was sent to payers, payer answers from whichever channel, and all others.',
    notCounted: 'What Stipple did by itself, drafts, reading, and checks of a portal that found nothing new. No minutes, no times of day, no keys or clicks: they say how somebody works, not how work is shared, and a count of them would be worked for instead of the patient.',
    day: 'The day on which it was recorded.',
  },
};
