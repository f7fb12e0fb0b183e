import { avoidableWords } from './adjustment-reason';
import { adjustmentReasons, readAdjustment } from './adjustment-reasons';
import { readClassWords } from './classes';
import { isOffered, listed } from './listed-code';
import { readRemark, remarkCodes } from './remarks';
import { denialReasons } from './reported-reasons';

const found = (code: string) => {
  const read = readAdjustment(code);
  if (!read.known) throw new Error(`${code} is not in the list`);
  return read.entry;
};

it.each`
  code     | denialClass            | avoidable                | next
  ${'197'} | ${'authorization'}     | ${'no_authorization'}    | ${/on file.+its number.+else ask for a retroactive one/}
  ${'198'} | ${'authorization'}     | ${'exceeded'}            | ${/extension.+written off/}
  ${'284'} | ${'authorization'}     | ${'service_or_provider'} | ${/code.+amended/}
  ${'296'} | ${'authorization'}     | ${'service_or_provider'} | ${/NPI.+amended/}
  ${'302'} | ${'authorization'}     | ${'expired'}             | ${/extension/}
  ${'210'} | ${'authorization'}     | ${'late'}                | ${/Appeal with the proof/}
  ${'39'}  | ${'unclassified'}      | ${null}                  | ${/Appeal the decision on the authorization/}
  ${'288'} | ${'authorization'}     | ${'referral'}            | ${/referral/}
  ${'243'} | ${'authorization'}     | ${'referral'}            | ${/referral/}
  ${'50'}  | ${'clinical'}          | ${'no'}                  | ${/peer-to-peer.+letter of medical necessity/}
  ${'55'}  | ${'experimental'}      | ${'no'}                  | ${/literature.+device/}
  ${'56'}  | ${'experimental'}      | ${'no'}                  | ${/literature.+device/}
  ${'114'} | ${'experimental'}      | ${'no'}                  | ${/device.+literature/}
  ${'272'} | ${'clinical'}          | ${'partly'}              | ${/criterion by criterion/}
  ${'273'} | ${'clinical'}          | ${'partly'}              | ${/guideline/}
  ${'96'}  | ${'benefit_exclusion'} | ${'no'}                  | ${/N383 says cosmetic/}
  ${'204'} | ${'benefit_exclusion'} | ${'no'}                  | ${/plan’s words/}
  ${'11'}  | ${'coding'}            | ${'coding'}              | ${/Correct and send again/}
  ${'167'} | ${'coding'}            | ${'coding'}              | ${/correct and send again/}
  ${'16'}  | ${'documentation'}     | ${'documentation'}       | ${/remark.+new claim and no appeal/}
  ${'252'} | ${'documentation'}     | ${'documentation'}       | ${/Send/}
  ${'251'} | ${'documentation'}     | ${'documentation'}       | ${/Send/}
  ${'250'} | ${'documentation'}     | ${'documentation'}       | ${/Send/}
  ${'163'} | ${'documentation'}     | ${'documentation'}       | ${/Send/}
  ${'164'} | ${'documentation'}     | ${'documentation'}       | ${/Send.+proof/}
  ${'226'} | ${'documentation'}     | ${'documentation'}       | ${/Send/}
  ${'227'} | ${'documentation'}     | ${'documentation'}       | ${/patient/}
  ${'29'}  | ${'timely_filing'}     | ${'late'}                | ${/proof of timely filing.+Never the patient’s bill/}
  ${'27'}  | ${'eligibility'}       | ${'eligibility'}         | ${/Verify/}
  ${'26'}  | ${'eligibility'}       | ${'eligibility'}         | ${/Verify/}
  ${'31'}  | ${'eligibility'}       | ${'eligibility'}         | ${/Verify/}
  ${'109'} | ${'eligibility'}       | ${'eligibility'}         | ${/right payer/}
  ${'B11'} | ${'eligibility'}       | ${'eligibility'}         | ${/payer it went to/}
  ${'22'}  | ${'eligibility'}       | ${'other_payer'}         | ${/right payer/}
  ${'19'}  | ${'eligibility'}       | ${'other_payer'}         | ${/right payer/}
  ${'20'}  | ${'eligibility'}       | ${'other_payer'}         | ${/right payer/}
  ${'21'}  | ${'eligibility'}       | ${'other_payer'}         | ${/right payer/}
  ${'18'}  | ${'unclassified'}      | ${'duplicate'}           | ${/first one/}
  ${'97'}  | ${'unclassified'}      | ${'partly'}              | ${/codes and limits/}
  ${'59'}  | ${'unclassified'}      | ${'partly'}              | ${/codes and limits/}
  ${'151'} | ${'unclassified'}      | ${'partly'}              | ${/codes and limits/}
  ${'119'} | ${'unclassified'}      | ${'partly'}              | ${/codes and limits/}
  ${'242'} | ${'unclassified'}      | ${'partly'}              | ${/gap exception/}
  ${'279'} | ${'unclassified'}      | ${'partly'}              | ${/gap exception/}
  ${'181'} | ${'coding'}            | ${'coding'}              | ${/Correct/}
  ${'182'} | ${'coding'}            | ${'coding'}              | ${/Correct/}
  ${'146'} | ${'coding'}            | ${'coding'}              | ${/Correct/}
  ${'4'}   | ${'coding'}            | ${'coding'}              | ${/Correct/}
  ${'189'} | ${'coding'}            | ${'coding'}              | ${/Correct.+worksheet/}
  ${'185'} | ${'unclassified'}      | ${'credentialing'}       | ${/enrolment/}
  ${'B7'}  | ${'unclassified'}      | ${'credentialing'}       | ${/enrolment/}
  ${'150'} | ${'clinical'}          | ${'no'}                  | ${/Appeal/}
  ${'216'} | ${'clinical'}          | ${'no'}                  | ${/appeal/}
  ${'193'} | ${'unclassified'}      | ${null}                  | ${/next level/}
  ${'285'} | ${'unclassified'}      | ${'partly'}              | ${/notice of rights/}
  ${'286'} | ${'timely_filing'}     | ${'late'}                | ${/proof/}
  ${'45'}  | ${'not_a_denial'}      | ${null}                  | ${/contractual/}
  ${'1'}   | ${'not_a_denial'}      | ${null}                  | ${/patient’s balance/}
  ${'2'}   | ${'not_a_denial'}      | ${null}                  | ${/patient’s balance/}
  ${'3'}   | ${'not_a_denial'}      | ${null}                  | ${/patient’s balance/}
`('$code is $denialClass, and the next step fits it', ({ code, denialClass, avoidable, next }) => {
  expect(found(code)).toMatchObject({ denialClass, avoidable, next: expect.stringMatching(next) });
});

