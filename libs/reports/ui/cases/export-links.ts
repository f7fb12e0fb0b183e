import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { MetricKey } from '@stipple/domain';
import { Icon } from '@stipple/ui';

/** The cases behind a figure as a file. */
@Component({
  selector: 'st-export-links',
  imports: [Icon],
  template: `
    <a class="st-button small" download [href]="'/api/reports/metrics/' + metric() + '/export?' + question()"
      ><st-icon name="download" />CSV</a
    >
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      gap: var(--st-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExportLinks {
  readonly metric = input.required<MetricKey>();
  /** Which of them, as the list is asked for them. */
  readonly question = input.required<string>();
}
