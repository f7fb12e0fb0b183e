import { Day, dayInWords } from '../calendar';
import type { SelfPayAgreement, Session } from '../case-facts';
import { addBusinessDays } from '../clocks/business-days';
import type { Guard } from '../lifecycle/lifecycle';
import { refusal } from '../refusal';

/**
 * Whether an estimate changes one that the patient was given before: it was issued again, or it takes the place of an
 * agreement that was withdrawn after its estimate had gone out.
 */
export function changesEarlierEstimate(
  agreement: SelfPayAgreement,
  agreements: readonly SelfPayAgreement[],
): boolean {
  const { estimateOn, estimateVersion } = agreement;
  if (estimateOn === null) return false;
  const replaced = agreements.some(
    (other) =>
      other.id !== agreement.id &&
      other.state === 'void' &&
      other.estimateOn !== null &&
      other.estimateOn <= estimateOn &&
      (other.validUntil ?? estimateOn) >= estimateOn,
  );
  return (estimateVersion ?? 1) > 1 || replaced;
}

/** The first day on which a treatment may follow an estimate that was changed on that day. */
export function firstDayAfterChange(issuedOn: Day): Day {
  return addBusinessDays(issuedOn, 1);
}

/**
 * C32, 45 CFR 149.610(b)(1)(vii): other items or prices are told at least one business day before the treatment. A first
 * estimate may be given on the day itself.
 */
export const changeToldInTime: Guard<Session> = ({ facts, subject }) => {
  const key = facts.clearances.find(({ id }) => id === subject?.clearanceId);
  const agreement = facts.agreements.find(({ id }) => id === key?.agreementId);
  if (agreement?.estimateOn == null || subject?.day == null) return null;
  if (!changesEarlierEstimate(agreement, facts.agreements)) return null;
  const first = firstDayAfterChange(agreement.estimateOn);
  return subject.day >= first
    ? null
    : refusal(
        'estimate_changed_too_late',
        `The estimate was changed on ${dayInWords(agreement.estimateOn)}, less than one business day before this session. Treat on ${dayInWords(first)} or later.`,
      );
};
