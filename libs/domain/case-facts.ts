import { Clock, Day, Instant } from './calendar';
import type { Channel } from './channel';
import type { ClockName } from './clocks/clock-names';
import type { PayerTerms } from './clocks/clock-question';
import type { Moment } from './clocks/start-events';
import type { CodesOnFile } from './codes/codes-on-file';
import { PlanType } from './coverage';
import type { DecisionFinding } from './denials/decision-findings';
import type { DenialCodes } from './denials/denial';
import type { EstimateStarts } from './estimate/estimate-clock';
import type { BodySite, Side } from './injury';
import { Cents } from './money';
import { AuthRequestState } from './moves/auth-request-moves';
import { AuthorizationState } from './moves/authorization-moves';
import { CaseState } from './moves/case-moves';
import { ChallengeState } from './moves/challenge-moves';
import { ClaimState } from './moves/claim-moves';
import { LetterState } from './moves/letter-moves';
import { ScreeningState } from './moves/screening-moves';
import { SelfPayState } from './moves/self-pay-moves';
import { SessionState } from './moves/session-moves';
import { TaskState } from './moves/task-moves';
import type { WorksheetState } from './moves/worksheet-moves';
import type { RequestPurpose } from './request-purpose';
import type { WorksheetContent } from './worksheet/worksheet';

/** Everything about one case that a guard or the standing looks at, read in one go under the case's lock. */
export interface CaseFacts {
  readonly clock: Clock;
  readonly case: CaseRecord;
  /** How long the payer gives and takes, by the newest profile that the clinic has of it; empty where it has none. */
  readonly payerTerms: PayerTerms;
  /** In the order in which they were set: of two about the same clock the later one stands. */
  readonly clockOverrides: readonly ClockOverride[];
  /** What the code lists know of the case’s diagnoses. */
  readonly codes: CodesOnFile;
  readonly benefitCalls: readonly BenefitCall[];
  readonly documents: readonly CaseDocument[];
  readonly screenings: readonly Screening[];
  readonly letters: readonly Letter[];
  readonly worksheets: readonly Worksheet[];
  readonly requests: readonly AuthRequest[];
  readonly authorizations: readonly Authorization[];
  readonly challenges: readonly Challenge[];
  /** What was found out about decisions, the oldest first. */
  readonly decisionFindings: readonly DecisionFinding[];
  readonly agreements: readonly SelfPayAgreement[];
  readonly clearances: readonly Clearance[];
  readonly sessions: readonly Session[];
  readonly claims: readonly Claim[];
  readonly tasks: readonly Task[];
}

/** What every subject of a lifecycle has: an id, the state it is in and the number of its last event. */
export interface Subject<State extends string> {
  readonly id: string;
  readonly state: State;
  readonly seq: number;
}

export interface CaseRecord extends Subject<CaseState> {
  readonly planType: PlanType;
  readonly procedureCode: string;
  readonly plannedSessions: number;
  readonly diagnoses: readonly string[];
  readonly bodySite: BodySite;
  readonly side: Side;
  /** The treating physician as a member of the staff. */
  readonly physicianId: string;
  readonly ownerId: string | null;
  readonly nextTouchOn: Day | null;
}

