import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { CaseView, QueueRow } from '@stipple/contracts';
import { ApiProblem, Toasts } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';
import { CaseMoves } from '../case-moves';

/** Opens the form of a call to the payer over the queue, so that the place in it is not lost. */
@Injectable()
export class RecordContact {
  private readonly http = inject(HttpClient);
  private readonly moves = inject(CaseMoves);
  private readonly toasts = inject(Toasts);

  /** Resolves to whether a call was recorded. */
  async of(row: QueueRow): Promise<boolean> {
    try {
      const view = await firstValueFrom(this.http.get<CaseView>(`/api/cases/${row.id}`));
      const offered = view.beginnings['benefit_call']?.find(({ move }) => move === 'record');
      const refusals = offered?.refusals ?? [];
      if (offered === undefined || refusals.length > 0) {
        const why =
          refusals.map(({ sentence }) => sentence).join(' ') || 'A call is recorded by a coordinator.';
        this.toasts.say(`#${row.number}: ${why}`, { tone: 'warn', icon: 'warning' });
        return false;
      }
      return await this.moves.open(view, { subject: 'benefit_call', id: null, version: 0 }, 'record');
    } catch (error) {
      this.toasts.say(ApiProblem.from(error).message, { tone: 'bad', icon: 'warning' });
      return false;
    }
  }
}
