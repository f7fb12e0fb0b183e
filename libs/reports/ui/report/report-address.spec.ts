import { questionOf, readAddress } from './report-address';

const payer = '019365a0-0000-7000-8000-000000000001';
const read = (text: string) => {
  const parameters = new URLSearchParams(text);
  return readAddress((name) => parameters.get(name));
};

it('shows the denial rate by request and payer, of what counts, where nothing is asked for', () =>
  expect(read('')).toMatchObject({
    metric: 'denial_rate',
    mode: 'event',
    by: 'payer',
    side: 'part',
    period: null,
    filters: {},
    trail: [],
    unread: [],
  }));

it('asks every question with the same words, first how it is counted', () => {
  const address = read(`reason=&payerId=${payer}&count=case&metric=denials&sort=-n&drill=payer`);
  expect(questionOf(address, { from: '2026-11-01', to: '2026-11-30' })).toBe(
    `mode=case&from=2026-11-01&to=2026-11-30&payerId=${payer}&reason=`,
  );
  expect(questionOf(read(''), {})).toBe('mode=event');
});

it.each([
  ['metric=profit', '“profit” is no figure of this report: “First-decision denial rate” is shown.'],
  ['by=moon', 'Nothing can be told apart by “moon”. The table is by payer.'],
  [
    'metric=payer_days&by=reason',
    '“Payer days to a decision” cannot be told apart by “reason”. The table is by payer.',
  ],
  ['payerId=Aetna', 'Payer “Aetna” means nothing here and is left out.'],
  ['denialClass=rude', 'Class “rude” means nothing here and is left out.'],
  ['from=2026-02-31', '“2026-02-31” is not a day and is left out.'],
])('says of %s what is shown instead', (text, sentence) => {
  const { unread, filters, from, by } = read(text);
  expect(unread).toEqual([sentence]);
  expect([filters, from, by]).toEqual([{}, undefined, 'payer']);
});

it('lists all that is counted where a figure is no part of anything', () => {
  expect(read('metric=payer_days').side).toBe('whole');
  expect(read('side=whole').side).toBe('whole');
});

it('keeps of a trail what is narrowed by, each once', () =>
  expect(read(`drill=payer,reason,payer,moon,month&payerId=${payer}&reason=`).trail).toEqual([
    'payer',
    'reason',
  ]));
