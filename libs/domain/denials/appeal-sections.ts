import { ask, decideAnew, decision, overturn } from './appeal-frame';
import { SectionPlan, each, section } from './appeal-section';
import type { DenialClass } from './classes';
import type { Denial } from './denial';
import { exceptionFromExclusion, exceptionFromNetwork, exclusionSections } from './exclusion-sections';
import { isAboutNetwork } from './network-reasons';

const authorization: readonly SectionPlan[] = [
  decision,
  section(
    'authorization',
    'The authorization on file',
    'That it was authorized: number, days, and the payer’s own approval.',
    [
      'Authorization {authorization} was on file; it covers {authorized}.',
      'The approval is enclosed; {payer} is asked to hold {request} against authorization {authorization}.',
    ],
  ),
  decideAnew,
];

/** What an appeal says, by what was denied. A class has exactly one outline; some reasons have their own. */
const byClass: Readonly<Record<DenialClass, readonly SectionPlan[]>> = {
  clinical: [
    decision,
    section(
      'criteria',
      'The payer’s criteria',
      'Each criterion in the payer’s words, and what the record has on it.',
      ['The decision is held against policy {policy}.', each('criteria')],
      'policy',
    ),
    section('function', 'Function and measurements', 'What the scar impairs, as stated and as measured.', [
      each('function'),
    ]),
    section('treatments', 'Treatments tried', 'What was tried, from when to when, and what came of it.', [
      each('treatments'),
    ]),
    overturn,
  ],
  experimental: [
    decision,
    section('policy', 'The payer’s policy', 'What the policy says on what is unproven, word for word.', [
      'The decision is held against policy {policy}.',
      each('exclusions'),
    ]),
    section(
      'device',
      'The device',
      'What the device is cleared for, and what lies outside of that.',
      [each('device')],
      ['device_clearance'],
    ),
    section('literature', 'Published evidence', 'What has been published, its limits included.', [
      each('literature'),
    ]),
    section(
      'function',
      'Function and measurements',
      'What the scar impairs, as stated and as measured.',
      [each('function')],
      ['letter'],
    ),
    section('review', 'Independent review', 'That the patient keeps the right to independent review.', [
      'Whether it is proven is a question of judgement: {name} keeps the right to independent review of the decision of {decided}.',
    ]),
    overturn,
  ],
  benefit_exclusion: exclusionSections,
  authorization,
  documentation: [
    decision,
    section(
      'item',
      'What was missing',
      'Exactly the item that the payer missed, and that it is enclosed.',
      [each('enclosures')],
      'remarks',
    ),
    decideAnew,
  ],
  coding: [
    decision,
    section('correction', 'The correction', 'Which code was wrong, what it is now, and why.', [
      'The request said {was}; it is corrected to {now}, since {why}.',
    ]),
    decideAnew,
  ],
  eligibility: [
    decision,
    section(
      'coverage',
      'The coverage',
      'That the coverage was verified again, when and with which reference.',
      ['The coverage of {name}, member {member}, was verified on {verified} (reference {eligibility}).'],
    ),
    decideAnew,
  ],
  timely_filing: [
    decision,
    section('sent', 'When it was sent', 'The day on which it went out, and the proof.', [
      'It was sent to {payer} on {sent}; the proof is enclosed.',
    ]),
    decideAnew,
  ],
  unclassified: [
    decision,
    section(
      'question',
      'What the decision rests on',
      'That the reason, the criteria and the records have to be named.',
      ['The notice of {decided} does not say on what ground {payer} {denied} {request}.'],
    ),
    ask(
      'We ask {payer} to name the specific reason for its decision of {decided}, the criteria that it applied and the records that it read.',
    ),
  ],
};

const referral: readonly SectionPlan[] = [
  decision,
  section('referral', 'The referral', 'That the referral is there and enclosed.', [each('enclosures')]),
  decideAnew,
];

/** Reasons whose argument differs from that of their class. */
const byCode: Readonly<Record<string, readonly SectionPlan[]>> = {
  '210': [
    decision,
    section(
      'asked',
      'When it was asked for',
      'The day on which authorization was asked for, and the proof.',
      ['Authorization was asked for on {sent}; the proof is enclosed.'],
    ),
    decideAnew,
  ],
  '243': referral,
  '288': referral,
  '189': [
    decision,
    section(
      'unlisted',
      'Why the unlisted code',
      'Why no specific code describes the service.',
      ['No specific code describes the service, so that {was} stands: {why}.'],
      ['code_worksheet'],
    ),
    decideAnew,
  ],
};

/** Whether the code is argued to have been right: then its “correction” says why it stands. */
export const isAppealWithoutChange = (code: string | null): boolean => code === '189';

/** What is asked of the payer: to change its decision, or to make an exception from what it may decide. */
export type Asked = 'reversal' | 'exception';

/** The sections of an appeal, from the class of the denial and, where its argument differs, from its code. */
export function sectionsFor(
  denialClass: DenialClass,
  { code }: Pick<Denial, 'code'>,
  asks: Asked = 'reversal',
): readonly SectionPlan[] {
  if (asks === 'exception') return isAboutNetwork({ code }) ? exceptionFromNetwork : exceptionFromExclusion;
  const own = code !== null && Object.hasOwn(byCode, code) ? byCode[code] : undefined;
  return own ?? byClass[denialClass];
}
