import type { CaseView } from '@stipple/contracts';
import type { Party, ScreeningOutcome, SessionState, Stage } from '@stipple/domain';
import { IconName, Tone, count } from '@stipple/ui';

/** How each stage looks: the same picture and colour on every screen. */
export const stageLooks: Readonly<Record<Stage, { tone: Tone; icon: IconName }>> = {
  verifying: { tone: 'quiet', icon: 'phone' },
  screening: { tone: 'quiet', icon: 'stethoscope' },
  preparing: { tone: 'info', icon: 'edit' },
  with_payer: { tone: 'info', icon: 'hourglass' },
  authorized: { tone: 'good', icon: 'circle-check' },
  adverse: { tone: 'bad', icon: 'circle-x' },
  self_pay_open: { tone: 'warn', icon: 'money' },
  self_pay_ready: { tone: 'good', icon: 'money' },
  in_treatment: { tone: 'accent', icon: 'calendar-check' },
  billing: { tone: 'info', icon: 'file' },
  closed: { tone: 'quiet', icon: 'check' },
};

export const partyIcons: Readonly<Record<Party, IconName>> = {
  coordinator: 'user',
  physician: 'stethoscope',
  manager: 'users',
  payer: 'house',
  patient: 'user',
  nobody: 'check',
};

/** How each state of a session looks, on the case page and on the schedule. */
export const sessionLooks: Readonly<Record<SessionState, { tone: Tone; icon: IconName; words: string }>> = {
  planned: { tone: 'quiet', icon: 'clock', words: 'Planned' },
  scheduled: { tone: 'info', icon: 'calendar', words: 'Scheduled' },
  checked_in: { tone: 'accent', icon: 'user', words: 'Checked in' },
  performed: { tone: 'good', icon: 'circle-check', words: 'Performed' },
  billed: { tone: 'good', icon: 'file', words: 'Billed' },
  blocked: { tone: 'bad', icon: 'ban', words: 'Blocked' },
  cancelled: { tone: 'quiet', icon: 'close', words: 'Cancelled' },
  no_show: { tone: 'warn', icon: 'circle-x', words: 'No-show' },
};

export const outcomeWords: Readonly<Record<ScreeningOutcome, string>> = {
  likely_medical: 'Likely medical',
  cosmetic: 'Cosmetic',
  uncertain: 'Uncertain',
};

/** What a screening came to, as the policy calls it; as the physician decided, where that is another outcome. */
export function screeningHeadline(
  screening: Pick<CaseView['screenings'][number], 'outcome' | 'computed' | 'overrideReason'>,
): string {
  const { outcome, computed, overrideReason } = screening;
  return computed === null || overrideReason !== null ? outcomeWords[outcome] : computed.headline;
}

export function linesInWords(lines: readonly { procedureCode: string; units: number }[]): string {
  return lines.map(({ procedureCode, units }) => `${count(units, 'unit')} of ${procedureCode}`).join(', ');
}
