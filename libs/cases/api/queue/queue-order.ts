import { HttpProblem } from '@stipple/http';
import type { QueueSort } from '@stipple/domain';

/** A part of an order: what it compares, and the type its value is read back as from a cursor. */
interface Part {
  readonly by: string;
  readonly type: 'date' | 'bigint' | 'integer' | 'smallint' | 'text';
}

/** What comes first, the legal deadline or the promised touch; on one day the deadline; then the money. */
const press: readonly Part[] = [
  { by: 'c.press_day', type: 'date' },
  { by: 'c.press_rank', type: 'smallint' },
  { by: 'c.press_money', type: 'bigint' },
];

/**
 * How each order sorts, before the id: by bare columns, so that a place in it is an index condition also under
 * row-level security, which lets no function that may fail look at a row first.
 */
const sorts: Readonly<Record<QueueSort, readonly Part[]>> = {
  press,
  due: [{ by: 'c.press_due', type: 'date' }],
  touch: [{ by: 'c.press_touch', type: 'date' }],
  money: [{ by: 'c.press_money', type: 'bigint' }],
  number: [{ by: 'c.case_number', type: 'integer' }],
  patient: [{ by: `lower(p.family_name || ' ' || p.given_name)`, type: 'text' }],
};

/** One order of the queue, as SQL. It is total: the id ends it, so that a place in it is a place for good. */
export class QueueOrder {
  private readonly parts: readonly Part[];
  private readonly up: boolean;

  constructor(
    readonly sort: QueueSort,
    direction: 'up' | 'down',
  ) {
    this.parts = sorts[sort];
    // The column holds the money negated.
    this.up = (direction === 'up') !== (sort === 'money');
  }

  /** Whether the order looks at the patient, who then has to be joined before rows are chosen. */
  get needsPatient(): boolean {
    return this.sort === 'patient';
  }

  get columns(): string {
    return [...this.parts.map(({ by }) => by), 'c.id'].join(', ');
  }

  /** @param which `before`: the other way round, for what stands right before a place */
  by(which: 'after' | 'before' = 'after'): string {
    const down = (which === 'after') !== this.up;
    return [...this.parts.map(({ by }) => by), 'c.id'].map((one) => (down ? `${one} DESC` : one)).join(', ');
  }

  /** A case's own place, as columns that `placeIn` names. */
  get placeColumns(): string {
    return [...this.parts.map(({ by }, index) => `${by} AS at_${index}`), 'c.id'].join(', ');
  }

  placeIn(alias: string): readonly string[] {
    return [...this.parts.map((_, index) => `${alias}.at_${index}`), `${alias}.id`];
  }

  /** The condition for what comes after (or before) a place, given as SQL for each of its values. */
  beyond(place: readonly string[], which: 'after' | 'before' = 'after'): string {
    const greater = (which === 'after') === this.up;
    return `(${this.columns}) ${greater ? '>' : '<'} (${place.join(', ')})`;
  }

  /** A place that a browser sends back, its values handed to `value`. */
  placeOf(cursor: string, value: (one: unknown) => string): readonly string[] {
    const parts = read(cursor);
    if (parts?.length !== this.parts.length + 1 || !parts.every((part, index) => this.fits(part, index)))
      throw new HttpProblem(
        400,
        'cursor_unreadable',
        'This place in the list is no longer known; start again from the top.',
      );
    return parts.map((part, index) => `${value(part)}::${this.parts[index]?.type ?? 'uuid'}`);
  }

  /** Whether a cursor's part can be one of this order's: a cursor may be older than the order. */
  private fits(part: unknown, index: number): boolean {
    switch (this.parts[index]?.type) {
      case 'date':
        return typeof part === 'string' && /^(\d{4}-\d\d-\d\d|infinity)$/.test(part);
      case 'text':
        return typeof part === 'string';
      case undefined:
        return typeof part === 'string' && /^[0-9a-f-]{36}$/.test(part);
      default:
        return Number.isSafeInteger(part);
    }
  }
}

/** A place in the order, as a browser keeps it. */
export function cursorOf(place: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function read(cursor: string): readonly unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
}
