import fc from 'fast-check';
import { diagnosisRefusals } from '../diagnosis';
import { bodySites, sideFits, sides } from '../injury';
import { refusedBeforeRequest, refusedNow } from './code-finding';
import { shippedOnFile, standingOn } from './codes-on-file';
import { diagnosisFindings, inSequelaOrder } from './diagnosis-findings';
import { padded, takesSeventh } from './diagnosis-form';
import { mayComeFirst } from './diagnosis-use';
import { fiscalYearCloses, fiscalYearOf, fiscalYearOpens } from './fiscal-year';
import { shippedDiagnoses } from './shipped/shipped-diagnoses';

const shipped = fc.constantFrom(...shippedDiagnoses.map(({ code }) => code));
const lists = fc.uniqueArray(shipped, { minLength: 1, maxLength: 12 });
const days = fc
  .date({ min: new Date('2016-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 10));
const places = fc
  .record({ bodySite: fc.constantFrom(...bodySites), side: fc.constantFrom(...sides) })
  .filter(({ bodySite, side }) => sideFits(bodySite, side));
const contexts = fc.record({ place: fc.option(places), on: days });

it('every day lies in the fiscal year it is said to be in, and the years leave no gap', () =>
  fc.assert(
    fc.property(days, (on) => {
      const year = fiscalYearOf(on);
      expect(fiscalYearOpens(year) <= on && on <= fiscalYearCloses(year)).toBe(true);
      expect(fiscalYearOf(fiscalYearOpens(year))).toBe(year);
      expect(fiscalYearOf(fiscalYearCloses(year))).toBe(year);
    }),
  ));

it('putting in order keeps the codes, does so once and for all, and leaves nothing of the order to refuse', () =>
  fc.assert(
    fc.property(lists, (codes) => {
      const ordered = inSequelaOrder(codes);
      expect([...ordered].sort()).toEqual([...codes].sort());
      expect(inSequelaOrder(ordered)).toEqual(ordered);
      expect(diagnosisRefusals(ordered).map(({ code }) => code)).not.toContain('diagnosis_order');
      const some = codes.some((code) => mayComeFirst(code) && !/^[STV-Y]/.test(code));
      if (some) {
        const found = diagnosisFindings(ordered, {
          place: null,
          on: '2026-11-23',
          known: shippedOnFile(ordered),
        });
        const names = found.map(({ code }) => code);
        expect(names).not.toContain('diagnosis_sequela_first');
        expect(names).not.toContain('diagnosis_support_first');
      }
    }),
  ));

it('what is refused now is refused before a request as well, and notes never are', () =>
  fc.assert(
    fc.property(lists, contexts, (codes, context) => {
      const found = diagnosisFindings(codes, { ...context, known: shippedOnFile(codes) });
      const now = refusedNow(found);
      expect(refusedBeforeRequest(found).slice(0, now.length)).toEqual(now);
      expect(refusedBeforeRequest(found).length).toBe(found.filter(({ weight }) => weight !== 'note').length);
    }),
  ));

it('the place never makes a list refused, it only warns until a request is made ready', () =>
  fc.assert(
    fc.property(lists, contexts, (codes, context) => {
      const known = shippedOnFile(codes);
      const with_ = refusedNow(diagnosisFindings(codes, { ...context, known }));
      const without = refusedNow(diagnosisFindings(codes, { ...context, place: null, known }));
      expect(with_).toEqual(without);
    }),
  ));

it('the same code, shown for the other side, fits one side at most', () =>
  fc.assert(
    fc.property(shipped, fc.constantFrom(...bodySites), (code, bodySite) => {
      const warned = (side: 'left' | 'right') =>
        diagnosisFindings([code], {
          place: { bodySite, side },
          on: '2026-11-23',
          known: shippedOnFile([code]),
        }).some((one) => one.code === 'diagnosis_side');
      const sided = /\b(left|right)\b/.test(
        shippedDiagnoses.find((entry) => entry.code === code)?.words ?? '',
      );
      if (sided) expect(warned('left') || warned('right')).toBe(true);
      else expect(warned('left')).toBe(warned('right'));
    }),
  ));

it('filling up with X puts the encounter in seventh place and changes nothing else', () =>
  fc.assert(
    fc.property(
      shipped.filter((code) => takesSeventh(code) && code.includes('X')),
      (code) => {
        const short = code.replace(/X+(?=[ADS]$)/, '');
        fc.pre(short !== code && short.replace('.', '').length > 3);
        expect(padded(short)).toBe(code);
        expect(padded(code)).toBeNull();
      },
    ),
  ));

it('without any official list a code is valid or unchecked, never invented to be wrong', () =>
  fc.assert(
    fc.property(shipped, days, (code, on) => {
      const standing = standingOn(on, code, shippedOnFile([code]));
      expect(standing).toBe(code === 'F32.A' && on < '2021-10-01' ? 'not_valid' : 'valid');
      expect(standingOn(on, code, { years: [], diagnoses: [] })).toBe('unchecked');
    }),
  ));
