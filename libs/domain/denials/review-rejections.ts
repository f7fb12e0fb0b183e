import { ListedCode, ReadCode, listed, lookUp } from './listed-code';

const many = (codes: string, words: string): readonly ListedCode[] =>
  codes.split(' ').map((code) => listed(code, words));

/**
 * 278, AAA03: why a request was not reviewed. Whatever the code, an AAA is a rejection: it is corrected and sent again,
 * never counted as a denial and never appealed. Codes that our sources name only as a group share their words.
 */
export const reviewRejections: readonly ListedCode[] = [
  listed('15', 'Required data missing'),
  listed('33', 'Input errors'),
  listed('41', 'Access restricted'),
  listed('42', 'Cannot answer now'),
  listed('43', 'Provider’s identifier'),
  listed('44', 'Provider’s name'),
  listed('51', 'Provider not on file'),
  listed('45', 'Provider’s specialty'),
  listed('46', 'Provider’s phone number'),
  listed('47', 'Provider’s state'),
  listed('97', 'Provider’s address'),
  listed('50', 'Provider not eligible'),
  listed('52', 'Provider not enrolled'),
  listed('53', 'Provider does not fit the benefit'),
  ...many('56 57 60 62', 'Something is wrong with a date'),
  listed('64', 'Patient’s identifier'),
  listed('65', 'Patient’s name'),
  listed('66', 'Patient’s gender'),
  listed('67', 'Patient not found'),
  listed('68', 'Patient found more than once'),
  listed('71', 'Patient’s day of birth does not match'),
  listed('72', 'Subscriber’s identifier'),
  listed('73', 'Subscriber’s name'),
  listed('75', 'Subscriber not found'),
  listed('76', 'Subscriber found more than once'),
  listed('77', 'Subscriber found, patient not found'),
  listed('78', 'Subscriber not in the group'),
  listed('79', 'Participant invalid'),
  listed('80', 'No response: ended'),
  listed('AA', 'Authorization number not found'),
  listed('IA', 'Authorization number has the wrong form'),
  listed('CI', 'Authorization number does not match the patient'),
  listed('AF', 'Diagnosis missing or invalid'),
  listed('AG', 'Procedure missing or invalid'),
  listed('T4', 'Payer’s identifier missing'),
];

/** Whether and when a rejected request may be sent again. */
export interface FollowUp extends ListedCode {
  readonly resend: 'corrected' | 'allowed' | 'as_it_was' | 'later' | 'never';
}

const followUp = (code: string, words: string, resend: FollowUp['resend']): FollowUp => ({
  ...listed(code, words),
  resend,
});

/** 278, AAA04. */
export const followUps: readonly FollowUp[] = [
  followUp('C', 'Correct and send again', 'corrected'),
  followUp('R', 'May be sent again', 'allowed'),
  followUp('P', 'Send the original again', 'as_it_was'),
  followUp('W', 'Wait 30 days and send again', 'later'),
  followUp('X', 'Wait 10 days and send again', 'later'),
  followUp('N', 'May not be sent again', 'never'),
  followUp('S', 'Do not send again: the payer asks a third party', 'never'),
  followUp('Y', 'Do not send again: the payer will answer', 'never'),
];

export interface ReviewRejection {
  readonly meaning: 'rejected';
  readonly reason: ReadCode<ListedCode>;
  /** Null where the answer names none. */
  readonly followUp: ReadCode<FollowUp> | null;
}

export function readRejection(reason: string, next: string | null): ReviewRejection {
  return {
    meaning: 'rejected',
    reason: lookUp(reviewRejections, reason),
    followUp: next === null ? null : lookUp(followUps, next),
  };
}
