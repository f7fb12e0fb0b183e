import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseView, ClearedCase } from '@stipple/contracts';
import { MoveButtons } from '@stipple/cases-ui/moves';
import { Chip, Icon, ProblemBanner, Skeleton, formatDay, formatTime, liveResource } from '@stipple/ui';
import { sessionLooks } from '@stipple/cases-ui';
import { clearedCases } from '../cleared';
import { Placing } from '../placing';
import { ScheduleView } from '../schedule-view';
import { clearanceOf, wholeDayWords } from '../words';

/** One session beside the calendar, with what can be done with it now and why the rest cannot. */
@Component({
  selector: 'st-session-panel',
  imports: [Chip, Icon, MoveButtons, ProblemBanner, RouterLink, Skeleton],
  template: `
    <section class="st-card" aria-labelledby="session-title">
      @if (place(); as at) {
        <div class="acting">
          <st-icon name="warning" /><span>Must act: {{ at.number }} of {{ view.blocked().length }}</span>
          <button type="button" class="st-button small" (click)="turned.emit(-1)">
            <st-icon name="chevron-left" />Previous
          </button>
          <button type="button" class="st-button small" (click)="turned.emit(1)">
            Next<st-icon name="chevron-right" />
          </button>
        </div>
      }
      @if (session(); as one) {
        @let look = looks[one.state];
        <div class="top">
          <h2 id="session-title">{{ one.patientName }}</h2>
          <button
            type="button"
            class="st-button small quiet square"
            aria-label="Close"
            (click)="closed.emit()"
          >
            <st-icon name="close" />
          </button>
        </div>
        <div>
          <st-chip [tone]="look.tone" [icon]="look.icon">{{ look.words }}</st-chip>
        </div>
        @if (one.blockedBecause; as why) {
          <p class="why">{{ why }}</p>
          <p>Nobody is treated on this booking as it stands. What can be done:</p>
          <ul class="todo">
            @for (step of steps(); track step) {
              <li>{{ step }}</li>
            }
          </ul>
          @if (again(); as cleared) {
            <div>
              <button type="button" class="st-button small main" (click)="bookAgain(cleared)">
                Book another time
              </button>
            </div>
          }
        }
        <dl>
          <dt>When</dt>
          <dd>{{ when() }}</dd>
          <dt>Who</dt>
          <dd>{{ one.clinician }}</dd>
          <dt>Where</dt>
          <dd>{{ one.room }}</dd>
          <dt>Cleared by</dt>
          <dd>{{ cleared() }}</dd>
          <dt>Case</dt>
          <dd>
            <a [routerLink]="['/cases', one.caseId]">#{{ one.caseNumber }}, {{ one.procedureCode }}</a>
          </dd>
        </dl>
        <st-problem [problem]="page.problem()" [retriable]="true" (retry)="page.reload()" />
        @if (page.value(); as view) {
          @if (inCase(); as own) {
            <st-move-buttons
              [view]="view"
              [mover]="{ subject: 'treatment_session', id: one.id, version: own.version }"
              [moves]="own.moves"
              about="this session"
              (made)="changed()"
            />
          }
        } @else if (!page.problem()) {
          <st-skeleton [lines]="2" />
        }
      } @else {
        <p class="st-muted" id="session-title">This session is not in the week on screen.</p>
        <button type="button" class="st-button small" (click)="closed.emit()">Close</button>
      }
    </section>
  `,
  styleUrl: './panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionPanel {
  readonly sessionId = input.required<string>();
  readonly closed = output();
  /** The next booking that must be acted on, or the one before. */
  readonly turned = output<number>();
  private readonly placing = inject(Placing);
  protected readonly view = inject(ScheduleView);
  protected readonly looks = sessionLooks;
  protected readonly session = computed(() => this.view.find(this.sessionId()));
  protected readonly page = liveResource<CaseView>(
    () => {
      const session = this.session();
      return session ? { url: `/api/cases/${session.caseId}` } : undefined;
    },
    ({ caseId }) => caseId === this.session()?.caseId,
  );
  protected readonly inCase = computed(() =>
    this.page.value()?.sessions.find(({ id }) => id === this.sessionId()),
  );
  protected readonly when = computed(() => {
    const session = this.session();
    if (!session) return '';
    const zone = this.view.timeZone();
    return `${wholeDayWords(session.day)}, ${formatTime(session.startsAt, zone)} – ${formatTime(session.endsAt, zone)}`;
  });
  protected readonly cleared = computed(() => {
    const session = this.session();
    return session
      ? `${clearanceOf(session)}, ${formatDay(session.opensOn)} to ${formatDay(session.closesOn)}`
      : '';
  });

  /** Where it stands among those that must be acted on. */
  protected readonly place = computed(() => {
    const index = this.view.blocked().findIndex(({ id }) => id === this.sessionId());
    return index === -1 ? null : { number: index + 1 };
  });
  /** Another clearance of the case that has units left. */
  private readonly others = clearedCases(() => {
    const session = this.session();
    return session?.state === 'blocked' && this.view.books() ? [session.caseId] : null;
  });
  protected readonly again = computed(() => {
    const session = this.session();
    if (session?.state !== 'blocked') return undefined;
    return this.others.value()?.rows.find(({ caseId }) => caseId === session.caseId);
  });
  protected readonly steps = computed(() => {
    const moves = this.inCase()?.moves ?? [];
    const restores = moves.some(({ move, refusals }) => move === 'unblock' && refusals.length === 0);
    return [
      restores
        ? 'Restore it: its clearance covers it again.'
        : 'Renew the clearance in the case, then restore the booking here.',
      ...(this.again() ? ['Book another time: the case has units left.'] : []),
      'Tell the patient, and cancel it if nothing else can be done.',
    ];
  });

  protected bookAgain(cleared: ClearedCase): void {
    this.view.go({ session: null });
    this.placing.begin({ kind: 'book', cleared });
  }

  protected changed(): void {
    this.page.reload();
    this.view.reload();
  }
}
