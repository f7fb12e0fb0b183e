import { RosterField, RosterKind } from '@stipple/domain';
import { FieldRule, rulesOf } from './fields';
import { CellFault, tidied } from './read-cells';
import { recordNumberFor } from './record-number';
import { RawRecord, RecordFault } from './split-records';

/** Field to the name of the column it is read from. */
export type Mapping = Readonly<Partial<Record<RosterField, string>>>;
export type Values = Readonly<Partial<Record<RosterField, string | null>>>;

export interface RowProblem extends CellFault {
  readonly column: string | null;
}

/** A row as it would be imported, or all that is wrong with it. */
export interface ReadRow {
  readonly line: number;
  /** What identifies it among the rows of its kind; empty where it cannot be told. */
  readonly key: string;
  readonly secondKey: string | null;
  readonly values: Values;
  readonly problems: readonly RowProblem[];
}

interface Source {
  readonly field: RosterField;
  readonly rule: FieldRule;
  readonly column: string;
  readonly index: number;
}

/** Separates the parts of a key; no cell can hold it. */
const between = '\u001f';

/** Reads the records of one file: what is mapped and nothing else. */
export class RowReader {
  private readonly sources: readonly Source[];

  constructor(
    private readonly kind: RosterKind,
    private readonly columns: readonly string[],
    mapping: Mapping,
    private readonly today: string,
  ) {
    this.sources = rulesOf(kind).flatMap(([field, rule]) => {
      const column = mapping[field];
      const index = column === undefined ? -1 : columns.indexOf(column);
      return column === undefined || index < 0 ? [] : [{ field, rule, column, index }];
    });
  }

  read({ line, cells, fault }: RawRecord): ReadRow {
    if (cells === null) return this.unreadable(line, faultWords[fault ?? 'open_quote']);
    const surplus = cells.slice(this.columns.length).some((cell) => cell.trim() !== '');
    if (cells.length < this.columns.length || surplus) {
      const words = `The row has ${cells.length} cells, but the header has ${this.columns.length}.`;
      return this.unreadable(line, { code: 'cell_count', words });
    }
    const values: Partial<Record<RosterField, string | null>> = {};
    const problems: RowProblem[] = [];
    for (const source of this.sources) {
      const reading = readCell(source, cells[source.index] ?? '', this.today);
      if ('fault' in reading) problems.push({ column: source.column, ...reading.fault });
      else values[source.field] = reading.value;
    }
    problems.push(...this.contradictions(values));
    return { line, ...keysOf(this.kind, values), values: withDefaults(this.kind, values), problems };
  }

  private unreadable(line: number, what: CellFault): ReadRow {
    return { line, key: '', secondKey: null, values: {}, problems: [{ column: null, ...what }] };
  }

  private contradictions({ birthDate, diedOn, startsOn, endsOn }: Values): readonly RowProblem[] {
    const column = (field: RosterField) =>
      this.sources.find((source) => source.field === field)?.column ?? null;
    if (birthDate && diedOn && diedOn < birthDate)
      return [
        {
          column: column('diedOn'),
          code: 'dates_reversed',
          words: `The date of death ${diedOn} lies before the birth date ${birthDate}.`,
        },
      ];
    if (startsOn && endsOn && endsOn < startsOn)
      return [
        {
          column: column('endsOn'),
          code: 'dates_reversed',
          words: `The coverage ends on ${endsOn}, before it starts on ${startsOn}.`,
        },
      ];
    return [];
  }
}

function readCell({ field, rule }: Source, raw: string, today: string) {
  const cell = tidied(raw);
  // Whether coverage needs a member id depends on its payer, which this row only names.
  const needed = rule.required && field !== 'memberId';
  const reading = cell === '' ? { value: null } : rule.read(cell, today);
  if (needed && 'value' in reading && reading.value === null)
    return { fault: { code: 'missing', words: `The ${rule.words} is missing.` } };
  return reading;
}

function keysOf(kind: RosterKind, values: Values): { key: string; secondKey: string | null } {
  if (kind === 'coverage') {
    const parts = [values.patient, values.payer, values.startsOn];
    return { key: parts.every(Boolean) ? parts.join(between) : '', secondKey: null };
  }
  const key = values.key ?? '';
  if (kind === 'payers') return { key, secondKey: values.name ?? null };
  if (kind === 'patients' && key !== '')
    return { key, secondKey: values.recordNumber ?? recordNumberFor(key) };
  return { key, secondKey: null };
}

/** What stands there where the file says nothing. */
function withDefaults(kind: RosterKind, values: Values): Values {
  if (kind === 'coverage' && values.relation === null) return { ...values, relation: 'self' };
  if (kind === 'patients' && values.sex === null) return { ...values, sex: 'unknown' };
  return values;
}

const faultWords: Readonly<Record<RecordFault, CellFault>> = {
  open_quote: {
    code: 'open_quote',
    words: 'A quotation mark is not closed, or text follows the closing one.',
  },
  too_long: { code: 'too_long', words: 'The row is longer than 1 MB.' },
  not_utf8: {
    code: 'not_utf8',
    words:
      'The row holds a character that is not UTF-8, as files in Windows-1252 do. Save the file as “CSV UTF-8”.',
  },
  nul: { code: 'nul', words: 'The row holds a NUL character.' },
};
