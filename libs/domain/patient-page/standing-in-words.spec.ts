import { longDay } from './long-day';
import { aCase, aRequest } from '../testing/a-case';
import { standingInWords, toldStanding } from './standing-in-words';

const today = '2026-12-01';

it('writes days out, with their weekday', () => {
  expect(longDay('2026-12-17', 'en')).toBe('Thursday, December 17, 2026');
  expect(longDay('2026-12-17', 'es')).toBe('jueves, 17 de diciembre de 2026');
  expect(longDay('2026-12-20', 'en')).toBe('Sunday, December 20, 2026');
});

it('says who acts next, by when, and what the patient can do meanwhile', () => {
  const standing = {
    stage: 'with_payer',
    actsNext: 'payer',
    dueOn: '2026-12-17',
    dueFor: 'touch',
  } as const;
  expect(standingInWords(standing, today, 'en')).toEqual({
    stage: 'Your plan is looking at what we asked for.',
    actsNext: 'Your plan acts next. You can wait for us.',
    due: 'We will look at your case again by Thursday, December 17, 2026.',
    youCan: 'If your plan calls or writes to you, tell us.',
  });
  expect(standingInWords(standing, today, 'es').due).toBe(
    'Vamos a ver su caso otra vez, a más tardar el jueves, 17 de diciembre de 2026.',
  );
});

it('does not speak of a day that is over as if it were to come', () =>
  expect(
    standingInWords(
      { stage: 'adverse', actsNext: 'coordinator', dueOn: '2026-11-30', dueFor: 'deadline' },
      today,
      'en',
    ).due,
  ).toBe('The day for this was Monday, November 30, 2026. Call us and ask.'));

it('says no day where there is none', () =>
  expect(
    standingInWords({ stage: 'closed', actsNext: 'nobody', dueOn: null, dueFor: null }, today, 'en').due,
  ).toBeNull());

it('tells by when the payer has to answer while the payer has it, and not when the clinic looks again', () => {
  const received = aCase({ requests: [aRequest({ state: 'received' })] });
  expect(toldStanding(received)).toEqual({
    stage: 'with_payer',
    actsNext: 'payer',
    dueOn: '2026-12-08',
    dueFor: 'answer',
  });
  expect(standingInWords(toldStanding(received), today, 'en').due).toBe(
    'Your plan should answer by Tuesday, December 8, 2026.',
  );
});

it('tells nothing of what the clinic has to do next', () =>
  expect(Object.keys(toldStanding(aCase({})))).toEqual(['stage', 'actsNext', 'dueOn', 'dueFor']));
