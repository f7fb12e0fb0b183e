import type { ClinicStart } from '@stipple/contracts';
import { Role } from '@stipple/domain';

export interface Step {
  readonly title: string;
  readonly why: string;
  readonly done: boolean;
  /** Where it is done, for whoever may do it there. */
  readonly links: readonly {
    readonly words: string;
    readonly path: string;
    readonly roles: readonly Role[];
  }[];
}

/** The way from nothing to the first case, in this order. What is done is read off the clinic's own records. */
export function stepsOf(start: ClinicStart): readonly Step[] {
  const people = start.coordinator && start.physician;
  return [
    {
      title: 'People, clinicians and rooms',
      why: 'A physician signs, a coordinator asks the payer, and nobody is booked without a clinician and a room.',
      done: people && start.clinician && start.room,
      links: people
        ? [{ words: 'Set up the clinic', path: '/clinic', roles: ['administrator', 'coordinator'] }]
        : [
            { words: 'Add people', path: '/people', roles: ['administrator'] },
            { words: 'Set up the clinic', path: '/clinic', roles: ['administrator', 'coordinator'] },
          ],
    },
    {
      title: 'Patients and payers',
      why: 'A case is opened for a patient with coverage. Import the roster; a second import adds only what is new.',
      done: start.patient,
      links: [{ words: 'Import the roster', path: '/roster', roles: ['administrator', 'coordinator'] }],
    },
    {
      title: 'The first case',
      why: 'One scar, one plan, one course of treatment: everything that is asked and answered hangs on it.',
      done: start.firstCaseId !== null,
      links: [{ words: 'Open a case', path: '/cases/new', roles: ['coordinator'] }],
    },
    {
      title: 'The first benefit call',
      why: 'What member services say, with its reference number, is what a request rests on when the payer says no.',
      done: start.call,
      links: start.firstCaseId
        ? [{ words: 'Record the call', path: `/cases/${start.firstCaseId}`, roles: ['coordinator'] }]
        : [],
    },
  ];
}
