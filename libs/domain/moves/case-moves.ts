import { clocksOfCase } from '../case-clocks/case-clocks';
import type { CaseRecord } from '../case-facts';
import { Guard, Lifecycle, nowhere } from '../lifecycle/lifecycle';
import { refusal } from '../refusal';
import { isLive } from './session-moves';
import { isOpenRequest } from './auth-request-moves';

export type CaseState = 'open' | 'closed';

export const closeReasons = [
  'completed',
  'cosmetic_declined',
  'patient_withdrew',
  'deceased',
  'no_coverage',
  'exhausted_appeals',
  'transferred',
] as const;
export type CloseReason = (typeof closeReasons)[number];

export const closeReasonWords: Record<CloseReason, string> = {
  completed: 'Treatment completed',
  cosmetic_declined: 'Cosmetic, patient declined',
  patient_withdrew: 'Patient withdrew',
  deceased: 'Patient died',
  no_coverage: 'No coverage',
  exhausted_appeals: 'Appeals exhausted',
  transferred: 'Transferred elsewhere',
};

const nothingBooked: Guard<CaseRecord> = ({ facts }) => {
  const booked = facts.sessions.filter(
    (session) => isLive(session.state) || session.state === 'blocked',
  ).length;
  return booked === 0
    ? null
    : refusal(
        'sessions_booked',
        `${booked === 1 ? 'A session is' : `${booked} sessions are`} still booked or blocked; cancel or perform ${booked === 1 ? 'it' : 'them'} first.`,
      );
};

const nothingAtPayer: Guard<CaseRecord> = ({ facts }) =>
  facts.requests.some((request) => isOpenRequest(request.state))
    ? refusal('request_open', 'A request is still with the payer; record its decision or withdraw it first.')
    : null;

const somethingAtPayer: Guard<CaseRecord> = ({ facts }) =>
  facts.requests.some((request) => isOpenRequest(request.state))
    ? null
    : refusal('nothing_with_payer', 'No request is with the payer, so there is nothing to extend.');

const noChallengeRunning: Guard<CaseRecord> = ({ facts }) =>
  facts.challenges.some((challenge) =>
    ['open', 'drafted', 'signed', 'sent', 'received'].includes(challenge.state),
  )
    ? refusal('challenge_open', 'An appeal is still running; decide or withdraw it first.')
    : null;

/** A closed case leaves every list; an alert must not leave with it. */
const noAlertOpen: Guard<CaseRecord> = ({ facts }) =>
  facts.tasks.some((task) => task.kind === 'clinical_alert' && task.state === 'open')
    ? refusal('alert_open', 'A clinical alert is open; the physician has to see to it first.')
    : null;

const somethingIsDue: Guard<CaseRecord> = ({ facts }) =>
  clocksOfCase(facts).length > 0
    ? null
    : refusal('nothing_due', 'Nothing is due in this case, so no other day can be set for it.');

const team = ['coordinator', 'physician', 'manager'] as const;

export const caseLifecycle: Lifecycle<CaseState, CaseRecord> = {
  subject: 'treatment_case',
  words: 'a case',
  states: { open: 'open', closed: 'closed' },
  terminal: [],
  // prettier-ignore
  moves: [
    { move: 'open', label: 'Open case', happened: 'Case opened', from: [nowhere], to: ['open'], by: ['coordinator'], needs: ['patientId', 'coverageId', 'planType', 'cause', 'bodySite', 'diagnoses', 'procedureCode', 'plannedSessions', 'physicianId', 'nextTouchOn'], guards: [] },
    { move: 'plan_touch', label: 'Set next touch', happened: 'Next touch set', from: ['open'], to: ['open'], by: team, needs: ['nextTouchOn'], guards: [] },
    { move: 'assign', label: 'Assign', happened: 'Case assigned', from: ['open'], to: ['open'], by: ['coordinator', 'manager'], needs: ['ownerId'], guards: [] },
    { move: 'correct', label: 'Correct case details', happened: 'Case details corrected', from: ['open'], to: ['open'], by: ['coordinator'], needs: ['planType', 'diagnoses', 'plannedSessions'], guards: [nothingAtPayer] },
    { move: 'override_clock', label: 'Set another deadline', happened: 'Deadline set by a manager', from: ['open'], to: ['open'], by: ['manager'], needs: ['requestId', 'clock', 'dueOn', 'reason'], guards: [somethingIsDue] },
    { move: 'record_extension', label: 'Record payer’s extension', happened: 'Payer extended its time to decide', from: ['open'], to: ['open'], by: ['coordinator'], needs: ['requestId', 'datedOn', 'because', 'words', 'proofId'], guards: [somethingAtPayer] },
    { move: 'close', label: 'Close case', happened: 'Case closed', from: ['open'], to: ['closed'], by: ['coordinator', 'manager'], needs: ['reason'], guards: [nothingBooked, nothingAtPayer, noChallengeRunning, noAlertOpen] },
    { move: 'reopen', label: 'Reopen case', happened: 'Case reopened', from: ['closed'], to: ['open'], by: ['coordinator', 'manager'], needs: ['reason', 'nextTouchOn'], guards: [] },
  ],
};
