import type { Attack } from './attack';
import { bookingAttacks } from './booking';
import { cardAttacks } from './cards';
import { changingAttacks } from './changing';
import { clinicAttacks } from './clinics';
import { copyAttacks } from './copies';
import { disputeAttacks } from './disputes';
import { generatedAttacks } from './generated';
import { historyAttacks } from './history';
import { ledgerAttacks } from './ledger';
import { paperAttacks } from './papers';
import { payingAttacks } from './paying';
import { performingAttacks } from './performing';
import { planAttacks } from './plans';
import { privilegeAttacks } from './privileges';
import { reversalAttacks } from './reversals';
import { rowAttacks } from './rows';
import { schemaAttacks } from './schema';
import { unlockingAttacks } from './unlocking';

export type { Attack } from './attack';

export const attacks: readonly Attack[] = [
  ...bookingAttacks,
  ...changingAttacks,
  ...copyAttacks,
  ...generatedAttacks,
  ...unlockingAttacks,
  ...payingAttacks,
  ...ledgerAttacks,
  ...reversalAttacks,
  ...planAttacks,
  ...disputeAttacks,
  ...cardAttacks,
  ...performingAttacks,
  ...historyAttacks,
  ...rowAttacks,
  ...paperAttacks,
  ...privilegeAttacks,
  ...clinicAttacks,
  ...schemaAttacks,
];
