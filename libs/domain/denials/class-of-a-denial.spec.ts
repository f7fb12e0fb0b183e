import fc from 'fast-check';
import { adjustmentReasons } from './adjustment-reasons';
import { denialKinds, denialClasses, isFixable, isJudgement, kindOfClass, ReadClass } from './classes';
import { groupCodes } from './groups';
import { readDenial } from './read-denial';
import { remarkCodes } from './remarks';
import { reportedClassOf } from './reported-reasons';
import { aDenial, denialOf } from './testing/a-denial';

const read = (more: Parameters<typeof aDenial>[0]) => readDenial(aDenial(more));
const codes = (more: Parameters<typeof aDenial>[0]) => read(more).findings.map(({ code }) => code);

describe('each class of reasons', () => {
  it.each([
    ['authorization', ['197', '198', '210', '284', '296', '302', '15']],
    ['clinical', ['50', '272', '273', '150', '216']],
    ['experimental', ['55', '56', '114']],
    ['documentation', ['16', '250', '251', '252', '163', '164', '226', '227']],
    ['coding', ['4', '11', '146', '181', '182', '189']],
    ['eligibility', ['26', '27', '31', '109', '22']],
    ['timely_filing', ['29']],
    ['not_a_denial', ['1', '2', '3', '45']],
  ] as const)('%s', (denialClass, reasons) => {
    for (const code of reasons)
      expect([code, read({ code, group: null }).denialClass]).toEqual([code, denialClass]);
  });

  it.each(['96', '204'])('benefit exclusion: %s with N383 or N130', (code) => {
    for (const remark of ['N383', 'N130'])
      expect(read({ code, remarks: [remark] })).toMatchObject({
        denialClass: 'benefit_exclusion',
        basis: 'remark',
      });
  });

  it('one denial of each class is read as just that, with nothing to look at', () => {
    for (const [name, denial] of Object.entries(denialOf)) {
      const { denialClass, findings } = readDenial(denial);
      const only = name === 'not_a_denial' ? ['not_a_denial'] : [];
      expect([name, denialClass, findings.map(({ code }) => code)]).toEqual([name, name, only]);
    }
  });
});

describe('“not covered” without a remark', () => {
  it('96 alone says too little: it is open, and the missing remark is asked for', () => {
    expect(read({ code: '96', kind: 'administrative' })).toMatchObject({
      denialClass: 'unclassified',
      basis: 'nothing',
    });
    expect(codes({ code: '96', kind: 'administrative' })).toEqual(['remark_missing']);
  });
  it('96 alone is what the reader of the letter says it is', () => {
    const { denialClass, basis, why } = read({ code: '96', kind: 'benefit_exclusion' });
    expect([denialClass, basis]).toEqual(['benefit_exclusion', 'stated_kind']);
    expect(why).toContain('whoever read the letter');
  });
  it('204 alone names the plan and stands', () =>
    expect(read({ code: '204', kind: 'benefit_exclusion' })).toMatchObject({
      denialClass: 'benefit_exclusion',
      basis: 'code',
      findings: [],
    }));
  it.each([
    ['N623', 'experimental'],
    ['N661', 'clinical'],
    ['N115', 'clinical'],
    ['N569', 'coding'],
  ])('%s beside it makes it %s, not an exclusion', (remark, denialClass) => {
    for (const code of ['96', '204'])
      expect(read({ code, remarks: [remark], kind: 'clinical' }).denialClass).toBe(denialClass);
  });
  it('two remarks that disagree settle nothing', () => {
    const both = { code: '96', remarks: ['N383', 'N661'], kind: 'administrative' } as const;
    expect(read(both).denialClass).toBe('unclassified');
    expect(codes(both)).toEqual(['remarks_disagree']);
  });
});

describe('what does not fit is a finding and overrides nothing', () => {
  it.each([
    ['197', 'clinical', 'authorization'],
    ['50', 'administrative', 'clinical'],
    ['50', 'benefit_exclusion', 'clinical'],
    ['204', 'clinical', 'benefit_exclusion'],
    ['55', 'administrative', 'experimental'],
  ] as const)('%s recorded as %s stays %s', (code, kind, denialClass) => {
    expect(read({ code, kind }).denialClass).toBe(denialClass);
    expect(codes({ code, kind })).toEqual(['kind_disagrees']);
  });
  it.each([
    [{ code: '50', remarks: ['N383'] }, ['remark_disagrees']],
    [{ code: '50', remarks: ['N661'] }, []],
    [{ code: '50', remarks: ['N29'] }, ['remark_deactivated']],
    [{ code: '50', remarks: ['N9999'] }, ['code_unknown']],
    [{ code: 'Q7' }, ['code_unknown']],
    [{ code: '15', kind: 'administrative' }, ['code_deactivated']],
    [{ code: '29', group: 'PR', kind: 'administrative' }, ['late_filing_to_patient']],
    [{ code: '18', group: 'CO', kind: 'administrative' }, ['group_unusual']],
    [{ code: '1', group: 'CO' }, ['group_unusual', 'not_a_denial']],
    [{ code: '45', group: 'PR' }, ['group_unusual', 'not_a_denial']],
  ] as const)('%j', (more, found) => expect(codes(more)).toEqual(found));
});

it('an unknown code leaves it to the reader, and to nobody where the ground could be any of six', () => {
  expect(read({ code: 'Q7', kind: 'clinical' }).denialClass).toBe('clinical');
  expect(read({ code: null, kind: 'administrative' }).denialClass).toBe('unclassified');
  expect(read({ code: null, remarks: ['N383'], kind: 'administrative' }).denialClass).toBe(
    'benefit_exclusion',
  );
});

const anyDenial = fc.record({
  group: fc.option(fc.constantFrom(...groupCodes)),
  code: fc.option(fc.oneof(fc.constantFrom(...adjustmentReasons.map(({ code }) => code)), fc.string())),
  remarks: fc.uniqueArray(fc.constantFrom(...remarkCodes.map(({ code }) => code), 'N9999'), { maxLength: 4 }),
  kind: fc.constantFrom(...denialKinds),
});

it('any code, group and remarks come to one class, whatever order the remarks are in', () =>
  fc.assert(
    fc.property(anyDenial, (one) => {
      const { denialClass, why } = readDenial(one);
      expect(why).not.toBe('');
      const turned = { ...one, remarks: one.remarks.toReversed() };
      expect(readDenial(turned).denialClass).toBe(denialClass);
    }),
  ));

it('reports count by the very same class; what is no denial, from before it was refused, has none', () =>
  fc.assert(
    fc.property(anyDenial, (one) => {
      const { denialClass } = readDenial(one);
      expect(reportedClassOf(one)).toBe(denialClass === 'not_a_denial' ? 'unclassified' : denialClass);
    }),
  ));

it('every class is arguable, fixable, an exclusion or open, and never two of them', () => {
  for (const one of [...denialClasses, 'not_a_denial'] as readonly ReadClass[]) {
    const open = kindOfClass(one) === null;
    const is = [isJudgement(one), isFixable(one), one === 'benefit_exclusion', open].filter(Boolean);
    expect([one, is.length]).toEqual([one, 1]);
  }
});
