import type { QueueQuery } from '@stipple/contracts';
import type { Principal } from '@stipple/database';
import type { QueueView, Role } from '@stipple/domain';

type Value = (one: unknown) => string;

/** What narrows the queue down; of a query, everything but its order and its page. */
export type QueueFilters = Partial<Omit<QueueQuery, 'sort' | 'direction' | 'after'>>;

/**
 * The conditions of a query on `treatment_case c`, each from checked parts only. Words are literals, so that the
 * partial indexes apply; ids are values.
 * @param today SQL for the clinic's day
 */
export function conditions(filters: QueueFilters, who: Principal, value: Value, today: string): string {
  const { view, stage, actsNext, owner, payerId, closed } = filters;
  const parts = [
    closed === 'yes' ? `c.state = 'closed'` : closed === 'no' ? `c.state = 'open'` : null,
    view ? views[view](who, value, today) : null,
    stage ? `c.stage IN (${literals(stage)})` : null,
    actsNext ? `c.acts_next IN (${literals(actsNext)})` : null,
    owner === 'none'
      ? 'c.owner_id IS NULL'
      : owner
        ? `c.owner_id = ${value(owner === 'me' ? who.staffId : owner)}`
        : null,
    payerId ? `c.payer_id = ${value(payerId)}` : null,
  ];
  return parts.filter((part) => part !== null).join(' AND ') || 'true';
}

/** What is in each view. The states, stages and parties are those of the partial indexes in migration 13. */
const views: Readonly<Record<QueueView, (who: Principal, value: Value, today: string) => string>> = {
  mine,
  unassigned: () => 'c.owner_id IS NULL',
  with_payer: () => `c.acts_next = 'payer'`,
  physician: () => `c.acts_next = 'physician'`,
  denied: () => `c.stage = 'adverse' AND c.acts_next = 'coordinator' AND c.file_by_on IS NULL`,
  appeals: () => 'c.file_by_on IS NOT NULL',
  book: (_who, _value, today) => `c.bookable_until IS NOT NULL AND c.bookable_until >= ${today}`,
  self_pay: () => `c.stage IN ('self_pay_open', 'self_pay_ready')`,
  all: () => 'true',
};

const acting = ['coordinator', 'manager', 'physician'] as const satisfies readonly Role[];

/** My cases in which one of my roles acts next. A physician's are also those they treat, whoever owns them. */
function mine({ staffId, roles }: Principal, value: Value): string {
  const me = value(staffId);
  const held = acting.filter((role) => roles.includes(role));
  if (held.length === 0) return 'false';
  const owned = `c.owner_id = ${me} AND c.acts_next IN (${literals(held)})`;
  const treated = `c.acts_next = 'physician' AND (c.owner_id = ${me} OR c.physician_id = ${me})`;
  if (!held.includes('physician')) return owned;
  return held.length === 1 ? treated : `(${owned} OR ${treated})`;
}

function literals(items: readonly string[]): string {
  return items.map((item) => `'${item}'`).join(', ');
}
