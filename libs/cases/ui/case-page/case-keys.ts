import { inject } from '@angular/core';
import { evidenceReaders } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { Command, Commands, doing } from '@stipple/ui';
import { CaseActions } from './case-actions';
import { CaseCommand, caseCommands } from './case-commands';
import type { CaseTab } from './case-tab-words';
import { CaseNeighbours } from './neighbours';

type Doing = Pick<Command, 'run' | 'when'>;

/** Every key of the case page. Each has a control on the page that does the same. Call from an injection context. */
export function offerCaseKeys(showTab: (tab: CaseTab) => void): void {
  const actions = inject(CaseActions);
  const neighbours = inject(CaseNeighbours);
  const person = inject(CurrentPerson);
  const make = (subject: string, move: string): Doing => ({ run: () => void actions.make(subject, move) });
  const go = (to: 'previous' | 'next'): Doing => ({
    when: () => !!neighbours.all()?.[to],
    run: () => neighbours.go(to),
  });
  const tab = (to: CaseTab): Doing => ({ run: () => showTab(to) });
  const doings: Readonly<Record<CaseCommand, Doing>> = {
    'case.moves': { run: () => void actions.menu() },
    'case.next-step': { when: () => actions.next() !== null, run: () => void actions.makeNext() },
    'case.call': make('benefit_call', 'record'),
    'case.document': make('case_document', 'record'),
    'case.evidence': {
      when: () => person.holds(...evidenceReaders),
      run: () => void actions.showEvidence(),
    },
    'case.worksheet': {
      when: () => actions.hasWorksheets(),
      run: () => void actions.showWorksheet(),
    },
    'case.note': { run: () => void actions.writeNote() },
    'case.touch': make('treatment_case', 'plan_touch'),
    'case.assign': make('treatment_case', 'assign'),
    'case.done': { run: () => void actions.doneForNow() },
    'case.previous': go('previous'),
    'case.next': go('next'),
    'case.back': { run: () => neighbours.back() },
    'case.tab-now': tab('now'),
    'case.tab-preparation': tab('preparation'),
    'case.tab-payer': tab('payer'),
    'case.tab-self_pay': tab('self_pay'),
    'case.tab-sessions': tab('sessions'),
    'case.tab-notes': tab('notes'),
  };
  inject(Commands).offer(doing(caseCommands, doings));
}
