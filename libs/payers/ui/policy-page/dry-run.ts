import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import type { DryRunStanding, PolicyVersionView } from '@stipple/contracts';
import { CurrentPerson } from '@stipple/staff-ui';
import {
  Api,
  ApiProblem,
  Icon,
  KeyHint,
  ProblemBanner,
  formatDateTime,
  liveResource,
  formatNumber,
} from '@stipple/ui';
import { DryRunChanges } from './dry-run-changes';

/** Tries the version on past cases and tells which would come out otherwise. Changes nothing. */
@Component({
  selector: 'st-dry-run',
  imports: [DryRunChanges, Icon, KeyHint, ProblemBanner],
  template: `
    <section class="st-card" aria-labelledby="dry-run">
      <div class="head">
        <div>
          <h2 id="dry-run">What it would change</h2>
          <p class="st-muted">
            Past cases of this payer, by the version before and by this one. Nothing is changed by it.
          </p>
        </div>
        <button type="button" class="st-button" [disabled]="running() || busy()" (click)="start()">
          <st-icon name="serve" />{{ run() ? 'Try again' : 'Try on past cases'
          }}<st-key-hint of="policy.try" />
        </button>
      </div>
      <st-problem [problem]="problem()" />
      <div class="st-spoken" role="status">
        @if (run(); as run) {
          @if (run.state === 'running') {
            <div class="working">
              <b>Trying past cases</b>
              <progress
                aria-label="Trying past cases"
                [max]="run.casesTotal || 1"
                [value]="run.casesDone"
              ></progress>
              <span class="st-muted st-small">{{ done() }}</span>
            </div>
          } @else if (run.failure) {
            <p class="bad">{{ run.failure }}</p>
          } @else {
            <p>
              <b>{{ run.sentence }}</b> {{ criteriaToo() }}
            </p>
            <p class="st-muted st-small">
              Compared with {{ run.against ?? 'the general rules' }}, {{ when() }}, {{ run.by }}.
            </p>
            @if (!run.isCurrent) {
              <p class="warning"><st-icon name="warning" />The draft was changed since. Try again.</p>
            }
          }
        }
      </div>
      @if (run()?.state === 'done' && run()!.casesChanged > 0) {
        <st-dry-run-changes [runId]="run()!.id" />
      }
    </section>
  `,
  styleUrls: ['../payer-page/payer-page.css', './policy-page.css', './dry-run.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DryRun {
  readonly view = input.required<PolicyVersionView>();
  private readonly api = inject(Api);
  private readonly person = inject(CurrentPerson);
  private readonly startedId = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  private readonly runId = computed(() => this.startedId() ?? this.view().dryRun?.id ?? null);
  private readonly standing = liveResource<DryRunStanding>(
    () => (this.runId() === null ? undefined : { url: `/api/policy-dry-runs/${this.runId()}` }),
    () => false,
  );
  protected readonly run = computed(() => {
    const now = this.standing.value();
    return now?.id === this.runId() ? now : this.startedId() === null ? this.view().dryRun : null;
  });
  protected readonly running = computed(() => this.run()?.state === 'running');
  protected readonly done = computed(() => {
    const { casesDone = 0, casesTotal = 0 } = this.run() ?? {};
    return `${formatNumber(casesDone)} of ${formatNumber(casesTotal)} cases`;
  });
  /** Those in which only a criterion changes. */
  protected readonly criteriaToo = computed(() => {
    const { casesChanged = 0, outcomesChanged = 0 } = this.run() ?? {};
    const only = casesChanged - outcomesChanged;
    if (only <= 0) return '';
    return only === 1
      ? 'In one more, only a criterion changes.'
      : `In ${formatNumber(only)} more, only criteria change.`;
  });
  protected readonly when = computed(() =>
    formatDateTime(this.run()?.at ?? '1970-01-01T00:00:00Z', this.person.timeZone()),
  );

  constructor() {
    // The job works elsewhere; it is asked until it rests.
    effect((onCleanup) => {
      this.standing.value();
      if (!this.running()) return;
      const timer = setInterval(() => this.standing.reload(true), 500);
      onCleanup(() => clearInterval(timer));
    });
  }

  async start(): Promise<void> {
    const { id, version } = this.view();
    this.problem.set(undefined);
    this.busy.set(true);
    try {
      const run = await this.api.post<{ id: string }>(`/api/policy-versions/${id}/dry-runs`, { version });
      this.startedId.set(run.id);
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}
