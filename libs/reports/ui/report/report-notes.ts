import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Icon } from '@stipple/ui';
import { ReportView } from './report-view';

/** What an address says that no report knows, and why a range is answered by none: in words, above what is shown instead. */
@Component({
  selector: 'st-report-notes',
  imports: [Icon],
  template: `
    @for (sentence of view.address().unread; track sentence) {
      <p class="st-card" role="status"><st-icon name="help" />{{ sentence }}</p>
    }
    @if (refused(); as sentence) {
      <p class="st-card refused" role="alert"><st-icon name="warning" />{{ sentence }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--st-3);
    }
    :host:empty {
      display: none;
    }
    p {
      display: flex;
      gap: var(--st-3);
      padding: var(--st-3) var(--st-4);
    }
    .refused {
      border-color: var(--st-bad);
      background: var(--st-bad-soft);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportNotes {
  protected readonly view = inject(ReportView);
  protected readonly refused = computed(() => {
    const refused = this.view.refused();
    if (!refused) return '';
    if (refused.field === 'from')
      return 'This range begins after today. Choose an earlier first day, or name a last day as well.';
    const { from, to } = this.view.range();
    return from > to
      ? 'This range ends before it begins. Choose a later last day, or an earlier first one.'
      : 'This range is longer than ten years. Ask for it in parts.';
  });
}
