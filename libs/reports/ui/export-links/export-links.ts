import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FileFormat } from '@stipple/contracts';
import type { MetricKey } from '@stipple/domain';

const formats: readonly (readonly [FileFormat, string])[] = [
  ['csv', 'CSV'],
  ['xlsx', 'Excel'],
  ['pdf', 'PDF'],
];

/** The whole report, or the cases behind one figure, to take along: as many rows as there are, in three formats. */
@Component({
  selector: 'st-export-links',
  imports: [RouterLink],
  template: `
    <span class="st-muted" [id]="id">Export {{ what() }}</span>
    <ul [attr.aria-labelledby]="id">
      @for (link of links(); track link.name) {
        <li>
          <a [href]="link.href" [attr.aria-label]="'Export ' + what() + ' as ' + link.name" download>{{
            link.name
          }}</a>
        </li>
      }
    </ul>
    @if (metric() === null) {
      <a routerLink="/reports/scheduled" [queryParams]="{ filters: query() }">Schedule…</a>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 0 0.75rem;
      align-items: center;
    }
    ul {
      display: inline-flex;
      gap: 0.25rem;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: 1.5rem;
      padding: 0.25rem 0.5rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExportLinks {
  /** Whose cases; null for the whole report. */
  readonly metric = input.required<MetricKey | null>();
  /** The filters of the page, as they stand in a question. */
  readonly query = input.required<string>();

  private static made = 0;
  protected readonly id = `export-links-${++ExportLinks.made}`;
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
