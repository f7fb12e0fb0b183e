import { ClinicsAndStaff } from './1795392000001-clinics-and-staff';
import { Roster } from './1795392000002-roster';
import { MovesAndEvents } from './1795392000003-moves-and-events';
import { Cases } from './1795392000004-cases';
import { RequestsAndAuthorizations } from './1795392000005-requests-and-authorizations';
import { SelfPay } from './1795392000006-self-pay';
import { ClearancesAndSessions } from './1795392000007-clearances-and-sessions';
import { ChallengesAndClaims } from './1795392000008-challenges-and-claims';
import { AuditAndIdempotency } from './1795392000009-audit-and-idempotency';
import { MovesOfFirstRelease } from './1795392000010-moves-of-first-release';
import { RosterImport } from './1795392000011-roster-import';
import { StaffPreference } from './1795392000012-staff-preference';
import { Queue } from './1795392000013-queue';
import { NotesInTwoLanes } from './1795392000014-notes-in-two-lanes';
import { Drafts } from './1795392000015-drafts';
import { PresenceAndTries } from './1795392000016-presence-and-tries';
import { ChangesAsked } from './1795392000018-changes-asked';
import { QueueWalks } from './1795392000023-queue-walks';
import { PressDay } from './1795392000024-press-day';
import { Codes } from './1795392000025-codes';
import { ShippedCodes } from './1795392000026-shipped-codes';
import { PayerDirectory } from './1795392000027-payer-directory';
import { PolicyVersions } from './1795392000028-policy-versions';
import { PolicyDryRuns } from './1795392000029-policy-dry-runs';
import { Evidence } from './1795392000030-evidence';
import { EvidenceMeasured } from './1795392000031-evidence-measured';
import { EvidenceTold } from './1795392000032-evidence-told';
import { Photographs } from './1795392000033-photographs';
import { BoundLetters } from './1795392000035-bound-letters';
import { CodeWorksheets } from './1795392000036-code-worksheets';
import { SealedPackets } from './1795392000037-sealed-packets';
import { ScreeningsByPolicy } from './1795392000040-screenings-by-policy';
import { SubmissionLog } from './1795392000041-submission-log';
import { ElectronicChannels } from './1795392000042-electronic-channels';
import { DryRunsOnTheRecord } from './1795392000043-dry-runs-on-the-record';
import { ChallengesAtWork } from './1795392000044-challenges-at-work';
import { Watching } from './1795392000045-watching';
import { ExtensionsAndRenewals } from './1795392000046-extensions-and-renewals';
import { ClockOverrides } from './1795392000047-clock-overrides';
import { DenialsAsReceived } from './1795392000048-denials-as-received';
import { WhatAnAppealRestsOn } from './1795392000049-what-an-appeal-rests-on';
import { WhatWasWithheld } from './1795392000050-what-was-withheld';
import { WatchedFilings } from './1795392000051-watched-filings';
import { NoticesRead } from './1795392000052-notices-read';
import { NoticesAndExtensions } from './1795392000053-notices-and-extensions';
import { RecomputedClocks } from './1795392000054-recomputed-clocks';
import { LedgerAndPaymentPlans } from './1795392000055-ledger-and-payment-plans';
import { GoodFaithEstimates } from './1795392000056-good-faith-estimates';
import { PatientLinks } from './1795392000057-patient-links';
import { Disputes } from './1795392000058-disputes';
import { CardTransactions } from './1795392000059-card-transactions';
import { ThePatientsPart } from './1795392000060-the-patients-part';
import { ReversedEntries } from './1795392000061-reversed-entries';
import { DecisionsByDay } from './1795392000062-decisions-by-day';
import { ScheduledReports } from './1795392000063-scheduled-reports';
import { FoundAlongAnIndex } from './1795392000064-found-along-an-index';
import { RequestsAsReported } from './1795392000065-requests-as-reported';
import { WhatStandsNow } from './1795392000067-what-stands-now';
import { ReportedDays } from './1795392000068-reported-days';
import { UnsentCasesAreNotReported } from './1795392000069-unsent-cases-are-not-reported';
import { MoneyAndClocksAsReported } from './1795392000070-money-and-clocks-as-reported';
import { CountedAlongAnIndex } from './1795392000071-counted-along-an-index';
import { EnoughIsFound } from './1795392000072-enough-is-found';

/** All migrations in their order. A new one is added at the end; a released one is never edited. */
export const released = [
  ClinicsAndStaff,
  Roster,
  MovesAndEvents,
  Cases,
  RequestsAndAuthorizations,
  SelfPay,
  ClearancesAndSessions,
  ChallengesAndClaims,
  AuditAndIdempotency,
  MovesOfFirstRelease,
  RosterImport,
  StaffPreference,
  Queue,
  NotesInTwoLanes,
  Drafts,
  PresenceAndTries,
  ChangesAsked,
  QueueWalks,
  PressDay,
  Codes,
  ShippedCodes,
  PayerDirectory,
  PolicyVersions,
  PolicyDryRuns,
  Evidence,
  EvidenceMeasured,
  EvidenceTold,
  Photographs,
  BoundLetters,
  CodeWorksheets,
  SealedPackets,
  ScreeningsByPolicy,
  SubmissionLog,
  ElectronicChannels,
  DryRunsOnTheRecord,
  ChallengesAtWork,
  Watching,
  ExtensionsAndRenewals,
  ClockOverrides,
  DenialsAsReceived,
  WhatAnAppealRestsOn,
  WhatWasWithheld,
  WatchedFilings,
  NoticesRead,
  NoticesAndExtensions,
  RecomputedClocks,
  LedgerAndPaymentPlans,
  GoodFaithEstimates,
  PatientLinks,
  Disputes,
  CardTransactions,
  ThePatientsPart,
  ReversedEntries,
  DecisionsByDay,
  ScheduledReports,
  FoundAlongAnIndex,
  RequestsAsReported,
  WhatStandsNow,
  ReportedDays,
  UnsentCasesAreNotReported,
  MoneyAndClocksAsReported,
  CountedAlongAnIndex,
  EnoughIsFound,
];
