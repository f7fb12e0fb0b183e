import type { CaseHit, SearchHits } from '@stipple/contracts';
import { bodySiteWords, stageWords } from '@stipple/domain';
import { Command, IconName, Tone, count, formatDay, joined } from '@stipple/ui';
import { stageLooks } from '../looks';

type PatientHit = SearchHits['patients'][number];

/** One line of the palette, and what it does. */
export interface Entry {
  readonly id: string;
  readonly icon: IconName;
  readonly words: string;
  readonly more: string;
  readonly chip?: { readonly words: string; readonly tone: Tone; readonly icon: IconName };
  readonly keys?: string;
  readonly does:
    | { readonly kind: 'run'; readonly command: Command }
    | { readonly kind: 'open'; readonly url: string }
    | { readonly kind: 'enter'; readonly patient: PatientHit };
}

export interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
}

export function caseEntry(hit: CaseHit): Entry {
  return {
    id: `case-${hit.id}`,
    icon: 'file',
    words: hit.patientName,
    more: joined(
      `case ${hit.number}`,
      hit.payerName,
      `${hit.procedureCode} ${bodySiteWords[hit.bodySite].toLowerCase()}`,
      hit.foundBy && hit.foundBy !== 'patient' && hit.foundBy !== 'case number' && `by ${hit.foundBy}`,
    ),
    chip: { words: stageWords[hit.stage], ...stageLooks[hit.stage] },
    does: { kind: 'open', url: `/cases/${hit.id}` },
  };
}

/** A patient leads to their case; to a list where there are several, and to a new case where there is none. */
export function patientEntry(patient: PatientHit): Entry {
  return {
    id: `patient-${patient.id}`,
    icon: 'user',
    words: patient.name,
    more: joined(
      patient.recordNumber,
      `born ${formatDay(patient.birthDate)}`,
      patient.cases === 0 ? 'no case yet' : count(patient.cases, 'case'),
      patient.foundBy === 'member id' && 'by member id',
    ),
    does: patient.onlyCaseId
      ? { kind: 'open', url: `/cases/${patient.onlyCaseId}` }
      : { kind: 'enter', patient },
  };
}

export function commandEntry(command: Command, keys: readonly string[]): Entry {
  return {
    id: `command-${command.id.replaceAll('.', '-')}`,
    icon: command.icon ?? 'chevron-right',
    words: command.words,
    more: '',
    ...(keys[0] ? { keys: keys[0] } : {}),
    does: { kind: 'run', command },
  };
}

/** Commands that hold every word typed; those that begin with it first. */
export function matching(commands: readonly Command[], typed: string): readonly Command[] {
  const words = typed.toLowerCase().trim().split(/\s+/);
  const text = (command: Command) => `${command.words} ${command.group}`.toLowerCase();
  return commands
    .filter((command) => words.every((word) => text(command).includes(word)))
    .sort((one, other) => Number(begins(other)) - Number(begins(one)));

  function begins(command: Command): boolean {
    return command.words
      .toLowerCase()
      .split(' ')
      .some((word) => word.startsWith(words[0] ?? ''));
  }
}
