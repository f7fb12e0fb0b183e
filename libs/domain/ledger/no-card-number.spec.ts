import { cardNumberRefusal, holdsCardNumber } from './card-number';

it.each([
  ['4111111111111111', true],
  ['4111 1111 1111 1111', true],
  ['card 5555-5555-5555-4444 of the mother', true],
  ['378282246310005', true],
  ['6011000990139424', true],
  // A digit away: no card has this one.
  ['4111111111111112', false],
  ['Receipt 000123', false],
  ['T-4711 / 2026-11-29', false],
  ['411111111111', false],
  ['41111111111111111111', false],
  ['', false],
])('%s: %s', (text, holds) => expect(holdsCardNumber(text)).toBe(holds));

it('says which field it stands in, and what to write instead', () => {
  expect(cardNumberRefusal('reference', '4111111111111111')).toMatchObject({
    code: 'card_number',
    field: 'reference',
  });
  expect(cardNumberRefusal('reference', undefined)).toBeNull();
});
