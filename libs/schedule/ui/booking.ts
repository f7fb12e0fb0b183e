import { Injectable, Injector, inject, signal } from '@angular/core';
import { instantOnWall } from '@stipple/domain';
import { Api, ApiProblem } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';
import { Placeable, Placing } from './placing';
import { ScheduleView } from './schedule-view';

/** Makes a booking of what is being placed. Nothing is shown as booked before the server has said so. */
@Injectable()
export class Booking {
  private readonly view = inject(ScheduleView);
  private readonly placing = inject(Placing);
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  readonly busy = signal(false);

  /** Asks once more, with everything that will be booked. Where the place is impossible, nothing happens. */
  async confirm(): Promise<void> {
    if (this.placing.wish() === null || this.placing.refusals().length > 0 || this.busy()) return;
    const [{ Dialog }, { ConfirmPlace }] = await Promise.all([
      import('@angular/cdk/dialog'),
      import('./schedule-page/confirm-place'),
    ]);
    const dialog = this.injector.get(Dialog).open(ConfirmPlace, {
      ...{ injector: this.injector, width: '30rem', maxWidth: '100vw', panelClass: 'st-dialog-panel' },
      ...{ ariaLabelledBy: 'confirm-title', autoFocus: '.main', restoreFocus: true },
    });
    await firstValueFrom(dialog.closed);
  }

  /** Asks the server. The booking appears when it says so; what it refuses stays in hand, with its sentence. */
  async send(): Promise<boolean> {
    const [placeable, wish] = [this.placing.placeable(), this.placing.wish()];
    if (placeable === null || wish === null || this.busy()) return false;
    const [facts, words] = [this.placing.facts(), placeable.kind === 'book' ? 'Booked' : 'Moved'] as const;
    this.busy.set(true);
    this.placing.problem.set(undefined);
    const { roomId, clinicianId, caseId } = wish;
    const startsAt = instantOnWall(wish.day, wish.from, this.view.timeZone());
    const place = { startsAt, minutes: this.placing.minutes(), roomId, clinicianId };
    try {
      const sessionId = await this.sendPlace(placeable, place);
      this.placing.end();
      this.view.made.set({ words, caseId, sessionId, facts });
      return true;
    } catch (error) {
      this.placing.problem.set(ApiProblem.from(error));
      return false;
    } finally {
      this.busy.set(false);
      this.view.reload();
    }
  }

  private async sendPlace(placeable: Placeable, place: object): Promise<string> {
    if (placeable.kind === 'move') {
      const { id, version } = placeable.session;
      await this.api.post(`/api/sessions/${id}/reschedulings`, { ...place, version });
      return id;
    }
    const { caseId, procedureCode } = placeable.cleared;
    const path = `/api/cases/${caseId}/sessions`;
    return (await this.api.post<{ id: string }>(path, { ...place, procedureCode })).id;
  }
}
