import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { CaseView, TimelineEntry } from '@stipple/contracts';
import { formatDateTime } from '@stipple/ui';
import { detailsOf } from './timeline-details';

/** All that happened, newest first: what, by whom, when. */
@Component({
  selector: 'st-timeline',
  template: `
    <section class="st-card" aria-labelledby="timeline-title">
      <header><h2 id="timeline-title">Timeline</h2></header>
      <ol>
        @for (entry of shownEntries(); track $index) {
          <li>
            <b>{{ entry.words }}</b>
            @if (entry.details) {
              <span class="details">{{ entry.details }}</span>
            }
            <small class="st-muted">{{ entry.by }}, {{ entry.time }}</small>
          </li>
        }
      </ol>
      @if (entries().length > few && !all()) {
        <button type="button" class="st-button small quiet" (click)="all.set(true)">
          Show all {{ entries().length }}
        </button>
      }
    </section>
  `,
  styleUrl: './section.css',
  styles: `
    ol {
      list-style: none;
      padding: 0;
      display: grid;
      gap: var(--st-3);
    }
    li {
      position: relative;
      display: grid;
      padding-inline-start: var(--st-5);
    }
    li::before {
      content: '';
      position: absolute;
      inset: 0.45em auto auto 0.2rem;
      width: 0.55rem;
      height: 0.55rem;
      border-radius: 50%;
      background: var(--st-accent);
    }
    li:not(:last-child)::after {
      content: '';
      position: absolute;
      inset: 1.2em auto calc(-1 * var(--st-3)) 0.43rem;
      width: 1px;
      background: var(--st-line);
    }
    .details {
      overflow-wrap: anywhere;
    }
    b {
      font-weight: 560;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Timeline {
  readonly view = input.required<CaseView>();
  protected readonly few = 12;
  protected readonly all = signal(false);
  protected readonly entries = computed(() => this.view().timeline.map((entry) => this.shown(entry)));

  protected readonly shownEntries = computed(() =>
    this.all() ? this.entries() : this.entries().slice(0, this.few),
  );

  private shown(entry: TimelineEntry) {
    return {
      words: entry.words,
      by: entry.by,
      details: detailsOf(entry),
      time: formatDateTime(entry.at, this.view().timeZone),
    };
  }
}
