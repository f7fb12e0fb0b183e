import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MapImport, OfferedMove, RosterImportStanding, RosterImportView } from '@stipple/contracts';
import { CurrentPerson } from '@stipple/staff-ui';
import {
  Api,
  ApiProblem,
  Chip,
  Icon,
  ProblemBanner,
  Skeleton,
  formatDateTime,
  liveResource,
  formatNumber,
} from '@stipple/ui';
import { ImportCounts } from './import-counts';
import { ImportFile } from './import-file';
import { ImportProblems } from './import-problems';
import { importLooks } from './import-states';

/** One import from its files to its end: what was recognised, what would change, and what did. */
@Component({
  selector: 'st-import-page',
  imports: [Chip, Icon, ImportCounts, ImportFile, ImportProblems, ProblemBanner, RouterLink, Skeleton],
  templateUrl: './import-page.html',
  styleUrl: './import-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportPage {
  /** From the address. */
  readonly importId = input.required<string>();
  private readonly api = inject(Api);
  private readonly person = inject(CurrentPerson);
  private readonly path = computed(() => `/api/roster-imports/${this.importId()}`);
  protected readonly page = liveResource<RosterImportView>(
    () => ({ url: this.path() }),
    () => false,
  );
  protected readonly view = this.page.value;
  /** How far the job is: asked for again and again, so without any patient's data. */
  private readonly standing = liveResource<RosterImportStanding>(
    () => (this.view()?.progress ? { url: `${this.path()}/standing` } : undefined),
    () => false,
  );
  protected readonly progress = computed(() => {
    const page = this.view()?.progress;
    return page ? (this.standing.value()?.progress ?? page) : null;
  });
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly look = computed(() => importLooks[this.view()?.state ?? 'reading']);
  protected readonly started = computed(() => {
    const view = this.view();
    return view ? `${formatDateTime(view.createdAt, this.person.timeZone())}, ${view.createdBy}` : '';
  });
  protected readonly percent = computed(() => {
    const progress = this.progress();
    return progress && progress.rowsTotal > 0 ? progress.rowsDone / progress.rowsTotal : null;
  });
  protected readonly done = computed(() => {
    const progress = this.progress();
    return progress && progress.rowsTotal > 0
      ? `${formatNumber(progress.rowsDone)} of ${formatNumber(progress.rowsTotal)} rows`
      : '';
  });
  /** The one to go on with, the others beside it. */
  protected readonly moves = computed(() =>
    (this.view()?.moves ?? [])
      .filter(({ move }) => move !== 'map')
      .map((offered) => ({
        ...offered,
        main: offered.refusals.length === 0 && offered.move === nextOf[this.view()?.state ?? ''],
        danger: offered.move === 'discard',
      }))
      .filter(({ refusals, main }) => main || refusals.length === 0)
      // The way on stands at the end of the row, where people look for it.
      .sort((one, other) => Number(other.main) - Number(one.main)),
  );
  /** Why what would come next cannot be done yet. */
  protected readonly held = computed(() => {
    const next = nextOf[this.view()?.state ?? ''];
    return (this.view()?.moves ?? []).find(({ move }) => move === next)?.refusals ?? [];
  });
  protected readonly canMap = computed(() => this.isLegal('map'));

  constructor() {
    // The job works elsewhere. When its standing says that it rests, the page is read anew.
    effect((onCleanup) => {
      const standing = this.standing.value();
      if (!this.view()?.progress || standing === undefined) return;
      const isOver = standing.progress === null && standing.version !== this.view()?.version;
      const timer = setTimeout(() => (isOver ? this.page : this.standing).reload(true), isOver ? 0 : 700);
      onCleanup(() => clearTimeout(timer));
    });
  }

  private isLegal(move: string): boolean {
    return this.view()?.moves.some((one) => one.move === move && one.refusals.length === 0) ?? false;
  }

  protected map(file: MapImport['files'][number]): Promise<void> {
    return this.post('mappings', { files: [file] });
  }

  protected make({ move }: OfferedMove): Promise<void> {
    return this.post(nouns[move] ?? move, {});
  }

  private async post(noun: string, body: object): Promise<void> {
    this.problem.set(undefined);
    this.busy.set(true);
    try {
      await this.api.post(`${this.path()}/${noun}`, { version: this.view()?.version ?? 0, ...body });
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
      this.page.reload();
    }
  }
}

/** What a person does next, by state. */
const nextOf: Readonly<Record<string, string>> = { ready: 'check', checked: 'import', failed: 'check' };
/** What each move creates. */
const nouns: Readonly<Record<string, string>> = {
  check: 'dry-runs',
  import: 'runs',
  discard: 'discards',
};
