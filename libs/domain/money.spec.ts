import { formatCents } from './money';
import { formatNumber } from './numbers';

const numbers = [0, 7, 999, 1000, 12345, 999999, 1000000, 123456789, -4321];

it('money reads as a browser would write dollars in English', () => {
  const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
  for (const cents of [...numbers, 1, 10, 99, 101, -5])
    expect(formatCents(cents)).toBe(dollars.format(cents / 100));
});

it('whole numbers read as a browser would write them in English', () => {
  for (const many of numbers) expect(formatNumber(many)).toBe(many.toLocaleString('en-US'));
});
