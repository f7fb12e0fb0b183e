import type { AvoidableCause } from './avoidable-denial';

/** What the office does so that such a denial does not come again, as one coordinator would tell another. */
export const preventionWords: Readonly<Record<AvoidableCause, string>> = {
  no_authorization: 'Ask for authorization before the first session; without its number nothing is booked.',
  service_or_provider:
    'Compare the code and the clinician on the answer with what is booked, before the session.',
  exceeded: 'Ask for more units before the last one is booked.',
  expired: 'Ask for an extension before the last day, or book inside the window.',
  late: 'Send it while the payer’s own time for it runs; the queue counts the days.',
  documentation: 'Attach what the payer’s checklist names before it is sent.',
  eligibility: 'Check on the day of sending that the plan is active and pays for this.',
  coding: 'Check codes and modifiers against the payer’s policy before it is sent.',
  other_payer: 'Ask at intake for every plan the patient has, and send to the first one first.',
  referral: 'Have the referral on file before it is sent.',
  duplicate: 'Look in the case for what was already sent before it is sent again.',
  credentialing: 'Name a clinician whom the payer has on its list.',
  screening: 'Screen by the plan’s own policy, and offer self-pay where the plan excludes it.',
  partly: 'The paper could have been stronger; the payer’s judgement remains.',
  no: 'Nothing the office does: it is answered with an appeal.',
  unclassified: 'No reason that any list knows; read the letter and enter its code.',
};
