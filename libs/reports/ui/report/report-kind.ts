import { InjectionToken } from '@angular/core';
import type { MetricKey } from '@stipple/domain';

/** What differs between the pages that are made of a question and of the cases behind its answers. */
export interface ReportKind {
  /** The figure whose cases are listed where the address names none. */
  readonly metric: MetricKey;
  /** Figures that together count everything that any figure of the page counts: what it can be narrowed to is theirs. */
  readonly counts: readonly MetricKey[];
  /** What its commands begin with. */
  readonly commands: string;
}

/** Each page of reports provides its own. */
export const REPORT_KIND = new InjectionToken<ReportKind>('kind of report');
