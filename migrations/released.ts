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
];
