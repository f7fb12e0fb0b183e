import { casesForms } from '@stipple/cases-ui';
import { decisionsForms } from '@stipple/decisions-ui';
import { evidenceForms } from '@stipple/evidence-ui';
import { packetsForms } from '@stipple/packets-ui';
import { payersForms } from '@stipple/payers-ui';
import { scheduleForms } from '@stipple/schedule-ui';
import { selfPayForms } from '@stipple/selfpay-ui';
import type { MoveForms } from '@stipple/ui';

/** The forms of all moves, by the library that owns the move. */
export const moveForms: readonly MoveForms[] = [
  casesForms,
  payersForms,
  evidenceForms,
  packetsForms,
  decisionsForms,
  scheduleForms,
  selfPayForms,
];
