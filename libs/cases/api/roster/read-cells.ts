import { isDay, isNpi } from '@stipple/domain';

/** Why a cell cannot be read: a code for programs, words for whoever repairs the file. */
export interface CellFault {
  readonly code: string;
  readonly words: string;
}

/** What a cell says. Null is a legitimate answer: nothing. */
export type Reading = { readonly value: string | null } | { readonly fault: CellFault };

/** Reads a cell that is not empty. `today` is the day at the clinic: the rules have no clock of their own. */
export type CellReader = (cell: string, today: string) => Reading;

const read = (value: string | null): Reading => ({ value });
export const fault = (code: string, words: string): { readonly fault: CellFault } => ({
  fault: { code, words },
});

/** What a person wrote, short enough for a sentence. */
export function quoted(cell: string): string {
  return `“${cell.length > 40 ? `${cell.slice(0, 39).toWellFormed()}…` : cell}”`;
}

/**
 * Text as the roster keeps it: accents in one form, however the file writes them, and single spaces.
 * Whatever a spreadsheet would run as a formula is no name; neither is a social security number, wherever it stands.
 */
export function tidied(cell: string): string {
  return cell.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

const text = (most: number, formula: RegExp): CellReader => {
  return (cell) => {
    if (formula.test(cell)) return fault('formula', `${quoted(cell)} looks like a formula of a spreadsheet.`);
    if (/\p{Cc}/u.test(cell)) return fault('control_character', 'This holds a control character.');
    if (/^\d{3}-\d{2}-\d{4}$/.test(cell))
      return fault(
        'social_security_number',
        'This looks like a social security number; those are never imported.',
      );
    return cell.length > most ? fault('too_long', `This is longer than ${most} characters.`) : read(cell);
  };
};

export const words = (most: number) => text(most, /^[=+\-@]/);
/** Telephone numbers may begin with a plus. */
export const phone = text(40, /^[=@]|^[+-](?![\d( ])/);
/** Ids are compared with ids; anything that identifies will do. */
export const key = words(120);

/**
 * A day of the calendar, written as 2014-10-06, 20141006 or, as in the United States, 10/06/2014. A time of day behind
 * it is left out: the day counts that was written, in whatever zone.
 */
export function dayIn(cell: string): string | null {
  const [, written = ''] =
    /^(.*?)(?:[T ]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]m)?(?:Z|[+-]\d{2}:?\d{2})?)?$/i.exec(cell) ??
    [];
  const [, year, month, day] = /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})$/.exec(written) ?? american(written);
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}

function american(written: string): readonly (string | undefined)[] {
  const [all, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(written) ?? [];
  return [all, year, month, day];
}

const unreadable = (cell: string) =>
  fault('not_a_day', `${quoted(cell)} is not a day of the calendar; write it as YYYY-MM-DD or MM/DD/YYYY.`);

/** Exports write “no date” in many ways. */
const noDay = /^(null|n\/a|none|-+|0000-00-00.*)$/i;

export const pastDay =
  (what: string): CellReader =>
  (cell, today) => {
    if (noDay.test(cell)) return read(null);
    const day = dayIn(cell);
    if (day === null) return unreadable(cell);
    if (day > today) return fault('in_the_future', `${what} ${day} lies in the future.`);
    return day < '1890-01-01' ? fault('too_long_ago', `${what} ${day} lies too long ago.`) : read(day);
  };

/** The first day of a period. Older exports write only its year. */
export const firstDay: CellReader = (cell) => {
  const day = /^\d{4}$/.test(cell) ? dayIn(`${cell}-01-01`) : dayIn(cell);
  if (day === null) return noDay.test(cell) ? read(null) : unreadable(cell);
  return day < '1890-01-01' || day > '2199-12-31' ? fault('too_far', `${day} lies too far away.`) : read(day);
};

/** The last day of a period; one that is centuries away means that there is none. */
export const lastDay: CellReader = (cell) => {
  const day = /^\d{4}$/.test(cell) ? dayIn(`${cell}-12-31`) : dayIn(cell);
  if (day === null) return noDay.test(cell) ? read(null) : unreadable(cell);
  return read(day > '2199-12-31' ? null : day);
};

const oneOf =
  (table: Readonly<Record<string, readonly string[]>>, otherwise: (cell: string) => Reading): CellReader =>
  (cell) => {
    const said = cell.toLowerCase().replace(/[^a-z0-9]/g, '');
    const [value] = Object.entries(table).find(([, ways]) => ways.includes(said)) ?? [];
    return value === undefined ? otherwise(cell) : read(value);
  };

export const sex = oneOf(
  {
    female: ['f', 'female', 'woman', 'w'],
    male: ['m', 'male', 'man'],
    other: ['o', 'x', 'other', 'nonbinary', 'nb', 'diverse', 'intersex'],
    unknown: ['u', 'unk', 'unknown', 'undisclosed', 'declined', 'null', 'na'],
  },
  (cell) => fault('sex_unknown', `${quoted(cell)} is none of female, male, other or unknown.`),
);

/** How the patient stands to whom the policy belongs. Words that nobody foresaw are “other”. */
export const relation = oneOf(
  {
    self: ['self', 's', 'subscriber', 'insured', 'patient', 'policyholder', '18'],
    spouse: ['spouse', 'husband', 'wife', 'partner', 'domesticpartner', 'lifepartner', '01', '53'],
    guardian: [
      'guardian',
      'parent',
      'mother',
      'father',
      'child',
      'dependent',
      'dependant',
      'son',
      'daughter',
      '19',
    ],
  },
  () => read('other'),
);

export const npi: CellReader = (cell) =>
  isNpi(cell) ? read(cell) : fault('not_an_npi', `${quoted(cell)} is not a National Provider Identifier.`);
