import { HttpClient } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  signal,
  viewChildren,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CaseView, WaitingItem, WaitingList } from '@stipple/contracts';
import { CurrentPerson, Hint } from '@stipple/staff-ui';
import {
  ApiProblem,
  Commands,
  EmptyState,
  Icon,
  ProblemBanner,
  Skeleton,
  doing,
  liveResource,
} from '@stipple/ui';
import { firstValueFrom } from 'rxjs';
import { CaseMoves } from '../case-moves';
import { casePath, grouped, kindLooks, kindsFor, readingPath } from './kinds';
import { waitingCommands } from './waiting-commands';
import { WaitingRow } from './waiting-row';

/** What waits for this person alone, and nothing else. Made for a phone between two patients. */
@Component({
  selector: 'st-waiting-page',
  imports: [EmptyState, Hint, Icon, ProblemBanner, RouterLink, Skeleton, WaitingRow],
  templateUrl: './waiting-page.html',
  styleUrl: './waiting-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WaitingPage {
  /** From the address: a physician sees their own patients' unless it says `no`. */
  readonly mine = input<string>();
  protected readonly person = inject(CurrentPerson);
  private readonly moves = inject(CaseMoves);
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  protected readonly own = computed(() => this.person.holds('physician') && this.mine() !== 'no');
  protected readonly page = liveResource<WaitingList>(() => ({
    // Whose cases come where nothing is said depends on the role, which the server knows before this page does.
    url: this.person.holds('physician') && !this.own() ? '/api/waiting?mine=no' : '/api/waiting',
  }));
  protected readonly groups = computed(() => grouped(this.page.value()?.items ?? []));
  protected readonly items = computed(() => this.groups().flatMap((group) => group.items));
  /** What can ever stand here for this person. */
  protected readonly kinds = computed(() => kindsFor((role) => this.person.holds(role)));
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly busy = signal<string | null>(null);
  private readonly rows = viewChildren(WaitingRow, { read: ElementRef<HTMLElement> });

  constructor() {
    const some = () => this.items().length > 0;
    inject(Commands).offer(
      doing(waitingCommands, {
        'waiting.next': { run: () => this.step(1), when: some },
        'waiting.previous': { run: () => this.step(-1), when: some },
        'waiting.do': { run: () => this.actOnCurrent(), when: some },
        'waiting.open': { run: () => this.openCurrent(), when: some },
        'waiting.whose': { run: () => this.show(!this.own()), when: () => this.person.holds('physician') },
      }),
    );
  }

  protected show(own: boolean): void {
    void this.router.navigate([], { queryParams: { mine: own ? undefined : 'no' } });
  }

  /** Words to sign have a page of their own. Anything else reads the case first: what counts is on record now. */
  protected async act(item: WaitingItem): Promise<void> {
    const { form } = kindLooks[item.kind];
    if (!form) {
      await this.router.navigate([...(readingPath(item) ?? casePath(item))]);
      return;
    }
    this.problem.set(undefined);
    this.busy.set(item.subjectId);
    try {
      const view = await firstValueFrom(this.http.get<CaseView>(`/api/cases/${item.caseId}`));
      const isNew = item.kind === 'evidence';
      const mover = { subject: form.subject, id: isNew ? null : item.subjectId, version: item.version };
      if (await this.moves.open(view, mover, form.move)) this.page.reload();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(null);
    }
  }

  private step(by: number): void {
    const rows = this.rows();
    const at = this.currentIndex();
    const to = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by));
    (rows[to]?.nativeElement as HTMLElement | undefined)?.querySelector('button')?.focus();
  }

  /** The item whose row has the focus; where none has, the first. */
  private actOnCurrent(): void {
    const item = this.items()[Math.max(0, this.currentIndex())];
    if (item) void this.act(item);
  }

  private openCurrent(): void {
    const item = this.items()[Math.max(0, this.currentIndex())];
    if (item) void this.router.navigate(['/cases', item.caseId]);
  }

  private currentIndex(): number {
    return this.rows().findIndex((row) =>
      (row.nativeElement as HTMLElement).contains(document.activeElement),
    );
  }
}
