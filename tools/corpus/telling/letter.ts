import { Letter, addDays, letterLifecycle } from '@stipple/domain';
import type { Story, Told } from '../story';
import { letterChanges, letterOf } from '../words/letter-words';
import { addSignature, hashOf } from './signature';
import { finishTasks, raiseTask } from './tasks';

export type LetterTold = Told<Letter, 'letter'> & { readonly words: { body: string } };

/** Writes the letter with the case's own facts. */
export function draftLetter(story: Story, units: number): LetterTold {
  const { cast, facts, dice } = story;
  const author = dice.chance(0.35) ? cast.physician : cast.owner;
  const procedureCodes = [facts.case.procedureCode];
  const told = story.create(letterLifecycle, 'letter', 'draft', author, {
    to: 'draft',
    fact: { procedureCodes },
    row: { version: 1 },
    data: { procedureCodes },
  });
  facts.letters.push(told.fact);
  const words = { body: wordsOf(story, units) };
  addWording(story, told.fact.id, 1, words.body, author.staffId);
  return { ...told, words };
}

/** Other words as a new wording; the first stays readable. */
export function reviseLetter(story: Story, told: LetterTold, units: number): void {
  const { owner } = story.cast;
  told.words.body = `${wordsOf(story, units)}\n\nEnclosure added: therapy record of the last quarter.`;
  story.advance(letterLifecycle, told, 'revise', owner, {
    to: 'draft',
    row: { version: 2 },
    data: { wording: 2 },
  });
  addWording(story, told.fact.id, 2, told.words.body, owner.staffId);
}

export function askSignature(story: Story, told: LetterTold): void {
  story.advance(letterLifecycle, told, 'ask_signature', story.cast.owner, { to: 'ready' });
  finishTasks(story, 'revise_letter');
}

/** The physician does not sign, and says what the letter lacks. */
export function askChanges(story: Story, told: LetterTold): void {
  const note = story.dice.pick(letterChanges).note;
  const data = { wording: told.row.version, note };
  story.advance(letterLifecycle, told, 'ask_changes', story.cast.physician, { to: 'draft', data });
  raiseTask(
    story,
    'revise_letter',
    `Change the letter: ${note}`,
    addDays(story.today, 1),
    story.cast.physician,
  );
}

/** The same letter with what was asked for: few words change. */
export function answerChanges(story: Story, told: LetterTold): void {
  const { owner } = story.cast;
  const version = (told.row.version as number) + 1;
  const asked = letterChanges.find(({ note }) => story.facts.tasks.some((task) => task.about.endsWith(note)));
  told.words.body = `${told.words.body}\n\n${asked?.answer ?? ''}`.trim();
  story.advance(letterLifecycle, told, 'revise', owner, {
    to: 'draft',
    row: { version },
    data: { wording: version },
  });
  addWording(story, told.fact.id, version, told.words.body, owner.staffId);
}

export function discardLetter(story: Story, told: LetterTold): void {
  story.advance(letterLifecycle, told, 'discard', story.cast.owner, { to: 'discarded' });
}

export function signLetter(story: Story, told: LetterTold, before?: LetterTold): void {
  const { physician } = story.cast;
  if (before?.fact.state === 'signed')
    story.advance(letterLifecycle, before, 'supersede', physician, { to: 'superseded' });
  const hash = hashOf(`${told.fact.procedureCodes.join(',')}\n${told.words.body}`);
  const data = { wording: told.row.version, hash: hash.toString('hex').slice(0, 12) };
  story.advance(letterLifecycle, told, 'sign', physician, { to: 'signed', data });
  addSignature(story, 'letter', told.fact, hash, told.row.version as number);
}

function wordsOf({ dice, patient, scar, cast, today }: Story, sessions: number): string {
  return letterOf(dice, { patient, scar, physician: cast.physician.name, sessions, today });
}

function addWording(story: Story, letterId: string, version: number, body: string, authorId: string): void {
  story.rows.add('letter_version', {
    clinic_id: story.clinic.id,
    letter_id: letterId,
    version,
    procedure_codes: [story.facts.case.procedureCode],
    body,
    author_id: authorId,
    written_at: story.now,
  });
}
