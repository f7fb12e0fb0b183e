import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { refusal } from '@stipple/domain';
import { ApiProblem, EmptyState, FormOpener, ProblemBanner, Skeleton, Toasts } from '@stipple/ui';
import { everyKind } from './every-kind';

/** What a page says when it has nothing, not yet, or something went wrong; and what opens above it. */
@Component({
  selector: 'st-states-shown',
  imports: [EmptyState, ProblemBanner, Skeleton],
  templateUrl: './states-shown.html',
  styleUrl: './shown.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatesShown {
  protected readonly toasts = inject(Toasts);
  private readonly opener = inject(FormOpener);
  protected readonly refused = problem(409, 'Not possible', 'No approved units for 17999 are left.');
  protected readonly refusedTwice = problem(
    409,
    'Not possible yet',
    'The letter is not signed.',
    'The benefit call has no reference number.',
  );
  protected readonly away = problem(0, 'No connection', 'The clinic’s server cannot be reached.');

  protected say(): void {
    this.toasts.say('Snoozed to Dec 2.', { undo: () => this.toasts.say('It is back.', { tone: 'info' }) });
  }

  protected sayBad(): void {
    this.toasts.say('3 of 44 were refused.', { tone: 'bad', icon: 'warning' });
  }

  protected open(danger: boolean): void {
    void this.opener.open({
      title: danger ? 'Revoke the authorization' : 'Record a benefit call',
      lead: 'Nothing is sent from here: this dialog is only to look at.',
      submit: danger ? 'Revoke' : 'Save',
      danger,
      fields: danger ? [] : everyKind.slice(0, 3),
      send: async () => undefined,
    });
  }
}

function problem(status: number, title: string, ...sentences: readonly string[]): ApiProblem {
  const refusals = sentences.map((sentence) => refusal('example', sentence));
  return new ApiProblem(status, 'example', title, refusals, undefined);
}
