import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Icon, KeyHint } from '@stipple/ui';
import { KeyNames } from '../report/key-names';
import { ReportView } from '../report/report-view';

/** The way down to the cases that are listed: the figure, then what was pressed. Each step leads back up to it. */
@Component({
  selector: 'st-drill-trail',
  imports: [Icon, KeyHint],
  template: `
    <nav aria-label="The way to these cases">
      <ol>
        @for (step of steps(); track $index; let last = $last) {
          <li>
            @if ($index > 0) {
              <st-icon name="chevron-right" />
            }
            @if (last) {
              <b aria-current="step">{{ step }}</b>
            } @else {
              <button type="button" (click)="view.climb($index)">{{ step }}</button>
            }
          </li>
        }
      </ol>
      @if (steps().length > 1) {
        <button
          type="button"
          class="st-button quiet small"
          (click)="view.climb(view.address().trail.length - 1)"
        >
          <st-icon name="arrow-up" />Up<st-key-hint [of]="view.command('up')" />
        </button>
      }
    </nav>
  `,
  styles: `
    nav,
    ol,
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--st-1);
    }
    ol {
      padding: 0;
      list-style: none;
    }
    li button {
      min-height: 1.5rem;
      padding: 0;
      border: 0;
      background: none;
      color: var(--st-accent);
      text-align: start;
      text-decoration: underline;
      text-underline-offset: 0.15em;
      cursor: pointer;
    }
    b {
      font-weight: 600;
    }
    st-icon {
      color: var(--st-ink-muted);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DrillTrail {
  protected readonly view = inject(ReportView);
  private readonly names = inject(KeyNames);
  protected readonly steps = computed(() => {
    const { trail, filters } = this.view.address();
    return [
      this.view.metric().name,
      ...trail.map((dimension) => this.names.nameOf(dimension, filters[dimension] ?? '')),
    ];
  });
}
