import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { QueuePage } from '@stipple/contracts';
import { ApiProblem, Toasts } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';
import { Asked, readOf } from './queue-state';
import { Selection } from './selection';

/** Chooses rows beyond this page, from the top of the view, up to as many as one change may touch. */
@Injectable()
export class SelectMore {
  private readonly http = inject(HttpClient);
  private readonly selection = inject(Selection);
  private readonly toasts = inject(Toasts);

  async fill(asked: Asked): Promise<void> {
    try {
      let after: string | undefined;
      do {
        const { url, headers } = readOf('/api/cases', { ...asked, state: { ...asked.state, after } });
        const page = await firstValueFrom(this.http.get<QueuePage>(url, { headers: { ...headers } }));
        this.selection.add(page.rows);
        after = page.next ?? undefined;
      } while (after !== undefined && !this.selection.full());
    } catch (error) {
      this.toasts.say(ApiProblem.from(error).message, { tone: 'bad', icon: 'warning' });
    }
  }
}