/** A manager's own end of a clock, about the request itself or about a challenge of it. */
export interface ClockOverride {
  readonly requestId: string;
  readonly clock: ClockName;
  readonly dueOn: Day;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** Why a payer takes longer: for itself, or because it waits for what it asked of the clinic. */
export const extensionReasons = ['more_time', 'missing_information'] as const;
export type ExtensionReason = (typeof extensionReasons)[number];

export const extensionReasonWords: Readonly<Record<ExtensionReason, string>> = {
  more_time: 'It needs more time',
  missing_information: 'It waits for what it asked of us',
};

export interface ExtensionNotice {
  readonly datedOn: Day;
  readonly because: ExtensionReason;
}

export interface BenefitCall {
  readonly id: string;
  readonly calledAt: Instant;
  readonly referenceNumber: string;
  readonly authorizationRequired: 'yes' | 'no' | 'unknown';
}

export interface CaseDocument {
  readonly id: string;
  readonly kind: DocumentKind;
}

export const documentKinds = [
  'photo',
  'range_of_motion',
  'scar_scale',
  'prior_treatment',
  'clinical_note',
  'payer_policy',
  'payer_notice',
  'submission_proof',
  'waiver',
  'signed_estimate',
  'representative_form',
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documentKindWords: Record<DocumentKind, string> = {
  photo: 'Photograph',
  range_of_motion: 'Range of motion',
  scar_scale: 'Scar scale',
  prior_treatment: 'Prior treatment',
  clinical_note: 'Clinical note',
  payer_policy: 'Payer’s written policy',
  payer_notice: 'Payer’s notice',
  submission_proof: 'Proof of submission',
  waiver: 'Waiver',
  signed_estimate: 'Signed estimate',
  representative_form: 'Representative form',
  other: 'Other',
};

export const screeningOutcomes = ['likely_medical', 'cosmetic', 'uncertain'] as const;
export type ScreeningOutcome = (typeof screeningOutcomes)[number];

export interface Screening extends Subject<ScreeningState> {
  readonly outcome: ScreeningOutcome;
}

export interface Letter extends Subject<LetterState> {
  readonly procedureCodes: readonly string[];
}

/** What an unlisted code of the case does not say by itself; one of each code. */
export interface Worksheet extends Subject<WorksheetState>, WorksheetContent {
  readonly procedureCode: string;
}

export interface CodeUnits {
  readonly procedureCode: string;
  readonly units: number;
}

export interface AuthRequest extends Subject<AuthRequestState> {
  readonly lines: readonly CodeUnits[];
  readonly fromOn: Day;
  readonly toOn: Day;
  readonly urgency: 'standard' | 'expedited';
  readonly submittedAt: Instant | null;
  readonly submittedOwnerId: string | null;
  readonly payerReceivedOn: Day | null;
  /** The same as a point in time: the payer's clock of hours starts from it. */
  readonly payerReceivedAt: Instant | null;
  /** How it went; null before it is sent. Some states are quicker with what came electronically. */
  readonly channel: Channel | null;
  /** When the payer last asked, a day where its notice bears only that; and when the clinic's answer to it went out. */
  readonly askedAt: Moment | null;
  readonly answeredAt: Instant | null;
  readonly respondByOn: Day | null;
  /** The payer's newest written notice that it takes longer. */
  readonly extension: ExtensionNotice | null;
  /** The day of the payer's decision, once there is one. */
  readonly decidedOn: Day | null;
  /** The date on the letter of the decision, and the day it came; null where that is not on record. */
  readonly noticeDatedOn: Day | null;
  readonly noticeReceivedOn: Day | null;
  /** What its class is read from, by `readDenial`; null for what was granted, and where it is not on record why less was. */
  readonly denial: DenialCodes | null;
  readonly supersedesId: string | null;
  readonly purpose: RequestPurpose;
  /** What it asks to have extended, renewed or revised. */
  readonly ofAuthorizationId: string | null;
}

export const authorizationBases = ['approved', 'partial', 'modified', 'not_required'] as const;
export type AuthorizationBasis = (typeof authorizationBases)[number];

export interface Authorization extends Subject<AuthorizationState> {
  readonly basis: AuthorizationBasis;
  readonly requestId: string | null;
  readonly number: string;
  readonly effectiveOn: Day;
  readonly expiresOn: Day;
  readonly lines: readonly CodeUnits[];
  /** Who has agreed so far, by the role they agreed in. */
  readonly assents: readonly Assent[];
}

/** A second pair of eyes: the difference acknowledged, or “no authorization required” confirmed. */
export interface Assent {
  readonly as: 'coordinator' | 'physician' | 'manager';
  readonly staffId: string;
}

export const challengeKinds = [
  'peer_to_peer',
  'reconsideration',
  'appeal_1',
  'appeal_2',
  'external_review',
  'independent_review_entity',
  'exception',
] as const;
export type ChallengeKind = (typeof challengeKinds)[number];

/** What a challenge argues: that it is needed, that it is proven, what the plan's words say, or that it was set right. */
export const challengeGrounds = ['necessity', 'proof', 'plan_language', 'correction'] as const;
export type ChallengeGround = (typeof challengeGrounds)[number];

export const challengeGroundWords: Record<ChallengeGround, string> = {
  necessity: 'Medical necessity',
  proof: 'Proof of the method',
  plan_language: 'The plan’s own words',
  correction: 'A correction',
};

/** In whose right an appeal is filed: for the patient, who names the clinic as representative, or in the clinic's own. */
export const appealRights = ['representative', 'own_right'] as const;
export type AppealRight = (typeof appealRights)[number];

export const appealRightWords: Record<AppealRight, string> = {
  representative: 'For the patient, as their representative',
  own_right: 'In the clinic’s own right',
};

/** Whether the clinic needs the patient's form to act for them, and has it. */
export const representations = ['not_needed', 'on_file', 'missing'] as const;
export type Representation = (typeof representations)[number];

export interface Challenge extends Subject<ChallengeState> {
  readonly kind: ChallengeKind;
  readonly requestId: string;
  readonly clinical: boolean;
  readonly fileByOn: Day | null;
  /** Set by a manager when a late filing has good cause. */
  readonly lateReason: string | null;
  readonly sentOn: Day | null;
  readonly payerReceivedOn: Day | null;
  readonly decidedOn: Day | null;
  /** Recorded when the plan broke its own rules and the internal levels count as used up. */
  readonly deemedExhausted: boolean;
  /** Null of a call, and of what was opened before it was asked. */
  readonly argues: ChallengeGround | null;
  readonly representation: Representation;
}

export interface SelfPayAgreement extends Subject<SelfPayState> {
  readonly procedureCode: string;
  readonly sessions: number;
  readonly totalCents: Cents;
  readonly estimateOn: Day | null;
  readonly validUntil: Day | null;
  /** Which of its estimates it goes by, counted from one; null before the first was issued. */
  readonly estimateVersion: number | null;
  /** What sets the clock of its estimate going, as far as it was entered. */
  readonly starts: EstimateStarts;
  readonly hasWaiver: boolean;
  /** The patient has asked that the plan is not told (45 CFR 164.522(a)(1)(vi)). */
  readonly withheldFromPayer: boolean;
}

/** The only key to a booking. Made by PostgreSQL’s rules from an authorization or a signed agreement. */
export interface Clearance {
  readonly id: string;
  readonly authorizationId: string | null;
  readonly agreementId: string | null;
  /** The authorization’s number, or null for self-pay. */
  readonly number: string | null;
  readonly procedureCode: string;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly active: boolean;
  readonly units: number;
  /** Units held by booked sessions. */
  readonly held: number;
  /** Units used up by performed sessions. */
  readonly used: number;
  readonly clinicianIds: readonly string[];
}

export interface Session extends Subject<SessionState> {
  readonly procedureCode: string;
  readonly units: number;
  readonly day: Day | null;
  readonly startsAt: Instant | null;
  readonly clearanceId: string | null;
  readonly selfPay: boolean;
}

export interface Claim extends Subject<ClaimState> {
  readonly sessionId: string;
  /** What the payer leaves to the patient (group PR), and what the clinic absorbs (group CO). */
  readonly patientCents: Cents;
  readonly contractualCents: Cents;
  readonly balanceCents: Cents;
  readonly hasLineDescription: boolean;
  readonly hasAuthorizationNumber: boolean;
}

export interface Task extends Subject<TaskState> {
  readonly kind: TaskKind;
  readonly about: string;
  readonly forRole: 'coordinator' | 'physician' | 'manager';
  readonly dueOn: Day;
}

export const taskKinds = [
  'rebook_blocked',
  'call_payer',
  'prove_phone_approval',
  'answer_payer',
  'revise_letter',
  'clinical_alert',
  'answer_late',
  'chase_decision',
  'renew_authorization',
  'ask_for_units',
  'secure_booking',
  'confirm_receipt',
  'ask_for_call',
  'file_appeal',
  'filing_missed',
  'collect_installment',
  'give_estimate',
  'settle_card_payment',
  'look_at_photos',
] as const;
export type TaskKind = (typeof taskKinds)[number];
