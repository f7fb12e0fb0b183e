import type { Dice } from './dice';

/** A version 7 UUID of this moment whose random part comes from the dice: ids sort by the time of the story. */
export function uuidAt(milliseconds: number, dice: Dice): string {
  const time = milliseconds.toString(16).padStart(12, '0');
  const [first, second, third] = [dice.bits(), dice.bits(), dice.bits()];
  const version = (0x7000 | (first & 0x0fff)).toString(16);
  const variant = (0x8000 | ((first >>> 16) & 0x3fff)).toString(16);
  const rest = hex(second, 8) + hex(third & 0xffff, 4);
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${rest}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
