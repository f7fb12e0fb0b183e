import type { Mail } from '@stipple/jobs';

/**
 * That a report is ready and where. Neither its filters nor its name is said, which people choose freely: an e-mail passes
 * through servers that are not the clinic's.
 */
export const runMail = (clinicName: string, link: string): Mail => ({
  subject: 'Stipple: a scheduled report is ready',
  text: [
    `A report that is scheduled for you at ${clinicName} is ready:`,
    '',
    link,
    '',
    'It opens after you have signed in. This e-mail holds no figures and',
    'nothing of any patient: that stays in Stipple.',
    '',
    'Would you rather not have it? A manager can take you off its list.',
  ].join('\n'),
});
