import type { TimelineEntry } from '@stipple/contracts';
import type { IconName } from '@stipple/ui';

export const timelineKinds = ['events', 'calls', 'documents', 'notes', 'clocks'] as const;
export type TimelineKind = (typeof timelineKinds)[number];

export const timelineKindWords: Readonly<Record<TimelineKind, string>> = {
  events: 'Events',
  calls: 'Calls',
  documents: 'Documents',
  notes: 'Notes',
  clocks: 'Clocks',
};

export const timelineIcons: Readonly<Record<TimelineKind, IconName>> = {
  events: 'circle',
  calls: 'phone',
  documents: 'attach',
  notes: 'note',
  clocks: 'clock',
};

const bySubject: Readonly<Record<string, TimelineKind>> = {
  benefit_call: 'calls',
  case_document: 'documents',
  photo_detail: 'documents',
  billing_note: 'notes',
  clinical_note: 'notes',
  task: 'clocks',
  clock_change: 'clocks',
};
const byMove: Readonly<Record<string, TimelineKind>> = {
  'auth_request.approve_by_phone': 'calls',
  'auth_request.refer_to_call': 'calls',
  'auth_request.request_information': 'clocks',
  'treatment_case.record_extension': 'clocks',
  'treatment_case.plan_touch': 'clocks',
};

/** What somebody looks for when they look back: a call, a paper, a note, a promise with a day, or what was decided. */
export function kindOf({ subject, move }: Pick<TimelineEntry, 'subject' | 'move'>): TimelineKind {
  return byMove[`${subject}.${move}`] ?? bySubject[subject] ?? 'events';
}
