import { exactSentence, exactTime, payerShare, splitDays, splitSentence } from './time-parts';

const day = 86_400;

it.each([
  // Rounded each for itself: 0.3 + 0.3 = 0.5.
  [0.25, 0.25, '0.5', '0.3', '0.2'],
  // And 0.4 + 0.4 = 0.9.
  [0.44, 0.42, '0.9', '0.4', '0.5'],
  [633.4, 570.4, '1,204', '633', '571'],
  [0, 12.34, '12.3', '0.0', '12.3'],
  [0, 0, '0.0', '0.0', '0.0'],
])('says %d and %d days so that what is read adds up', (payer, clinic, whole, ofPayer, ofClinic) =>
  expect(splitDays({ payer: payer * day, clinic: clinic * day })).toEqual({
    whole,
    payer: ofPayer,
    clinic: ofClinic,
  }),
);

it('adds up for any two times, and is never off by a unit of its last place', () => {
  const number = (text: string) => Number(text.replaceAll(',', ''));
  for (let step = 0; step < 4000; step++) {
    const [payer, clinic] = [(step * 7919) % (200 * day), (step * 104_729) % (150 * day)];
    const said = splitDays({ payer, clinic });
    const unit = payer + clinic >= 100 * day ? 1 : 0.1;
    expect(number(said.payer) + number(said.clinic)).toBeCloseTo(number(said.whole), 9);
    for (const [text, seconds] of [
      [said.payer, payer],
      [said.clinic, clinic],
    ] as const)
      expect(Math.abs(number(text) - seconds / day)).toBeLessThanOrEqual(unit + 1e-9);
  }
});

it('says the sum in words, and once more to the second', () => {
  const time = { payer: 633 * day + 7805, clinic: 571 * day - 9000 };
  expect(splitSentence(time)).toBe('1,204 days = 633 with payers + 571 with us');
  expect(exactSentence(time)).toBe('To the second: 1,203 d 23:40:05 = 633 d 02:10:05 + 570 d 21:30:00.');
  expect(exactTime(0)).toBe('0 d 00:00:00');
});

it('says whose most of it was, and nothing where no time passed', () => {
  expect(payerShare({ payer: 3, clinic: 1 })).toBe('75%');
  expect(payerShare({ payer: 0, clinic: 0 })).toBe('–');
});
