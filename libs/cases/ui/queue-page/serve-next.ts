import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { Served } from '@stipple/contracts';
import { Api, ApiProblem, Toasts } from '@stipple/ui';
import { QueueState, paramsOf } from './queue-state';
import { ServedCase } from './served-case';

/** Takes the most pressing case that nobody works on, so that two people never open the same one. */
@Injectable()
export class ServeNext {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly served = inject(ServedCase);

  async take(state: QueueState): Promise<void> {
    try {
      const { caseId } = await this.api.post<Served>('/api/queue/leases', asked(state));
      if (caseId === null) return this.nothingLeft();
      await this.router.navigate(['/cases', caseId], { queryParams: paramsOf(state) });
      this.served.keep(caseId);
    } catch (error) {
      this.toasts.say(ApiProblem.from(error).message, { tone: 'bad', icon: 'warning' });
    }
  }

  private nothingLeft(): void {
    this.toasts.say('Nothing is left to serve in this view: others are on what remains.', {
      tone: 'info',
      icon: 'check',
    });
  }
}

/** The filters as a body: lists where the address has commas. */
function asked({ view, stage, actsNext, owner, payerId }: QueueState): Record<string, unknown> {
  return {
    ...(view ? { view } : {}),
    ...(stage ? { stage: stage.split(',') } : {}),
    ...(actsNext ? { actsNext: actsNext.split(',') } : {}),
    ...(owner ? { owner } : {}),
    ...(payerId ? { payerId } : {}),
  };
}
