import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { Api, ApiProblem, Toasts } from '@stipple/ui';

/** A lease lasts two minutes; one lost sign of life in between must not cost it. */
const signOfLifeMs = 45_000;

/** Keeps a served case for as long as it is open, and gives it back to everybody when it is left. */
@Injectable({ providedIn: 'root' })
export class ServedCase {
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private kept: { readonly caseId: string; readonly timer: ReturnType<typeof setInterval> } | null = null;

  constructor() {
    inject(Router).events.subscribe((event) => {
      if (event instanceof NavigationEnd && this.kept && !event.urlAfterRedirects.includes(this.kept.caseId))
        this.giveBack();
    });
  }

  keep(caseId: string): void {
    this.forget();
    this.kept = { caseId, timer: setInterval(() => this.renew(caseId), signOfLifeMs) };
  }

  /** By itself, so it is nobody's activity. */
  private renew(caseId: string): void {
    const headers = { 'stipple-passive': '1', 'idempotency-key': crypto.randomUUID() };
    this.http.post(`/api/cases/${caseId}/lease-renewals`, {}, { headers }).subscribe({
      error: (error: unknown) => {
        if (!(error instanceof HttpErrorResponse) || error.status !== 409) return;
        this.forget();
        this.toasts.say(ApiProblem.from(error).message, { tone: 'warn', icon: 'warning' });
      },
    });
  }

  /** Where it cannot be given back it comes back by itself, two minutes later. */
  private giveBack(): void {
    const caseId = this.forget();
    if (caseId) void this.api.post(`/api/cases/${caseId}/lease-releases`, {}).catch(() => undefined);
  }

  private forget(): string | undefined {
    const { kept } = this;
    if (kept) clearInterval(kept.timer);
    this.kept = null;
    return kept?.caseId;
  }
}
