import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';

const pages = [
  ['/denials', 'Denials'],
  ['/reports/time-and-money', 'Time and money'],
  ['/reports/standing', 'Where things stand'],
  ['/denials/clocks', 'Late decisions'],
  ['/reports/scheduled', 'Scheduled'],
] as const;

/** From each report to the others. */
@Component({
  selector: 'st-report-nav',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav aria-label="Reports">
      <ul>
        @for (page of pages; track page[0]) {
          <li>
            <a
              [routerLink]="page[0]"
              routerLinkActive
              ariaCurrentWhenActive="page"
              [routerLinkActiveOptions]="exactly"
              >{{ page[1] }}</a
            >
          </li>
        }
      </ul>
    </nav>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--st-4);
      padding: 0;
      list-style: none;
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: 2rem;
      border-block-end: 2px solid transparent;
      color: var(--st-ink-muted);
      font-weight: 560;
      text-decoration: none;
    }
    a:hover {
      color: var(--st-ink);
      text-decoration: underline;
      text-underline-offset: 0.3em;
    }
    a[aria-current] {
      border-block-end-color: var(--st-accent);
      color: var(--st-accent);
    }
    @media (max-width: 36rem) {
      ul {
        gap: 0 var(--st-3);
        font-size: var(--st-size-small);
      }
    }
    @media (forced-colors: active) {
      a:not([aria-current]) {
        border-block-end-color: Canvas;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportNav {
  protected readonly pages = pages;
  /** “Late decisions” lies below “Denials”, and what a page is narrowed to is no other page. */
  protected readonly exactly = {
    paths: 'exact',
    queryParams: 'ignored',
    matrixParams: 'ignored',
    fragment: 'ignored',
  } as const;
}
