import { computed, inject, linkedSignal } from '@angular/core';
import type { MetricGroups } from '@stipple/contracts';
import type { MetricDimension, MetricKey, MetricMode } from '@stipple/domain';
import { ReportView } from '../report/report-view';

/** A figure as a column: under what it stands, and what it comes to in each row. */
export interface FigureColumn {
  readonly label: string;
  readonly groups: MetricGroups;
}

export type FiguresRead = ReturnType<typeof readFigures>;

/**
 * Several figures by one dimension, for a table. They change as a whole: numbers of one question beside those of another
 * would compare nothing. Call from an injection context.
 *
 * @param mode what counts once in all of them, but for those that say otherwise
 */
export function readFigures(
  columns: readonly (readonly [metric: MetricKey, label: string, mode?: MetricMode])[],
  mode: MetricMode,
  by: () => MetricDimension,
) {
  const view = inject(ReportView);
  const parts = columns.map(([metric, label, own = mode]) => ({
    label,
    groups: view.read<MetricGroups>(
      () => `/api/reports/metrics/${metric}/groups?${view.questionIn(own)}&by=${by()}`,
    ),
  }));
  const settled = computed(() => parts.every(({ groups }) => groups.settled()));
  interface Shown {
    readonly by: MetricDimension;
    readonly columns: readonly FigureColumn[];
  }
  const shown = linkedSignal<Shown | undefined, Shown | undefined>({
    source: () => {
      const found = parts.flatMap(({ label, groups }) => {
        const value = groups.value();
        return value ? [{ label, groups: value }] : [];
      });
      return settled() && found.length === parts.length ? { by: by(), columns: found } : undefined;
    },
    computation: (now, before) => now ?? before?.value,
  });
  return {
    /** Undefined until all of it has come. */
    shown,
    settled,
    problem: computed(() => parts.map(({ groups }) => groups.problem()).find(Boolean)),
    reload: () => {
      for (const { groups } of parts) if (groups.problem()) groups.reload();
    },
  };
}
