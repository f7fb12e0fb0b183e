import { HttpClient } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CaseWorksheets, WorksheetOfCode } from '@stipple/contracts';
import { worksheetFieldWords } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import {
  ApiProblem,
  Commands,
  EmptyState,
  Icon,
  Live,
  ProblemBanner,
  Skeleton,
  Toasts,
  doing,
  formatDateTime,
} from '@stipple/ui';
import { firstValueFrom } from 'rxjs';
import { OpenedWorksheet, WorksheetOpener } from './opened-worksheet';
import { worksheetCommands } from './worksheet-commands';
import { WorksheetForm } from './worksheet-form';
import { WorksheetSaidPart } from './worksheet-said';

/** What an unlisted code does not say by itself, told so that a reviewer can decide and a claim can carry it. */
@Component({
  selector: 'st-worksheet-page',
  imports: [EmptyState, Icon, ProblemBanner, RouterLink, Skeleton, WorksheetForm, WorksheetSaidPart],
  providers: [WorksheetOpener],
  templateUrl: './worksheet-page.html',
  styleUrl: './worksheet-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorksheetPage {
  readonly caseId = input.required<string>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly opener = inject(WorksheetOpener);
  private readonly timeZone = inject(CurrentPerson).timeZone;
  private readonly form = viewChild(WorksheetForm);
  protected readonly view = signal<CaseWorksheets | undefined>(undefined);
  protected readonly opened = signal<OpenedWorksheet | null>(null);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  private readonly chosen = signal<string | null>(null);
  /** The code chosen, else the first that lacks something. */
  protected readonly code = computed(() => {
    const codes = this.view()?.codes ?? [];
    return (
      codes.find(({ procedureCode }) => procedureCode === this.chosen()) ??
      codes.find(({ worksheet, gaps }) => worksheet === null || gaps.length > 0) ??
      codes[0]
    );
  });
  protected readonly title = computed(() => {
    const code = this.code();
    return code ? `Worksheet for ${code.procedureCode}` : 'Worksheet for unlisted codes';
  });
  protected readonly standing = computed(() => standingOf(this.code()));

  constructor() {
    effect(() => {
      const id = this.caseId();
      untracked(() => {
        this.view.set(undefined);
        this.chosen.set(null);
        void this.load(id);
      });
    });
    inject(Live).listen((moved) => {
      if (moved === 'everything' || moved.caseId === this.caseId()) void this.follow();
    });
    inject(Commands).offer(
      doing(worksheetCommands, {
        'worksheet.save': { whileTyping: true, when: () => !!this.form(), run: () => this.form()?.save() },
        'worksheet.back': { run: () => void this.router.navigate(['/cases', this.caseId()]) },
      }),
    );
  }

  protected time(instant: string): string {
    return formatDateTime(instant, this.timeZone());
  }

  protected async load(caseId = this.caseId()): Promise<void> {
    this.problem.set(undefined);
    this.opened.set(null);
    try {
      const view = await this.read(caseId);
      if (caseId !== this.caseId()) return;
      this.view.set(view);
      await this.open();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    }
  }

  protected async choose(code: string): Promise<void> {
    this.chosen.set(code);
    this.opened.set(null);
    await this.open().catch((error: unknown) => this.problem.set(ApiProblem.from(error)));
  }

  /** Finished, the case goes on; otherwise what is missing comes next. */
  protected async stored(complete: boolean): Promise<void> {
    const code = this.code()?.procedureCode ?? '';
    if (complete) {
      this.toasts.say(`Worksheet for ${code} saved. Nothing is missing.`);
      return void (await this.router.navigate(['/cases', this.caseId()]));
    }
    this.toasts.say('Saved as far as it is.');
    this.chosen.set(code);
    await this.load();
    setTimeout(() => this.form()?.goToGap());
  }

  private async open(): Promise<void> {
    const [view, code] = [this.view(), this.code()];
    if (!view || !code || code.refusals.length > 0) return;
    const opened = await this.opener.open(view, code);
    if (code.procedureCode === this.code()?.procedureCode) this.opened.set(opened);
  }

  /** What others did: the form looks for itself, the rest of the page is read again. */
  private async follow(): Promise<void> {
    const view = await this.read(this.caseId(), true).catch(() => null);
    if (view?.caseId === this.caseId() && this.view()) this.view.set(view);
  }

  private read(caseId: string, passive = false): Promise<CaseWorksheets> {
    const headers = passive ? { 'stipple-passive': '1' } : undefined;
    return firstValueFrom(this.http.get<CaseWorksheets>(`/api/cases/${caseId}/worksheets`, { headers }));
  }
}

function standingOf(code: WorksheetOfCode | undefined): string {
  if (!code) return '';
  if (code.worksheet === null) return 'Not begun. A request for this code is not sent without it.';
  if (code.gaps.length === 0) return 'Complete.';
  return `Stored, lacks: ${code.gaps.map(({ field }) => worksheetFieldWords[field]).join(', ')}.`;
}
