import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import type { RosterFileView, RosterProblem, RosterProblemPage } from '@stipple/contracts';
import { ApiProblem, Icon, ProblemBanner, count, NumberWords } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';

/** Which rows are left out, and why: what whoever repairs the file needs to know. */
@Component({
  selector: 'st-import-problems',
  imports: [Icon, ProblemBanner, NumberWords],
  template: `
    <div class="head">
      <h2>{{ title() }}</h2>
      @if (files().length > 1) {
        <label class="st-small"
          >File
          <select class="st-control" (change)="only.set(+$any($event.target).value)">
            <option value="0">All files</option>
            @for (file of files(); track file.file) {
              <option [value]="file.file">{{ file.name }}</option>
            }
          </select>
        </label>
      }
      <a class="st-button small" [href]="path() + '/export'" download
        ><st-icon name="download" />All as CSV</a
      >
    </div>
    <st-problem [problem]="problem()" [retriable]="true" (retry)="read(null)" />
    <ul class="st-card">
      @for (row of rows(); track $index) {
        <li>
          <span class="st-nowrap st-muted">{{ row.fileName }}, line {{ row.line | stNumber }}</span>
          <span>{{ row.sentence }}</span>
        </li>
      } @empty {
        <li class="st-muted">{{ loading() ? 'Loading…' : 'None in this file.' }}</li>
      }
    </ul>
    @if (next(); as after) {
      <button type="button" class="st-button" [disabled]="loading()" (click)="read(after)">Show more</button>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--st-3);
      justify-items: start;
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--st-3);
      width: 100%;
    }
    .head h2 {
      flex: 1;
    }
    label {
      display: flex;
      align-items: center;
      gap: var(--st-2);
    }
    ul {
      list-style: none;
      padding: 0;
      width: 100%;
    }
    li {
      display: grid;
      grid-template-columns: minmax(12rem, auto) minmax(0, 1fr);
      gap: var(--st-1) var(--st-4);
      padding: var(--st-2) var(--st-4);
      border-bottom: 1px solid var(--st-line);
      overflow-wrap: anywhere;
    }
    li:last-child {
      border-bottom: 0;
    }
    @media (max-width: 36rem) {
      li {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportProblems {
  readonly importId = input.required<string>();
  /** Another version is another judgement: the list is read again. */
  readonly version = input.required<number>();
  readonly total = input.required<number>();
  readonly files = input.required<readonly RosterFileView[]>();
  private readonly http = inject(HttpClient);
  protected readonly path = computed(() => `/api/roster-imports/${this.importId()}/problems`);
  protected readonly title = computed(() => count(this.total(), 'problem'));
  /** The number of the one file to show; 0 is all. */
  protected readonly only = signal(0);
  protected readonly rows = signal<readonly RosterProblem[]>([]);
  protected readonly next = signal<string | null>(null);
  protected readonly loading = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  constructor() {
    effect(() => {
      this.version();
      this.total();
      this.only();
      void this.read(null);
    });
  }

  protected async read(after: string | null): Promise<void> {
    this.loading.set(true);
    this.problem.set(undefined);
    const params = { ...(after ? { after } : {}), ...(this.only() > 0 ? { file: this.only() } : {}) };
    try {
      const page = await firstValueFrom(this.http.get<RosterProblemPage>(this.path(), { params }));
      this.rows.update((rows) => (after ? [...rows, ...page.rows] : page.rows));
      this.next.set(page.next);
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.loading.set(false);
    }
  }
}
