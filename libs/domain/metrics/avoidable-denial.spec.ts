import { adjustmentReasons } from '../denials/adjustment-reasons';
import { avoidableCause, countedCauses } from './avoidable-denial';

const cause = (
  code: string | null,
  remarks: readonly string[] = [],
  screened?: 'cosmetic' | 'likely_medical',
) => avoidableCause({ code, remarks }, screened ?? null);

it.each([
  ['197', 'no_authorization'],
  ['284', 'service_or_provider'],
  ['15', 'service_or_provider'],
  ['302', 'expired'],
  ['198', 'exceeded'],
  ['29', 'late'],
  ['252', 'documentation'],
  ['109', 'eligibility'],
  ['11', 'coding'],
  ['22', 'other_payer'],
  ['288', 'referral'],
  ['50', 'no'],
  ['114', 'no'],
  ['272', 'partly'],
  ['96', 'no'],
])('%s is %s', (code, expected) => expect(cause(code)).toBe(expected));

it('takes an exclusion for preventable where the screening had not found it likely to be medical', () => {
  expect(cause('204', [], 'cosmetic')).toBe('screening');
  expect(cause('96', ['N383'], 'cosmetic')).toBe('screening');
  expect(cause('96', ['N383'], 'likely_medical')).toBe('no');
  expect(cause('50', [], 'cosmetic')).toBe('no');
});

it('reads a remark about what is missing only where the reason says nothing', () => {
  expect(cause('A1', ['N706'])).toBe('documentation');
  expect(cause(null, ['MA01', 'N933'])).toBe('documentation');
  expect(cause('50', ['N706'])).toBe('no');
});

it('drops nothing: what no list knows is unclassified, and not avoidable (rule 19: unknown codes stay raw)', () => {
  for (const code of [null, 'Q7', '39', 'A1']) expect(cause(code)).toBe('unclassified');
  expect(countedCauses).not.toContain('unclassified');
});

it('has a cause for every listed reason, and counts neither “partly” nor “no”', () => {
  const counted = adjustmentReasons.filter(({ avoidable }) => avoidable && countedCauses.includes(avoidable));
  expect(counted.length).toBeGreaterThan(30);
  expect(counted.map(({ code }) => code)).not.toEqual(expect.arrayContaining(['272']));
  expect(countedCauses).not.toEqual(expect.arrayContaining(['partly']));
  expect(countedCauses).not.toEqual(expect.arrayContaining(['no']));
});
