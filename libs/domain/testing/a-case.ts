import type { Clock } from '../calendar';
import type {
  AuthRequest,
  Authorization,
  BenefitCall,
  CaseDocument,
  CaseFacts,
  CaseRecord,
  Challenge,
  Claim,
  Clearance,
  Letter,
  Screening,
  SelfPayAgreement,
  Session,
  Task,
  Worksheet,
} from '../case-facts';
import { shippedOnFile } from '../codes/codes-on-file';
import type { Guard } from '../lifecycle/lifecycle';
import type { Actor, Role } from '../people';

// Builders for specs, in the domain's words: each makes the plainest one, with what the story needs laid over it.

export const clock: Clock = {
  now: '2026-11-23T15:00:00Z',
  today: '2026-11-23',
  timeZone: 'America/New_York',
};

export const treatingPhysician = 'dr-pat';
export const clinician = 'clinician-pat';

/** An open case in which nothing has happened yet; `more` says what has. */
export function aCase(more: Partial<CaseFacts> = {}): CaseFacts {
  return {
    clock,
    case: aRecord(),
    payerTerms: { clocks: [] },
    clockOverrides: [],
    codes: shippedOnFile((more.case ?? aRecord()).diagnoses),
    benefitCalls: [],
    documents: [],
    screenings: [],
    letters: [],
    worksheets: [],
    requests: [],
    authorizations: [],
    challenges: [],
    decisionFindings: [],
    agreements: [],
    clearances: [],
    sessions: [],
    claims: [],
    tasks: [],
    ...more,
  };
}

export const aRecord = (more: Partial<CaseRecord> = {}): CaseRecord => ({
  id: 'case-1',
  state: 'open',
  seq: 1,
  planType: 'commercial_insured',
  procedureCode: '17999',
  plannedSessions: 3,
  diagnoses: ['L90.5', 'T23.301S'],
  bodySite: 'hand',
  side: 'right',
  physicianId: treatingPhysician,
  ownerId: 'billie',
  nextTouchOn: '2026-11-26',
  ...more,
});

export const aBenefitCall = (more: Partial<BenefitCall> = {}): BenefitCall => ({
  id: 'call-1',
  calledAt: '2026-11-22T15:00:00Z',
  referenceNumber: 'CALL-1',
  authorizationRequired: 'yes',
  ...more,
});

export const aDocument = (kind: CaseDocument['kind'], id = `document-${kind}`): CaseDocument => ({
  id,
  kind,
});

export const aScreening = (more: Partial<Screening> = {}): Screening => ({
  id: 'screening-1',
  state: 'signed',
  seq: 2,
  outcome: 'likely_medical',
  ...more,
});

export const aLetter = (more: Partial<Letter> = {}): Letter => ({
  id: 'letter-1',
  state: 'signed',
  seq: 3,
  procedureCodes: ['17999'],
  ...more,
});

/** The worksheet of 17999, filled in. */
export const aWorksheet = (more: Partial<Worksheet> = {}): Worksheet => ({
  id: 'worksheet-1',
  state: 'complete',
  seq: 1,
  procedureCode: '17999',
  comparatorCode: '0479T',
  comparison: 'The same scar and area; needles instead of a laser, and a third more time.',
  minutes: 45,
  skill: 'Physician, trained in medical microneedling of contractures.',
  equipment: 'Needling pen, cleared for acne scars only; sterile cartridge and anaesthetic.',
  feeCents: 45_000,
  feeRestsOn: 'comparator',
  feeBasis: 'Fee for 0479T of $360.00 times 1.25, the ratio of the minutes.',
  lineDescription: 'MEDICAL MICRONEEDLING OF BURN SCAR, RIGHT HAND',
  ...more,
});

