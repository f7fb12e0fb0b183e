import { Signal, computed } from '@angular/core';
import type { CoverageView, Directory } from '@stipple/contracts';
import {
  BodySite,
  Day,
  Place,
  Side,
  bodySiteWords,
  bodySites,
  injuryContextWords,
  injuryContexts,
  planTypeWords,
  planTypes,
  procedures,
  scarCauseWords,
  scarCauses,
  sideWords,
  sides,
} from '@stipple/domain';
import { Field, Values, formatDay, procedureNotes } from '@stipple/ui';

const options = <T extends string>(values: readonly T[], words: Readonly<Record<T, string>>) =>
  values.map((value) => ({ value, label: words[value] }));

interface Asked {
  readonly coverages: Signal<readonly CoverageView[]>;
  readonly directory: Signal<Directory | undefined>;
  /** Whether the server has said that this looks like a case that is open already. */
  readonly duplicate: Signal<boolean>;
}

/** Site and side, once both are chosen. */
function placeIn({ bodySite, side }: Values): Place | null {
  return bodySite && side ? { bodySite: bodySite as BodySite, side: side as Side } : null;
}

/** What opening a case asks, in the order of the conversation with the patient. */
export function openCaseFields({ coverages, directory, duplicate }: Asked, today: Day): readonly Field[] {
  return [
    {
      kind: 'radio',
      name: 'coverageId',
      label: 'Coverage',
      hint: 'From the roster; the current one is preselected.',
      options: computed(() =>
        coverages()
          .map((one) => ({
            value: one.id,
            label: `${one.payerName}, member ${one.memberId}${one.current ? '' : ' (not current)'}`,
            hint: `${formatDay(one.startsOn)} to ${one.endsOn ? formatDay(one.endsOn) : 'now'}`,
          }))
          .slice(0, 6),
      ),
    },
    {
      kind: 'choice',
      name: 'planType',
      label: 'Plan type',
      half: true,
      hint: 'Decides which clocks and which waivers apply.',
      options: options(planTypes, planTypeWords),
    },
    {
      kind: 'choice',
      name: 'cause',
      label: 'Cause of the scar',
      half: true,
      options: options(scarCauses, scarCauseWords),
    },
    { kind: 'date', name: 'injuredOn', label: 'Injured on', optional: true, half: true },
    {
      kind: 'choice',
      name: 'injuryContext',
      label: 'Happened at work or in traffic?',
      half: true,
      hint: 'Then another insurer pays first.',
      options: options(injuryContexts, injuryContextWords),
    },
    {
      kind: 'choice',
      name: 'bodySite',
      label: 'Body site',
      half: true,
      options: options(bodySites, bodySiteWords),
    },
    { kind: 'radio', name: 'side', label: 'Side', half: true, options: options(sides, sideWords) },
    {
      kind: 'diagnoses',
      name: 'diagnoses',
      label: 'Diagnoses (ICD-10-CM)',
      add: 'Code, such as L90.5',
      on: today,
      place: placeIn,
      hint: 'Present condition first, then the injury as sequela (S), then its external cause.',
    },
    {
      kind: 'choice',
      name: 'procedureCode',
      label: 'Procedure',
      half: true,
      options: procedures.map(({ code, words }) => ({ value: code, label: `${code} ${words}` })),
      findings: ({ procedureCode }) => procedureNotes([String(procedureCode)], today),
    },
    { kind: 'number', name: 'plannedSessions', label: 'Planned sessions', min: 1, max: 20, half: true },
    {
      kind: 'choice',
      name: 'physicianId',
      label: 'Treating physician',
      half: true,
      options: computed(() =>
        (directory()?.physicians ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ),
    },
    {
      kind: 'choice',
      name: 'ownerId',
      label: 'Owner',
      half: true,
      options: computed(() =>
        (directory()?.coordinators ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ),
    },
    {
      kind: 'date',
      name: 'nextTouchOn',
      label: 'Next touch',
      half: true,
      hint: 'The day somebody looks at it again. Every open case has one.',
    },
    {
      kind: 'check',
      name: 'duplicateIntended',
      label: 'Yes, this is another case for the same code and site',
      optional: true,
      when: () => duplicate(),
    },
  ];
}
