import type { QueueCounts, SavedView } from '@stipple/contracts';
import { queueViewWords, queueViews } from '@stipple/domain';
import { formatNumber } from '@stipple/ui';
import { QueueState, paramsOf, viewOf } from './queue-state';
import type { Tab } from './view-tabs';

/** The house's views with their counts, then one's own. */
export function tabsOf(
  state: QueueState,
  counts: QueueCounts['views'] | null,
  saved: readonly SavedView[],
): readonly Tab[] {
  const query = viewOf(state);
  const kept = saved.some((view) => view.query === query);
  const house = queueViews.map((view): Tab => {
    const { words, explains } = queueViewWords[view];
    const known = counts?.[view];
    return {
      id: view,
      words,
      explains,
      params: view === 'all' ? {} : { view },
      current: !kept && (state.view ?? 'all') === view,
      count: known ? `${formatNumber(known.count)}${known.capped ? '+' : ''}` : null,
      due: known?.due ?? 0,
      saved: false,
    };
  });
  const own = saved.map((view): Tab => ({
    id: view.id,
    words: view.name,
    explains: 'A view of your own.',
    params: paramsOf(Object.fromEntries(new URLSearchParams(view.query))),
    current: view.query === query,
    count: null,
    due: 0,
    saved: true,
  }));
  return [...house, ...own];
}
