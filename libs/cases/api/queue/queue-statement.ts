import { createHash } from 'node:crypto';
import type { QueueQuery } from '@stipple/contracts';
import type { Principal, Statement } from '@stipple/database';
import { searchHits } from '../search-hits';
import { type QueueFilters, conditions } from './queue-filters';
import { QueueOrder } from './queue-order';

/** One question about the queue on its way to SQL: its order, its conditions and the values they name. */
export class QueueStatement {
  readonly order: QueueOrder;
  /** The conditions on `c`; the search is not among them. */
  readonly where: string;
  readonly searches: boolean;
  private readonly values: unknown[];
  private readonly hits: string | null;

  constructor(who: Principal, { sort, direction, after: _, ...filters }: QueueQuery, q = '') {
    this.values = [who.clinicId];
    this.order = new QueueOrder(sort, direction);
    this.searches = q !== '';
    this.hits = this.searches ? searchHits(q, this.value) : null;
    this.where = conditions(openUnlessSearched(filters, q), who, this.value, 'clock.today');
  }

  /** Takes a value along and returns its name in SQL. */
  readonly value = (one: unknown): string => `$${this.values.push(one)}`;

  /** What has to stand before the SELECT. */
  get with(): string {
    return this.hits === null ? '' : `WITH hit AS (${this.hits})`;
  }

  /** The cases of the view. Joins no more than conditions and order look at, so that an index can be walked. */
  get from(): string {
    const patient = 'JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)';
    return `FROM stipple.treatment_case c ${this.order.needsPatient ? patient : ''}
      ${this.searches ? 'JOIN hit ON hit.case_id = c.id' : ''} WHERE c.clinic_id = $1 AND ${this.where}`;
  }

  /** Named by the hash of its text, so that each kind of question is planned once per connection. */
  named(text: string): Statement {
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 24);
    return { name: `queue_${hash}`, text, values: this.values, planFor: 'values' };
  }
}

/** Closed cases show when they are asked for, or looked for by what somebody remembers of them. */
function openUnlessSearched(filters: QueueFilters, q: string): QueueFilters {
  return filters.closed === undefined && (q === '' || filters.view !== undefined)
    ? { ...filters, closed: 'no' }
    : filters;
}
