import type { ClearedList } from '@stipple/contracts';
import { LiveResource, liveResource } from '@stipple/ui';

/** Moves of these change who may be booked. */
const subjects = ['treatment_session', 'payer_authorization', 'self_pay_agreement', 'treatment_case'];

/**
 * Who may be booked, kept up to date. Call from an injection context.
 *
 * @param cases of which cases; `'all'` lists the first few of all, null asks for nothing
 */
export function clearedCases(cases: () => readonly string[] | 'all' | null): LiveResource<ClearedList> {
  return liveResource<ClearedList>(
    () => {
      const of = cases();
      if (of === null) return undefined;
      return { url: `/api/schedule/cleared${of === 'all' ? '' : `?cases=${of.join(',')}`}` };
    },
    ({ subject }) => subjects.includes(subject),
  );
}
