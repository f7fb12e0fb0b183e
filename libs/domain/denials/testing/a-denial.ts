import type { Denial } from '../denial';

/** “Not medically necessary”, on page 2 of a notice that is on file; `more` says what is different. */
export const aDenial = (more: Partial<Denial> = {}): Denial => ({
  group: 'CO',
  code: '50',
  remarks: [],
  kind: 'clinical',
  words: 'The records do not show that the scar of the right hand limits daily activities.',
  page: '2',
  noticeId: 'notice-1',
  decidedOn: '2026-11-16',
  noticeReceivedOn: '2026-11-20',
  ...more,
});

/** One denial of each class, as its own codes and its reader would have it. */
export const denialOf = {
  clinical: aDenial(),
  experimental: aDenial({ code: '55', words: 'Microneedling is investigational for scars of the hand.' }),
  benefit_exclusion: aDenial({
    code: '96',
    remarks: ['N383'],
    kind: 'benefit_exclusion',
    words: 'Services to improve appearance are excluded under section “Cosmetic services”.',
  }),
  authorization: aDenial({
    code: '197',
    kind: 'administrative',
    words: 'Authorization was not obtained before the service.',
  }),
  documentation: aDenial({
    code: '252',
    remarks: ['N929'],
    kind: 'administrative',
    words: 'Photographs with a scale are required to decide this request.',
  }),
  coding: aDenial({
    code: '11',
    kind: 'administrative',
    words: 'The diagnosis L90.5 is inconsistent with the procedure requested.',
  }),
  eligibility: aDenial({
    code: '31',
    kind: 'administrative',
    words: 'The patient cannot be identified as our member.',
  }),
  timely_filing: aDenial({
    code: '29',
    kind: 'administrative',
    words: 'The time limit for requesting review of this service has passed.',
  }),
  unclassified: aDenial({
    code: null,
    group: null,
    kind: 'administrative',
    words: 'We are unable to approve the request at this time.',
  }),
  not_a_denial: aDenial({ group: 'PR', code: '1', kind: 'administrative', words: 'Deductible.' }),
} as const;
