import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseView } from '@stipple/contracts';
import { partyWords } from '@stipple/domain';
import { Icon, IconName, KeyHint } from '@stipple/ui';
import { CaseActions } from './case-actions';

interface Quick {
  readonly subject: string;
  readonly move: string;
  readonly words: string;
  readonly icon: IconName;
  readonly command: string;
}

const quick: readonly Quick[] = [
  { subject: 'benefit_call', move: 'record', words: 'Record call', icon: 'phone', command: 'case.call' },
  {
    subject: 'case_document',
    move: 'record',
    words: 'Add document',
    icon: 'attach',
    command: 'case.document',
  },
  {
    subject: 'treatment_case',
    move: 'plan_touch',
    words: 'Next touch',
    icon: 'clock',
    command: 'case.touch',
  },
  { subject: 'treatment_case', move: 'assign', words: 'Assign', icon: 'user', command: 'case.assign' },
];

/** Where what the next move is about is looked at first. */
const places: Readonly<Record<string, { readonly path: string; readonly words: string }>> = {
  'screening.propose': { path: 'screening', words: 'Screen by policy' },
  'auth_request.complete': { path: 'packet', words: 'Look at the packet' },
  'auth_request.submit': { path: 'packet', words: 'Look at the packet' },
};

/** What is to be done now, with the button that does it, and what one does to any case in passing. */
@Component({
  selector: 'st-current-task',
  imports: [Icon, KeyHint, RouterLink],
  templateUrl: './current-task.html',
  styleUrl: './current-task.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CurrentTask {
  readonly view = input.required<CaseView>();
  protected readonly actions = inject(CaseActions);
  protected readonly next = computed(() => this.actions.next());
  protected readonly place = computed(() => {
    const next = this.next();
    return next && places[`${next.mover.subject}.${next.offered.move}`];
  });
  /** What stands on the main button does not stand beside it again. */
  protected readonly quick = computed(() =>
    quick.filter(({ subject, move }) => this.actions.legal(subject, move) && !this.isMain(subject, move)),
  );
  protected readonly mayTouch = computed(() => this.actions.legal('treatment_case', 'plan_touch'));
  protected readonly mayReopen = computed(() => this.actions.legal('treatment_case', 'reopen'));
  protected readonly mayNote = computed(() => this.actions.writableLanes().length > 0);

  protected readonly hint = computed(() => {
    const { open, actsNext } = this.view();
    if (!open) return 'This case is closed.';
    if (this.next()) return null;
    if (actsNext === 'payer') return 'Record the payer’s answer as soon as it comes.';
    return actsNext === 'coordinator'
      ? 'There is more than one way on: choose below.'
      : `Waits for the ${partyWords[actsNext].toLowerCase()}.`;
  });

  private isMain(subject: string, move: string): boolean {
    const next = this.next();
    return next?.mover.subject === subject && next.offered.move === move;
  }
}
