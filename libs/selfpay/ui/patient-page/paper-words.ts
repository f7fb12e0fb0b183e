import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { PatientEstimateView } from '@stipple/contracts';

/** The words that were kept when the estimate was given, in their order: what is read here is what is signed. */
@Component({
  selector: 'st-paper-words',
  template: `
    @let paper = document();
    <article class="st-card" [lang]="paper.language">
      <h3>{{ paper.title }}</h3>
      <p>{{ paper.lead }}</p>
      @for (section of paper.sections; track $index) {
        <section>
          <h4>{{ section.heading }}</h4>
          @for (table of section.tables; track $index) {
            @if (table.kind === 'facts') {
              <dl>
                @for (row of table.rows; track $index) {
                  <div>
                    <dt>{{ row[0] }}</dt>
                    <dd>{{ row[1] }}</dd>
                  </div>
                }
              </dl>
            } @else {
              <ul>
                @for (row of table.rows; track $index) {
                  <li [class.sum]="$last">
                    <b>{{ row[0] }}</b>
                    @for (cell of row.slice(1, -1); track $index) {
                      @if (cell !== '') {
                        <span>{{ table.columns[$index + 1] }}: {{ cell }}</span>
                      }
                    }
                    <b class="charge">{{ row.at(-1) }}</b>
                  </li>
                }
              </ul>
            }
          }
          @for (words of section.paragraphs; track $index) {
            <p>{{ words }}</p>
          }
        </section>
      }
    </article>
  `,
  styles: `
    article,
    section,
    dl,
    ul {
      display: grid;
      gap: var(--st-2);
    }
    article {
      gap: var(--st-4);
      padding: var(--st-4);
    }
    h3 {
      font-size: 1.25rem;
    }
    h4 {
      margin: 0;
      font-size: 1.125rem;
    }
    dt,
    li span {
      color: var(--st-ink-muted);
      font-size: 1rem;
    }
    dd {
      overflow-wrap: anywhere;
    }
    ul {
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--st-3);
      padding: var(--st-2) 0;
      border-bottom: 1px solid var(--st-line);
    }
    li b:first-child {
      flex: 1 0 100%;
    }
    .sum b:first-child {
      flex: 0 1 auto;
    }
    .charge {
      margin-left: auto;
      font-variant-numeric: tabular-nums;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PaperWords {
  readonly document = input.required<PatientEstimateView['document']>();
}
