import { CaseEventEntity } from './rows/case-event.entity';
import { ClearanceClinicianEntity, ClearanceEntity } from './rows/clearance.entity';
import { LedgerEntryEntity, LedgerPostingEntity } from './rows/ledger-entry.entity';
import { SelfPayAgreementEntity } from './rows/self-pay-agreement.entity';
import { SignatureEntity } from './rows/signature.entity';
import { TaskEntity } from './rows/task.entity';
import { TreatmentCaseEntity } from './rows/treatment-case.entity';
import { TreatmentSessionEntity } from './rows/treatment-session.entity';

/** The tables that moves of several libraries write. */
export const moveEntities = [
  TreatmentCaseEntity,
  CaseEventEntity,
  SelfPayAgreementEntity,
  LedgerEntryEntity,
  LedgerPostingEntity,
  SignatureEntity,
  TaskEntity,
  ClearanceEntity,
  ClearanceClinicianEntity,
  TreatmentSessionEntity,
];