export const aRequest = (more: Partial<AuthRequest> = {}): AuthRequest => ({
  id: 'request-1',
  state: 'received',
  seq: 4,
  lines: [{ procedureCode: '17999', units: 6 }],
  fromOn: '2026-11-23',
  toOn: '2027-02-21',
  urgency: 'standard',
  submittedAt: '2026-11-23T14:00:00Z',
  submittedOwnerId: 'billie',
  payerReceivedOn: '2026-11-23',
  payerReceivedAt: '2026-11-23T14:00:00Z',
  channel: 'portal',
  askedAt: null,
  answeredAt: null,
  respondByOn: null,
  extension: null,
  decidedOn: null,
  noticeDatedOn: null,
  noticeReceivedOn: null,
  denial: null,
  supersedesId: null,
  purpose: 'initial',
  ofAuthorizationId: null,
  ...more,
});

export const anAuthorization = (more: Partial<Authorization> = {}): Authorization => ({
  id: 'authorization-1',
  state: 'in_force',
  seq: 1,
  basis: 'approved',
  requestId: 'request-1',
  number: 'AUTH-1',
  effectiveOn: '2026-11-23',
  expiresOn: '2027-02-21',
  lines: [{ procedureCode: '17999', units: 6 }],
  assents: [],
  ...more,
});

export const aClearance = (more: Partial<Clearance> = {}): Clearance => ({
  id: 'clearance-1',
  authorizationId: 'authorization-1',
  agreementId: null,
  number: 'AUTH-1',
  procedureCode: '17999',
  opensOn: '2026-11-23',
  closesOn: '2027-02-21',
  active: true,
  units: 6,
  held: 0,
  used: 0,
  clinicianIds: [clinician],
  ...more,
});

export const aSelfPayClearance = (more: Partial<Clearance> = {}): Clearance =>
  aClearance({ authorizationId: null, agreementId: 'agreement-1', number: null, ...more });

export const anAgreement = (more: Partial<SelfPayAgreement> = {}): SelfPayAgreement => ({
  id: 'agreement-1',
  state: 'estimate_issued',
  seq: 2,
  procedureCode: '17999',
  sessions: 3,
  totalCents: 150_000,
  estimateOn: '2026-11-20',
  validUntil: '2027-05-20',
  estimateVersion: 1,
  starts: { askedOn: null, scheduledOn: null, serviceOn: null },
  hasWaiver: false,
  withheldFromPayer: false,
  ...more,
});

export const aSession = (more: Partial<Session> = {}): Session => ({
  id: 'session-1',
  state: 'scheduled',
  seq: 1,
  procedureCode: '17999',
  units: 1,
  day: '2026-11-30',
  startsAt: '2026-11-30T15:00:00Z',
  clearanceId: 'clearance-1',
  selfPay: false,
  ...more,
});

export const aChallenge = (more: Partial<Challenge> = {}): Challenge => ({
  id: 'challenge-1',
  state: 'drafted',
  seq: 2,
  kind: 'appeal_1',
  requestId: 'request-1',
  clinical: false,
  fileByOn: null,
  lateReason: null,
  sentOn: null,
  payerReceivedOn: null,
  decidedOn: null,
  deemedExhausted: false,
  argues: null,
  representation: 'not_needed',
  ...more,
});

export const aClaim = (more: Partial<Claim> = {}): Claim => ({
  id: 'claim-1',
  state: 'draft',
  seq: 1,
  sessionId: 'session-1',
  patientCents: 0,
  contractualCents: 0,
  balanceCents: 0,
  hasLineDescription: true,
  hasAuthorizationNumber: true,
  ...more,
});

export const aTask = (more: Partial<Task> = {}): Task => ({
  id: 'task-1',
  state: 'open',
  seq: 1,
  kind: 'rebook_blocked',
  about: 'A booked session lost clearance.',
  forRole: 'coordinator',
  dueOn: '2026-11-24',
  ...more,
});

export const someone = (...roles: readonly Role[]): Actor => ({ staffId: `a-${roles.join('-')}`, roles });
export const theTreatingPhysician: Actor = { staffId: treatingPhysician, roles: ['physician'] };

/** The codes of refusals, for specs that care which and not how it is said. */
export const codesOf = (refusals: ReturnType<Guard<unknown>>): readonly string[] =>
  [refusals ?? []].flat().map((one) => one.code);
