import { Refusal, refusal } from '../refusal';

/** Digits as cards print them: in one piece, or with single spaces or hyphens between. */
const digitRuns = /\d(?:[ -]?\d)+/g;

/**
 * Whether text holds what may be a card’s number: thirteen to nineteen digits with the right check digit. One in ten
 * harmless numbers of that length is taken for one; that is cheaper than one card’s number in a backup.
 */
export function holdsCardNumber(text: string): boolean {
  return (text.match(digitRuns) ?? [])
    .map((run) => run.replace(/\D/g, ''))
    .some((digits) => digits.length >= 13 && digits.length <= 19 && passesLuhn(digits));
}

/** The check digit by the formula of Luhn, from the right: every second digit counts twice. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** No card data is stored, also not where somebody types it into a field meant for something else. */
export function cardNumberRefusal(field: string, text: string | null | undefined): Refusal | null {
  return text && holdsCardNumber(text)
    ? refusal(
        'card_number',
        'This looks like a card’s number, and no card data is kept. Write the terminal’s receipt number instead.',
        field,
      )
    : null;
}
