import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { CaseView, NextRoute, NextRoutes as Read } from '@stipple/contracts';
import { RouteKind, challengeRoutes, groundOfClass, routeWords } from '@stipple/domain';
import { Chip, ProblemBanner, Skeleton, Values, formatDay, joined, liveResource } from '@stipple/ui';
import { CaseActions } from './case-actions';
import { FoundOut } from './found-out';

type Decision = Read['decisions'][number];
type OpenRoute = Extract<NextRoute, { answer: 'yes' }>;

/** The move that a route begins with, and what its button says. */
interface Beginning {
  readonly subject: string;
  readonly move: string;
  readonly label: string;
}

function beginningOf(kind: RouteKind): Beginning {
  if (kind === 'self_pay') return { subject: 'self_pay_agreement', move: 'draft', label: 'Draft estimate' };
  return kind === 'exception' || challengeRoutes.some((one) => one === kind)
    ? { subject: 'challenge', move: 'open', label: 'Begin' }
    : { subject: 'auth_request', move: 'draft', label: 'Draft request' };
}

/** What can be done after one decision against the patient: what to do first, what is open, and why the rest is not. */
@Component({
  selector: 'st-next-routes',
  imports: [Chip, FoundOut, ProblemBanner, Skeleton],
  template: `
    <div class="routes">
      <h3 [id]="titleId()">What can be done</h3>
      <st-problem [problem]="read.problem()" [retriable]="true" (retry)="read.reload()" />
      @if (decision(); as one) {
        <p>
          @if (one.first.kind; as kind) {
            <b>First: {{ nameOf(one, kind) }}.</b>
          }
          {{ one.first.why }}
        </p>
        <ul class="plain" [attr.aria-labelledby]="titleId()">
          @for (route of open(); track route.kind) {
            <li>
              <div class="line">
                <b>{{ route.words }}</b>
                @if (route.late) {
                  <st-chip tone="bad" icon="warning">Too late</st-chip>
                }
                <span class="st-muted grow">{{ dayOf(route) }}</span>
                @if (buttonFor(route.kind); as begin) {
                  <button
                    type="button"
                    class="st-button small"
                    [attr.aria-label]="begin.label + ': ' + route.words"
                    (click)="start(begin, route.kind)"
                  >
                    {{ begin.label }}
                  </button>
                }
              </div>
              <p class="st-small">{{ route.who }}. Needs {{ route.needs.join('; ') }}.</p>
              <p class="st-small st-muted">{{ below(route) }}</p>
            </li>
          }
        </ul>
        <st-found-out
          [view]="view()"
          [requestId]="requestId()"
          [findings]="one.findings"
          (made)="read.reload()"
        />
        @if (closed().length > 0) {
          <details>
            <summary>What is not open, and why ({{ closed().length }})</summary>
            <dl class="st-small">
              @for (route of closed(); track route.kind) {
                <dt>{{ route.words }}</dt>
                <dd>{{ route.answer === 'not_known' ? 'To be found out first. ' : '' }}{{ route.why }}</dd>
              }
            </dl>
          </details>
        }
      } @else if (!read.value() && !read.problem()) {
        <st-skeleton [lines]="4" />
      }
    </div>
  `,
  styleUrl: './section.css',
  styles: `
    .routes {
      display: grid;
      gap: var(--st-2);
      padding: var(--st-3) var(--st-4);
      border: 1px solid var(--st-line);
      border-radius: var(--st-radius);
    }
    h3 {
      font-size: 1rem;
    }
    ul {
      display: grid;
      gap: var(--st-3);
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NextRoutes {
  readonly view = input.required<CaseView>();
  readonly requestId = input.required<string>();
  private readonly actions = inject(CaseActions);
  protected readonly titleId = computed(() => `routes-${this.requestId()}`);
  protected readonly read = liveResource<Read>(
    () => ({ url: `/api/cases/${this.view().id}/next-routes` }),
    (moved) => moved.caseId === this.view().id,
  );
  protected readonly decision = computed(() =>
    this.read.value()?.decisions.find(({ requestId }) => requestId === this.requestId()),
  );
  protected readonly open = computed(() =>
    (this.decision()?.routes ?? []).flatMap((route) => (route.answer === 'yes' ? [route] : [])),
  );
  protected readonly closed = computed(() =>
    (this.decision()?.routes ?? []).flatMap((route) => (route.answer === 'yes' ? [] : [route])),
  );

  protected nameOf({ routes }: Decision, kind: RouteKind): string {
    return routes.find((route) => route.kind === kind)?.words ?? routeWords[kind];
  }

  protected dayOf({ lastDay }: OpenRoute): string {
    return lastDay === null ? 'no last day known' : `until ${formatDay(lastDay)}`;
  }

  /** The rule behind the last day, and what else to know. */
  protected below({ rule, notes }: OpenRoute): string {
    return joined(...notes, rule);
  }

  /** Only where this person may begin it and nothing speaks against it. */
  protected buttonFor(kind: RouteKind): Beginning | null {
    const begin = beginningOf(kind);
    return this.actions.legal(begin.subject, begin.move) ? begin : null;
  }

  protected start({ subject, move }: Beginning, kind: RouteKind): Promise<void> {
    return this.actions.make(subject, move, this.begunWith(subject, kind));
  }

  /** What the way here has answered already: which decision it is about, and what was asked for then. */
  private begunWith(subject: string, kind: RouteKind): Values {
    const requestId = this.requestId();
    if (subject === 'challenge') {
      const argues = groundOfClass(this.decision()?.denialClass ?? 'unclassified');
      return { requestId, kind, argues };
    }
    if (subject !== 'auth_request') return {};
    const lines = this.view().requests.find(({ id }) => id === requestId)?.lines;
    return { supersedesId: requestId, purpose: 'initial', ...(lines && { lines }) };
  }
}
