import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DryRunChange, DryRunPage, DryRunTally } from '@stipple/contracts';
import type { ScreeningOutcome } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { ApiProblem, Icon, ProblemBanner, NumberWords } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';

const outcomeWords: Record<ScreeningOutcome, string> = {
  likely_medical: 'likely medical',
  cosmetic: 'cosmetic or not covered',
  uncertain: 'uncertain',
};

/** Which criteria turn and how often, and the cases that would come out otherwise, by number. */
@Component({
  selector: 'st-dry-run-changes',
  imports: [Icon, ProblemBanner, RouterLink, NumberWords],
  template: `
    @if (tallies().length > 0) {
      <table class="tallies" aria-label="Criteria that turn">
        <thead>
          <tr>
            <th>Criterion</th>
            <th>Turns</th>
            <th class="st-number">Cases</th>
          </tr>
        </thead>
        <tbody>
          @for (one of tallies(); track one.id + one.before + one.after) {
            <tr>
              <td>{{ one.label }}</td>
              <td>
                <span class="st-muted">{{ one.before }}</span> → {{ one.after }}
              </td>
              <td class="st-number">{{ one.cases | stNumber }}</td>
            </tr>
          }
        </tbody>
      </table>
    }
    <label class="only"
      ><input type="checkbox" [checked]="onlyOutcomes()" (change)="onlyOutcomes.set(!onlyOutcomes())" />Only
      cases whose outcome changes</label
    >
    <st-problem [problem]="problem()" [retriable]="true" (retry)="more()" />
    <div class="frame" tabindex="0" role="region" aria-label="Cases that change">
      <table>
        <thead>
          <tr>
            <th>Case</th>
            <th>Outcome</th>
            @if (tellsCriteria()) {
              <th>Criteria</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.caseId) {
            <tr>
              <td>
                @if (opens()) {
                  <a [routerLink]="['/cases', row.caseId]">#{{ row.caseNumber }}</a>
                } @else {
                  #{{ row.caseNumber }}
                }
              </td>
              <td>
                @if (row.outcomeChanges) {
                  <span class="change"
                    >{{ words[row.before] }}<st-icon name="arrow-right" /><span class="st-hidden"
                      >becomes</span
                    ><b>{{ words[row.after] }}</b></span
                  >
                } @else {
                  <span class="st-muted">stays {{ words[row.after] }}</span>
                }
              </td>
              @if (row.criteria !== null) {
                <td>
                  @for (one of row.criteria; track one.id) {
                    <div>
                      {{ one.label }}: <span class="st-muted">{{ one.before }}</span> → {{ one.after }}
                    </div>
                  } @empty {
                    <span class="st-muted">only rules that are new or gone</span>
                  }
                </td>
              }
            </tr>
          } @empty {
            <tr>
              <td colspan="3" class="st-muted">{{ busy() ? 'Reading…' : 'No outcome changes.' }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
    @if (next() !== null) {
      <button type="button" class="st-button small" [disabled]="busy()" (click)="more()">Show more</button>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      justify-items: start;
      gap: var(--st-2);
    }
    .only,
    .change {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--st-2);
    }
    .only {
      min-height: 2rem;
    }
    .frame {
      width: 100%;
      overflow-x: auto;
    }
    td {
      min-width: 5rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DryRunChanges {
  readonly runId = input.required<string>();
  private readonly http = inject(HttpClient);
  private readonly person = inject(CurrentPerson);
  protected readonly onlyOutcomes = signal(false);
  protected readonly rows = signal<readonly DryRunChange[]>([]);
  protected readonly tallies = signal<readonly DryRunTally[]>([]);
  protected readonly next = signal<number | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  /** Which criteria turn in a case tells of its evidence; whoever may not read that sees how many cases. */
  protected readonly tellsCriteria = computed(() => this.person.holds('coordinator', 'physician'));
  /** An administrator sees numbers and opens no case. */
  protected readonly opens = computed(() => this.person.holds('coordinator', 'physician', 'manager'));
  protected readonly words = outcomeWords;

  constructor() {
    effect(() => void this.read(this.runId(), this.onlyOutcomes(), null));
  }

  protected more(): Promise<void> {
    return this.read(this.runId(), this.onlyOutcomes(), this.next());
  }

  private async read(runId: string, only: boolean, after: number | null): Promise<void> {
    const query = new URLSearchParams({ outcome: only ? 'changed' : 'all' });
    if (after !== null) query.set('after', String(after));
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const url = `/api/policy-dry-runs/${runId}/changes?${query}`;
      const page = await firstValueFrom(this.http.get<DryRunPage>(url));
      // Somebody may have asked for something else meanwhile.
      if (runId !== this.runId() || only !== this.onlyOutcomes()) return;
      this.tallies.set(page.criteria);
      this.rows.update((before) => (after === null ? page.rows : [...before, ...page.rows]));
      this.next.set(page.next);
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}
