import { HttpClient } from '@angular/common/http';
import { Injectable, Signal, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { CaseView, EvidenceView } from '@stipple/contracts';
import { CaseMoves } from '@stipple/cases-ui/moves';
import type { EvidenceForm } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { Api, ApiProblem, Toasts, Values } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';

export interface ShownEvidence {
  readonly view: Signal<EvidenceView | undefined>;
  reload(): void;
}

/** What a person does on the evidence page, by key or button: always the same thing. */
@Injectable()
export class EvidenceActions {
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);
  private readonly moves = inject(CaseMoves);
  private readonly person = inject(CurrentPerson);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private shown: ShownEvidence | undefined;
  /** While a form is on its way: the case is read first. */
  readonly busy = signal(false);

  attach(shown: ShownEvidence): void {
    this.shown = shown;
  }

  /** Why nothing can be recorded now, or null. */
  obstacle(): string | null {
    return this.shown?.view()?.refusals[0]?.sentence ?? null;
  }

  /** Whether this form is this person's at all: a physician's statement is no coordinator's. */
  may(form: EvidenceForm): boolean {
    return this.obstacle() === null && (form !== 'statement' || this.person.holds('physician'));
  }

  isPhysician(): boolean {
    return this.person.holds('physician');
  }

  /** Opens a form. With the id of a record it is a correction of that one. */
  async open(form: EvidenceForm, begun: Values = {}, replaces: string | null = null): Promise<void> {
    const view = this.shown?.view();
    if (!view || !this.may(form) || this.busy()) return;
    this.busy.set(true);
    try {
      const of = await firstValueFrom(this.http.get<CaseView>(`/api/cases/${view.caseId}`));
      this.busy.set(false);
      const mover = { subject: 'evidence', id: replaces, version: 0 };
      if (await this.moves.open(of, mover, form, begun)) this.shown?.reload();
    } catch (error) {
      this.toasts.say(ApiProblem.from(error).message, { tone: 'bad', icon: 'warning' });
    } finally {
      this.busy.set(false);
    }
  }

  /** The physician has seen to an alert. */
  async seenTo(alert: { readonly id: string; readonly version: number }): Promise<void> {
    try {
      await this.api.post(`/api/tasks/${alert.id}/completions`, { version: alert.version });
    } catch (error) {
      this.toasts.say(ApiProblem.from(error).message, { tone: 'bad', icon: 'warning' });
    } finally {
      this.shown?.reload();
    }
  }

  back(): void {
    const view = this.shown?.view();
    void this.router.navigate(view ? ['/cases', view.caseId] : ['/queue']);
  }
}
