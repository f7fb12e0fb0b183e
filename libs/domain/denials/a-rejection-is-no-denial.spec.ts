import fc from 'fast-check';
import {
  answerSources,
  frontEndAnswers,
  answerMeaningOf,
  readAnswer,
  syntaxAnswers,
} from './electronic-answers';
import { followUps, readRejection, reviewRejections } from './review-rejections';

it('only “not certified” of a 278 is a denial', () =>
  fc.assert(
    fc.property(fc.constantFrom(...answerSources), fc.string({ maxLength: 3 }), (source, code) => {
      const isNotCertified = source === '278' && code.trim().toUpperCase() === 'A3';
      expect(answerMeaningOf(source, code) === 'denied').toBe(isNotCertified);
    }),
  ));

it.each([
  ['278', 'A1', 'approved'],
  ['278', 'A2', 'partial'],
  ['278', 'A3', 'denied'],
  ['278', 'A4', 'pended'],
  ['278', 'A6', 'modified'],
  ['278', 'C', 'cancelled'],
  ['278', 'CT', 'contact_payer'],
  ['278', 'NA', 'no_action'],
  ['999', 'R', 'rejected'],
  ['999', 'P', 'rejected'],
  ['999', 'E', 'accepted_with_errors'],
  ['277CA', 'A1', 'received'],
  ['277CA', 'A2', 'accepted'],
  ['277CA', 'A3', 'rejected'],
  ['277CA', 'A8', 'rejected'],
  ['278', '0U', 'unknown'],
] as const)('%s %s means %s', (source, code, meaning) => expect(answerMeaningOf(source, code)).toBe(meaning));

it('the same code denies in a 278 and rejects in a 277CA, so the file is always named', () => {
  expect(answerMeaningOf('278', 'A3')).toBe('denied');
  expect(answerMeaningOf('277CA', 'A3')).toBe('rejected');
});

it('an unknown answer stays raw and means nothing', () =>
  expect(readAnswer('278', ' a9 ')).toEqual({ raw: 'A9', known: false }));

it('an AAA is a rejection whatever its code, and says whether it may be sent again', () => {
  expect(readRejection('67', 'C')).toMatchObject({
    meaning: 'rejected',
    reason: { known: true, entry: { words: 'Patient not found' } },
    followUp: { known: true, entry: { resend: 'corrected' } },
  });
  expect(readRejection('ZZ', null)).toEqual({
    meaning: 'rejected',
    reason: { raw: 'ZZ', known: false },
    followUp: null,
  });
  const never = followUps.filter(({ resend }) => resend === 'never').map(({ code }) => code);
  expect(never).toEqual(['N', 'S', 'Y']);
});

it('lists every code once', () => {
  for (const list of [reviewRejections, followUps, frontEndAnswers, syntaxAnswers])
    expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
});