it('lists every code once, each with words, a next step and words for what would have avoided it', () => {
  for (const list of [adjustmentReasons, remarkCodes])
    expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
  for (const { words, next, denialClass, avoidable } of adjustmentReasons) {
    expect(words).not.toBe('');
    expect(next).toMatch(/\.$/);
    expect(readClassWords[denialClass]).toBeTruthy();
    expect(avoidable === null || avoidableWords[avoidable]).toBeTruthy();
  }
});

it('reads deactivated codes of old letters, gives them no meaning of our own and never offers them', () => {
  const old = ['15', '17', '42', '57', '62', '138', '165', 'A2', 'B5'];
  expect(adjustmentReasons.filter(({ deactivated }) => deactivated).map(({ code }) => code)).toEqual(old);
  for (const code of old) expect(isOffered(found(code), '2026-11-23')).toBe(false);
  for (const code of old.slice(1)) expect(found(code).denialClass).toBe('unclassified');
  expect(found('15').nowIssued).toEqual(['284', '296']);
  expect(readRemark('N29')).toMatchObject({ known: true, entry: { deactivated: true } });
});

it('offers a code only on the days on which it may be issued, both ends inside', () => {
  const code = listed('X9', 'Some reason', { validFrom: '2026-03-01', validTo: '2026-06-30' });
  const days = ['2026-02-28', '2026-03-01', '2026-06-30', '2026-07-01'];
  expect(days.map((day) => isOffered(code, day))).toEqual([false, true, true, false]);
  expect(isOffered(listed('50', 'Not necessary'), '1999-01-01')).toBe(true);
});

it('knows which reasons have to come with a remark, and which only with one group', () => {
  const needing = adjustmentReasons.filter(({ needsRemark }) => needsRemark).map(({ code }) => code);
  expect(needing.sort()).toEqual(['129', '16', '226', '227', '250', '251', '252', '96', 'A1'].sort());
  const onlyOther = adjustmentReasons.filter(({ onlyGroup }) => onlyGroup === 'OA').map(({ code }) => code);
  expect(onlyOther.sort()).toEqual(['133', '18', '23'].sort());
});

it('counts in reports only what has a class, so that no case has two classes or none', () => {
  const counted = new Set(denialReasons.map(({ denialClass }) => denialClass));
  expect(counted.has('unclassified')).toBe(false);
  for (const code of ['1', '2', '3', '45', '18', '193'])
    expect(denialReasons.map((one) => one.code)).not.toContain(code);
});
