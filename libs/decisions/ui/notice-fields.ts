import type { Field } from '@stipple/ui';

/** Some windows to argue run from the date on the letter, presumed to have come five days later; others from its receipt. */
export const noticeDatedOn: Field = {
  kind: 'date',
  name: 'noticeDatedOn',
  label: 'Date on the notice',
  hint: 'If it bears none, the day of the decision counts.',
  optional: true,
  half: true,
};

export const noticeReceivedOn: Field = {
  kind: 'date',
  name: 'noticeReceivedOn',
  label: 'Notice received on',
  optional: true,
  half: true,
};
