import { Injectable, Injector, Signal, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { CaseView, OfferedMove } from '@stipple/contracts';
import { addWorkingDays, doneForDays } from '@stipple/domain';
import { Api, ApiProblem, Toasts, Values, formatDay } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';
import { CaseMoves, Mover } from '../case-moves';
import { MenuMove, subjectsOf } from './all-moves';
import type { CaseTab } from './case-tab-words';

/** What the page shows, for whoever acts on it. */
export interface ShownCase {
  readonly view: Signal<CaseView | undefined>;
  reload(): void;
  showTab(tab: CaseTab): void;
}

/** What a person does with the case on screen, by key, button or menu: always the same thing. */
@Injectable()
export class CaseActions {
  private readonly moves = inject(CaseMoves);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private shown: ShownCase | undefined;

  attach(shown: ShownCase): void {
    this.shown = shown;
  }

  /** The note lane that this person writes; with two, the page lets them choose. */
  readonly writableLanes = computed(() =>
    (['billing_note', 'clinical_note'] as const).filter((subject) => this.legal(subject, 'write')),
  );

  /** Opens the form of a move, by its kind of thing: the first move of something new, or a move of the case itself. */
  async make(subject: string, move: string, begun?: Values): Promise<void> {
    const found = this.find(subject, move);
    if (!found) return;
    const [no] = found.offered.refusals;
    if (no) this.toasts.say(no.sentence, { tone: 'warn', icon: 'ban' });
    else await this.open(found.mover, move, begun);
  }

  async open(mover: Mover, move: string, begun?: Values): Promise<void> {
    const view = this.shown?.view();
    if (view && (await this.moves.open(view, mover, move, begun))) this.shown?.reload();
  }

  /** Whether something was typed for this move and not sent yet. */
  hasDraft(mover: Mover, move: string): boolean {
    const view = this.shown?.view();
    return view !== undefined && this.moves.hasDraft(view, mover, move);
  }

  /** Whether there is a form for it and nothing speaks against it. */
  legal(subject: string, move: string): boolean {
    return this.find(subject, move)?.offered.refusals.length === 0;
  }

  /** What speaks against it, or whose it is; null where nothing does. */
  obstacle(subject: string, move: string): string | null {
    return this.find(subject, move)?.offered.refusals[0]?.sentence ?? null;
  }

  /** Whether a person makes this move at all: some are made by the system alone. */
  has(subject: string, move: string): boolean {
    return this.moves.has(subject, move);
  }

  async makeNext(): Promise<void> {
    const next = this.next();
    if (next) await this.open(next.mover, next.offered.move);
  }

  /** Every legal move in one menu, found by typing; the others below with their reasons. */
  async menu(): Promise<void> {
    const view = this.shown?.view();
    if (!view) return;
    const [{ Dialog }, { MovesMenu }] = await Promise.all([
      import('@angular/cdk/dialog'),
      import('./moves-menu'),
    ]);
    const ref = this.injector.get(Dialog).open<MenuMove, CaseView>(MovesMenu, {
      data: view,
      width: '40rem',
      maxWidth: '100vw',
      panelClass: 'st-dialog-panel',
      ariaLabelledBy: 'moves-title',
      autoFocus: 'input',
    });
    const chosen = await firstValueFrom(ref.closed);
    if (chosen) await this.open(chosen.mover, chosen.offered.move);
  }

  /** Writes in the lane that is this person's. With both, the tab with both stands ready to choose from. */
  async writeNote(): Promise<void> {
    const [lane, other] = this.writableLanes();
    if (other) this.shown?.showTab('notes');
    else await this.make(lane ?? 'billing_note', 'write');
  }

  async showEvidence(): Promise<void> {
    const view = this.shown?.view();
    if (view) await this.router.navigate(['/cases', view.id, 'evidence']);
  }

  /** Whether a code of the case is unlisted, so that a worksheet says what the code does not. */
  hasWorksheets(): boolean {
    return (this.shown?.view()?.worksheets.length ?? 0) > 0;
  }

  async showWorksheet(): Promise<void> {
    const view = this.shown?.view();
    if (view) await this.router.navigate(['/cases', view.id, 'worksheet']);
  }

  /** Done with it for now: somebody looks again on the third working day. Can be taken back. */
  doneForNow(): Promise<void> {
    return this.toasts.coming(this.putOff());
  }

  private async putOff(): Promise<void> {
    const view = this.shown?.view();
    if (!view || !this.legal('treatment_case', 'plan_touch')) return;
    const nextTouchOn = addWorkingDays(view.today, doneForDays);
    const before = view.nextTouchOn;
    const touch = (day: string, version: number) =>
      this.api.post(`/api/cases/${view.id}/touches`, { nextTouchOn: day, version });
    if (await this.tried(() => touch(nextTouchOn, view.version)))
      this.toasts.say(`Done for now. Next touch on ${formatDay(nextTouchOn)}.`, {
        ...(before
          ? { undo: () => this.tried(() => touch(before, view.version + 1)).then(() => undefined) }
          : {}),
      });
  }

  private async tried(send: () => Promise<unknown>): Promise<boolean> {
    try {
      await send();
      return true;
    } catch (error) {
      this.toasts.say(ApiProblem.from(error).message, { tone: 'bad', icon: 'warning' });
      return false;
    } finally {
      this.shown?.reload();
    }
  }

  private find(subject: string, move: string): { mover: Mover; offered: OfferedMove } | null {
    const view = this.shown?.view();
    if (!view || !this.moves.has(subject, move)) return null;
    const own = subject === 'treatment_case';
    const offered = (own ? view.moves : (view.beginnings[subject] ?? [])).find((one) => one.move === move);
    return offered
      ? { mover: { subject, id: own ? view.id : null, version: own ? view.version : 0 }, offered }
      : null;
  }

  /** The move behind the main button, if this person may make it. */
  next(): { mover: Mover; offered: OfferedMove } | null {
    const view = this.shown?.view();
    const next = view?.nextMove;
    if (!view || !next) return null;
    if (next.subjectId === null) {
      const found = this.find(next.subject, next.move);
      return found?.offered.refusals.length === 0 ? found : null;
    }
    const found = subjectsOf(view).find(({ mover }) => mover.id === next.subjectId);
    const offered = found?.moves.find(({ move }) => move === next.move);
    if (!found || offered?.refusals.length !== 0 || !this.moves.has(next.subject, next.move)) return null;
    return { mover: found.mover, offered };
  }
}
