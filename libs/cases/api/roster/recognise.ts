import { RosterField, RosterKind, rosterKinds } from '@stipple/domain';
import { FieldRule, rulesOf } from './fields';
import { Mapping } from './read-row';

/** What a file seems to be, by its header, and how its columns would be read. */
export interface Recognised {
  readonly kind: RosterKind | null;
  readonly mapping: Mapping;
  /** Why it is left out, where it is a file of another kind. */
  readonly aside: string | null;
}

/** `Date of Birth (mm/dd)` is `dateofbirthmmdd`. */
const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** More than a roster needs: neither shown in the preview nor to be mapped, whatever the file calls it. */
const moreThanNeeded = [
  /^(patient|pt)?ssn/,
  /socialsecurity/,
  /^(social|sin|taxid|nationalid)$/,
  /driver/,
  /passport/,
  /^(patient)?race(code|\d)?$/,
  /ethnic/,
  /^marital/,
  /religio/,
  /maiden/,
  /^(birthplace|placeofbirth)$/,
  /^income$/,
  /healthcare(expenses|coverage)/,
];

export function isNeverImported(column: string): boolean {
  const name = plain(column);
  return moreThanNeeded.some((pattern) => pattern.test(name));
}

export function recognise(columns: readonly string[], fileName: string): Recognised {
  const exact = rosterKinds.find((kind) => isSynthea(kind, columns));
  if (exact !== undefined) return { kind: exact, mapping: mapAs(exact, columns), aside: null };
  const other = otherFile(columns);
  if (other !== null) return { kind: null, mapping: {}, aside: other };
  const kind = guess(columns, fileName);
  return { kind, mapping: kind === null ? {} : mapAs(kind, columns), aside: null };
}

/** The columns that tell Synthea’s files apart, beside the required ones. */
const marks: Readonly<Record<RosterKind, readonly string[]>> = {
  payers: ['STATE_HEADQUARTERED', 'AMOUNT_COVERED'],
  organizations: ['REVENUE', 'UTILIZATION'],
  providers: ['ORGANIZATION', 'UTILIZATION'],
  patients: ['BIRTHPLACE'],
  coverage: [],
};

function isSynthea(kind: RosterKind, columns: readonly string[]): boolean {
  const upper = new Set(columns.map((column) => column.toUpperCase()));
  const has = (names: readonly string[]) => names.some((name) => upper.has(name.toUpperCase()));
  // A provider file has all that marks an organization file, and one column more.
  if (kind === 'organizations' && upper.has('ORGANIZATION')) return false;
  return (
    marks[kind].every((name) => upper.has(name)) &&
    rulesOf(kind).every(([, rule]) => !rule.required || has(rule.synthea))
  );
}

/** The mapping of a kind: each field from the column that fits best. A column may serve more than one field. */
export function mapAs(kind: RosterKind, columns: readonly string[]): Mapping {
  const allowed = columns.filter((column) => !isNeverImported(column));
  const found = rulesOf(kind).flatMap(([field, rule]) => {
    const column = bestOf(rule, allowed);
    return column === undefined ? [] : [[field, column] as const];
  });
  const mapping: Partial<Record<RosterField, string>> = Object.fromEntries(found);
  // A record number identifies as well as an id does.
  if (mapping.key === undefined && mapping.recordNumber !== undefined) mapping.key = mapping.recordNumber;
  return mapping;
}

function bestOf({ synthea, alike }: FieldRule, columns: readonly string[]): string | undefined {
  const named = columns.find((column) => synthea.some((name) => name.toUpperCase() === column.toUpperCase()));
  if (named !== undefined) return named;
  for (const name of alike) {
    const same = columns.find((column) => plain(column) === name);
    if (same !== undefined) return same;
  }
  for (const name of alike.filter((one) => one.length >= 5)) {
    const inside = columns.find((column) => plain(column).includes(name));
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** What the file’s name says, where the header leaves it open. */
const nameHints: Readonly<Record<RosterKind, RegExp>> = {
  coverage: /coverage|transition|eligib|polic|insured|member/i,
  payers: /payer|insurer|carrier|insurance/i,
  providers: /provider|physician|clinician|doctor/i,
  organizations: /organi[sz]ation|facilit|practice/i,
  patients: /patient|demographic|person|roster/i,
};

/** What sets a kind apart from the others: without it a list of ids and names could be anything. */
const tellingFields: Readonly<Record<RosterKind, readonly RosterField[]>> = {
  coverage: ['memberId', 'startsOn'],
  patients: ['birthDate', 'familyName', 'givenName'],
  providers: ['npi', 'specialty'],
  payers: [],
  organizations: [],
};

function guess(columns: readonly string[], fileName: string): RosterKind | null {
  const scores = rosterKinds.map((kind) => {
    const mapping = mapAs(kind, columns);
    const required = rulesOf(kind).filter(([, rule]) => rule.required);
    const missing = required.filter(([field]) => mapping[field] === undefined).length;
    const telling = tellingFields[kind].filter((field) => mapping[field] !== undefined).length;
    const hinted = nameHints[kind].test(fileName);
    const possible = missing < required.length && (telling > 0 || hinted);
    return { kind, possible, score: (hinted ? 4 : 0) + telling * 2 - missing * 3 };
  });
  const [best] = scores.filter(({ possible }) => possible).sort((one, other) => other.score - one.score);
  return best?.kind ?? null;
}

/** Files that come with a roster and are none: records of what was done and found. */
function otherFile(columns: readonly string[]): string | null {
  const upper = new Set(columns.map((column) => column.toUpperCase()));
  const has = (...names: readonly string[]) => names.every((name) => upper.has(name));
  const what = has('ENCOUNTERCLASS')
    ? 'encounters'
    : has('PATIENT', 'ENCOUNTER', 'CODE', 'BASE_COST', 'DISPENSES')
      ? 'medications'
      : has('PATIENT', 'ENCOUNTER', 'CODE', 'BASE_COST')
        ? 'procedures'
        : has('PATIENT', 'ENCOUNTER', 'CODE', 'VALUE')
          ? 'observations'
          : has('PATIENT', 'ENCOUNTER', 'CODE', 'START', 'STOP')
            ? 'conditions'
            : has('PATIENT', 'ENCOUNTER')
              ? 'clinical records'
              : has('PATIENTID', 'PROVIDERID') || has('CLAIMID')
                ? 'claims'
                : null;
  return what === null
    ? null
    : `This file lists ${what}. A roster is patients, payers, coverage, providers and organizations, so it was set aside.`;
}
