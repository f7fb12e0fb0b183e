import { billingNoteLifecycle, clinicalNoteLifecycle } from '@stipple/domain';
import type { Member } from '../people';
import type { Story } from '../story';
import { NoteOccasion, billingNote, clinicalNote, corrections, halfWritten } from '../words/note-words';

/** What somebody wrote down on a part of the cases; more of it where more has happened. */
export function writeNotes(story: Story): void {
  const { dice, cast, facts } = story;
  if (dice.chance(0.4)) {
    const by = dice.chance(0.08) ? cast.manager : cast.owner;
    writeNote(story, 'billing', by, billingNote(dice, occasionOf(story)));
  }
  if (dice.chance(0.02)) {
    const [wrong, right] = dice.pick(corrections);
    const wrongId = writeNote(story, 'billing', cast.owner, wrong);
    writeNote(story, 'billing', cast.owner, right, wrongId);
  }
  if (facts.screenings.length > 0 && dice.chance(0.28))
    writeNote(story, 'clinical', cast.physician, clinicalNote(dice, story.scar));
}

function occasionOf({ facts }: Story): NoteOccasion {
  if (facts.sessions.length > 0) return 'in treatment';
  if (facts.agreements.length > 0) return 'self-pay';
  const request = facts.requests.at(-1);
  if (request?.state === 'denied') return 'denied';
  return request === undefined || request.submittedAt === null ? 'beginning' : 'with the payer';
}

const lanes = {
  billing: { lifecycle: billingNoteLifecycle, table: 'billing_note' },
  clinical: { lifecycle: clinicalNoteLifecycle, table: 'clinical_note' },
} as const;

type Lane = keyof typeof lanes;

function writeNote(story: Story, lane: Lane, by: Member, body: string, correctsId?: string): string {
  const { lifecycle, table } = lanes[lane];
  const told = story.create(lifecycle, table, 'write', by, {
    to: 'written',
    fact: {},
    row: { body, corrects_id: correctsId ?? null, recorded_at: story.now },
    data: correctsId === undefined ? {} : { correctsId },
  });
  return told.fact.id;
}

/** Begins a note and is called away: it waits among the person's drafts. */
export function leaveNoteHalfWritten(story: Story, lane: Lane): void {
  const { cast, clinic, facts, rows } = story;
  rows.add('draft', {
    clinic_id: clinic.id,
    id: story.newId(),
    author_id: lane === 'billing' ? cast.owner.staffId : cast.physician.staffId,
    case_id: facts.case.id,
    subject: lanes[lane].table,
    subject_id: null,
    move: 'write',
    version: 0,
    counter: 1,
    fields: [{ name: 'body', shown: '', typed: halfWritten[lane] }],
    saved_at: story.now,
  });
}
