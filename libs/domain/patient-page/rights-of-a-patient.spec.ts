import type { AuthRequest, Challenge } from '../case-facts';
import type { PlanType } from '../coverage';
import { aCase, aChallenge, aRecord, aRequest, clock } from '../testing/a-case';
import { patientRights } from './patient-rights';
import { type RightsMaterial, rightsPage } from './rights-page';

const denied = aRequest({
  state: 'denied',
  decidedOn: '2026-11-20',
  noticeReceivedOn: '2026-11-23',
  denial: { group: null, code: null, remarks: [], kind: 'clinical' },
});

interface Told {
  readonly plan?: PlanType;
  readonly requests?: readonly AuthRequest[];
  readonly challenges?: readonly Challenge[];
  readonly today?: string;
  readonly closed?: boolean;
}
const rightsOf = ({
  plan = 'commercial_insured',
  requests = [denied],
  challenges = [],
  today = clock.today,
  closed = false,
}: Told) => {
  const record = aRecord({ planType: plan, ...(closed && { state: 'closed' }) });
  return patientRights(aCase({ case: record, requests, challenges }), today);
};

it('has nothing to say while the plan has not said no', () =>
  expect(rightsOf({ requests: [aRequest({ state: 'received' })] })).toEqual([]));

it('gives the last day to appeal that the case’s own clock gives, and what comes after one more no', () =>
  expect(rightsOf({})).toEqual([
    {
      decidedOn: '2026-11-20',
      denied: true,
      rights: [{ step: 'appeal', standing: 'open', onDay: '2027-05-22' }],
      afterNextNo: 'external_review',
    },
  ]));

it('says that a last day has passed, and when it was', () =>
  expect(rightsOf({ today: '2027-05-23' })[0]?.rights).toEqual([
    { step: 'appeal', standing: 'over', onDay: '2027-05-22' },
  ]));

it('invents no day where the plan is not known', () =>
  expect(rightsOf({ plan: 'unknown' })[0]).toMatchObject({
    rights: [{ step: 'appeal', standing: 'day_not_known' }],
    afterNextNo: 'in_letter',
  }));

it.each<[PlanType, string]>([
  ['marketplace', 'external_review'],
  ['medicare_advantage', 'by_itself'],
  ['medicaid_managed_care', 'fair_hearing'],
  ['original_medicare', 'in_letter'],
  ['workers_compensation', 'in_letter'],
])('knows what follows one more no with a plan of the type %s', (plan, next) =>
  expect(rightsOf({ plan })[0]?.afterNextNo).toBe(next),
);

it('calls the only level of Medicaid without a plan by its name', () =>
  expect(rightsOf({ plan: 'medicaid_fee_for_service' })[0]).toMatchObject({
    rights: [{ step: 'fair_hearing' }],
    afterNextNo: null,
  }));

const appeal = (more: Partial<Challenge>) =>
  aChallenge({ kind: 'appeal_1', requestId: denied.id, sentOn: '2026-11-24', ...more });

it('says that an appeal is with the plan, and by when the answer should come', () => {
  const sent = appeal({ state: 'received', payerReceivedOn: '2026-11-24' });
  expect(rightsOf({ challenges: [sent] })[0]?.rights).toEqual([
    { step: 'appeal', standing: 'sent', onDay: '2026-11-24', answerBy: '2026-12-24' },
  ]);
});

it('offers outside review once an appeal was lost', () => {
  const lost = appeal({ state: 'upheld', decidedOn: '2026-12-20' });
  const [decision] = rightsOf({ challenges: [lost], today: '2026-12-21' });
  expect(decision?.rights).toContainEqual({
    step: 'external_review',
    standing: 'open',
    onDay: '2027-04-20',
  });
  expect(decision?.afterNextNo).toBeNull();
});

it('is silent about a decision that was overturned', () =>
  expect(rightsOf({ challenges: [appeal({ state: 'overturned' })] })).toEqual([]));

it('keeps the patient’s right also when the clinic has closed the case', () =>
  expect(rightsOf({ closed: true })[0]?.rights).toMatchObject([{ standing: 'open' }]));

describe('the page', () => {
  const material: RightsMaterial = {
    clinic: 'Harbor Skin Clinic',
    phone: '555-0100',
    payer: 'Example Health',
    appealsTo: [{ channel: 'fax', address: '555-0199' }],
    decisions: rightsOf({}),
    packet: { sentOn: '2026-11-10', isLastOfSeveral: false },
  };
  const words = (more: Partial<RightsMaterial>, language: 'en' | 'es' = 'en') =>
    rightsPage({ ...material, ...more }, language).sections.flatMap(({ paragraphs }) => paragraphs);

  it('writes last days out, and says to whom', () => {
    expect(words({})).toEqual(
      expect.arrayContaining([
        'On Friday, November 20, 2026 your plan said no to what we asked for.',
        'You can ask your plan to look again. That is called an appeal. The last day is Saturday, May 22, 2027.',
        'Send it to Example Health. This is what we have on file. Check it with the letter from your plan.',
        'Fax: 555-0199',
        'We can help you. Call Harbor Skin Clinic at 555-0100.',
      ]),
    );
    expect(words({}, 'es')).toContain(
      'Puede pedir a su seguro que lo vea otra vez. Eso se llama apelar. El último día es el sábado, 22 de mayo de 2027.',
    );
  });

  it('says what nobody knows', () => {
    const unknown = words({
      appealsTo: [],
      packet: null,
      phone: null,
      decisions: rightsOf({ plan: 'unknown' }),
    });
    expect(unknown).toEqual(
      expect.arrayContaining([
        expect.stringContaining('We do not know the last day.'),
        expect.stringContaining('We do not know the right place.'),
        'We have no copy of what was sent to your plan. So none is in this file.',
        'We can help you. Call Harbor Skin Clinic.',
      ]),
    );
    expect(unknown.join(' ')).not.toMatch(/\{|null|undefined/);
  });

  it('speaks of no appeal where nobody has said no', () =>
    expect(words({ decisions: [] })).toEqual([
      'Your plan has not said no. So there is no appeal to tell you of now.',
      expect.stringContaining('Tuesday, November 10, 2026'),
    ]));
});
