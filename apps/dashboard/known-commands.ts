import { caseCommands, queueCommands, readingCommands, waitingCommands } from '@stipple/cases-ui/commands';
import { evidenceCommands } from '@stipple/evidence-ui/commands';
import { payerCommands, payersCommands, policyCommands, rulesCommands } from '@stipple/payers-ui/commands';
import {
  letterCommands,
  packetCommands,
  photosCommands,
  submissionsCommands,
  worksheetCommands,
} from '@stipple/packets-ui/commands';
import { denialsCommands, moneyCommands, standingCommands } from '@stipple/reports-ui/commands';
import { scheduleCommands } from '@stipple/schedule-ui/commands';
import { screeningCommands } from '@stipple/screening-ui/commands';
import { ledgerCommands } from '@stipple/selfpay-ui/commands';
import type { KnownCommand } from '@stipple/ui';
import { noticesCommands } from '@stipple/watching-ui/commands';
import { goTo, places } from './shell/places';
import { shellCommands } from './shell/shell-commands';

/** Every command there is, page by page, for the settings. A page's library brings the list of its own. */
export const knownCommands: readonly KnownCommand[] = [
  ...Object.values(shellCommands),
  ...places.map(goTo),
  ...queueCommands,
  ...waitingCommands,
  ...caseCommands,
  ...readingCommands,
  ...evidenceCommands,
  ...photosCommands,
  ...letterCommands,
  ...worksheetCommands,
  ...packetCommands,
  ...submissionsCommands,
  ...scheduleCommands,
  ...noticesCommands,
  ...payersCommands,
  ...payerCommands,
  ...policyCommands,
  ...rulesCommands,
  ...screeningCommands,
  ...ledgerCommands,
  ...denialsCommands,
  ...moneyCommands,
  ...standingCommands,
];
