import { section } from './appeal-section';

/** Every appeal begins with the payer’s own words: what is argued is held against them. */
export const decision = section(
  'decision',
  'The decision',
  'Which decision it is about, in the payer’s own words.',
  [
    'This concerns {patient}, member {member} of {payer}, case {case}.',
    'On {decided} {payer} {denied} {request}; reason code: {reason}.',
    'Page {page} of the notice says: {words}',
  ],
);

export const ask = (sentence: string) =>
  section('ask', 'What we ask', 'The one thing that the payer is to do.', [sentence]);
export const overturn = ask(
  'We ask {payer} to reverse its decision of {decided} and to authorize {request}.',
);
export const decideAnew = ask(
  'We ask {payer} to decide anew on {request}, with its decision of {decided} set aside.',
);
