import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FileFormat } from '@stipple/contracts';
import type { MetricKey } from '@stipple/domain';
import { Icon } from '@stipple/ui';

const formats: readonly (readonly [FileFormat, string])[] = [
  ['csv', 'CSV'],
  ['xlsx', 'Excel'],
  ['pdf', 'PDF'],
];

/** The whole report, or the cases behind one figure, to take along: as many rows as there are, in three formats. */
@Component({
  selector: 'st-export-links',
  imports: [Icon, RouterLink],
  template: `
    <ul [attr.aria-label]="'Export ' + what()">
      @for (link of links(); track link.name; let first = $first) {
        <li>
          <a
            class="st-button small"
            download
            [href]="link.href"
            [attr.aria-label]="'Export ' + what() + ' as ' + link.name"
          >
            @if (first) {
              <st-icon name="download" />
            }
            {{ link.name }}</a
          >
        </li>
      }
      @if (metric() === null) {
        <li>
          <a
            class="st-button quiet small"
            routerLink="/reports/scheduled"
            [queryParams]="{ filters: query() }"
            ><st-icon name="clock" />Schedule…</a
          >
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--st-1);
      padding: 0;
      list-style: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExportLinks {
  /** Whose cases; null for the whole report. */
  readonly metric = input.required<MetricKey | null>();
  /** The filters of the page, as they stand in a question. */
  readonly query = input.required<string>();

  protected readonly what = computed(() => (this.metric() === null ? 'the report' : 'these cases'));
  protected readonly links = computed(() => {
    const metric = this.metric();
    const path = metric === null ? 'export' : `${metric}/export`;
    return formats.map(([format, name]) => ({
      name,
      href: `/api/reports/metrics/${path}?format=${format}${this.query() === '' ? '' : `&${this.query()}`}`,
    }));
  });
}
