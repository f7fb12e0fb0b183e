import { examplePartsOf, mostParts, otherCourseCents } from './other-course';

it('adds up what is chosen, and nothing of what is not', () => {
  const lines = [
    { unitCents: 50_000, quantity: 4 },
    { unitCents: 15_000, quantity: 0 },
  ];
  expect(otherCourseCents(lines)).toBe(200_000);
  expect(otherCourseCents([])).toBe(0);
});

it('shows parts that sum to the total exactly, one a month', () => {
  const parts = examplePartsOf(100_000, 3, '2026-01-31');
  expect(parts.map(({ cents }) => cents)).toEqual([33_333, 33_333, 33_334]);
  expect(parts.map(({ dueOn }) => dueOn)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31']);
});

it('shows no part of less than a cent', () => expect(examplePartsOf(3, mostParts, '2026-01-31')).toEqual([]));
