import { AnyLifecycle } from './lifecycle/lifecycle';
import { groundLifecycle } from './denials/appeal-grounds';
import { findingLifecycle } from './denials/decision-findings';
import { evidenceLifecycle } from './evidence/records';
import { authRequestLifecycle } from './moves/auth-request-moves';
import { authorizationLifecycle } from './moves/authorization-moves';
import { cardTransactionLifecycle } from './moves/card-moves';
import { caseLifecycle } from './moves/case-moves';
import { challengeLifecycle } from './moves/challenge-moves';
import { claimLifecycle } from './moves/claim-moves';
import { clockChangeLifecycle } from './moves/clock-moves';
import { disputeLifecycle } from './moves/dispute-moves';
import { ledgerEntryLifecycle, paymentPlanLifecycle } from './moves/ledger-moves';
import { letterLifecycle } from './moves/letter-moves';
import { benefitCallLifecycle, documentLifecycle } from './moves/record-moves';
import { billingNoteLifecycle, clinicalNoteLifecycle } from './moves/note-moves';
import { patientPhotoLifecycle } from './moves/patient-photo-moves';
import { photoDetailLifecycle } from './moves/photo-moves';
import { screeningLifecycle } from './moves/screening-moves';
import { selfPayLifecycle } from './moves/self-pay-moves';
import { sessionLifecycle } from './moves/session-moves';
import { taskLifecycle } from './moves/task-moves';
import { withheldReasonLifecycle } from './moves/withheld-moves';
import { worksheetLifecycle } from './moves/worksheet-moves';

/** Every lifecycle there is. PostgreSQL's `move_allowed` holds exactly the rows of these tables. */
export const lifecycles: readonly AnyLifecycle[] = [
  caseLifecycle,
  benefitCallLifecycle,
  documentLifecycle,
  evidenceLifecycle,
  photoDetailLifecycle,
  patientPhotoLifecycle,
  billingNoteLifecycle,
  clinicalNoteLifecycle,
  screeningLifecycle,
  letterLifecycle,
  worksheetLifecycle,
  authRequestLifecycle,
  authorizationLifecycle,
  withheldReasonLifecycle,
  challengeLifecycle,
  groundLifecycle,
  findingLifecycle,
  selfPayLifecycle,
  ledgerEntryLifecycle,
  paymentPlanLifecycle,
  disputeLifecycle,
  cardTransactionLifecycle,
  sessionLifecycle,
  claimLifecycle,
  taskLifecycle,
  clockChangeLifecycle,
];
