import type { Challenge } from '../../case-facts';
import type { RouteFacts } from '../route';

/** A denial about which nothing has been done yet, of a case that was screened as likely medical. */
export const routeFacts = (more: Partial<RouteFacts> = {}): RouteFacts => ({
  today: '2026-11-23',
  challenges: [],
  screening: 'likely_medical',
  exclusionIsJudgement: null,
  secondLevel: null,
  peerStopsAppealClock: false,
  representativeOnFile: false,
  ...more,
});

export const argued = (
  kind: Challenge['kind'],
  state: Challenge['state'],
  deemedExhausted = false,
): RouteFacts['challenges'][number] => ({ kind, state, deemedExhausted });
