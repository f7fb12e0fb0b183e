import {
  Letter,
  addDays,
  bindingsText,
  letterChecker,
  letterLifecycle,
  openSentences,
} from '@stipple/domain';
import type { Member } from '../people';
import type { Story, Told } from '../story';
import { letterChanges } from '../words/letter-words';
import { DraftedWords, OwnWord, draftedWords } from './drafted-letter';
import { shortWords } from './short-letter';
import { addSignature, hashOf } from './signature';
import { finishTasks, raiseTask } from './tasks';

export type LetterTold = Told<Letter, 'letter'> & { readonly words: Wording };

type Wording = { -readonly [Key in keyof DraftedWords]: DraftedWords[Key] };

/** A sentence on the physician’s word that comes in later. */
type Later = readonly OwnWord[];

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
  // The desk mostly sends on what the record gives, and leaves to the physician what only the physician knows.
  const filled = author === cast.physician || dice.fork('gaps').chance(0.55);
  const words = { ...wordingOf(story, units, [], filled) };
  addWording(story, { letterId: told.fact.id, version: 1, authorId: author.staffId }, words);
  return { ...told, words };
}

/** Other words as a new wording; the first stays readable. */
export function reviseLetter(story: Story, told: LetterTold, units: number): void {
  write(story, told, story.cast.owner, wordingOf(story, units, [readAgain]));
}

const readAgain: OwnWord = ['The therapy record was read again for this letter.', 'history'];

/** Saves other words as the next wording. */
function write(story: Story, told: LetterTold, by: Member, words: DraftedWords): void {
  const version = (told.row.version as number) + 1;
  Object.assign(told.words, words);
  story.advance(letterLifecycle, told, 'revise', by, {
    to: 'draft',
    row: { version },
    data: { wording: version },
  });
  addWording(story, { letterId: told.fact.id, version, authorId: by.staffId }, told.words);
}

export function askSignature(story: Story, told: LetterTold): void {
  if (openIn(told.words) > 0)
    write(story, told, story.cast.owner, wordingOf(story, story.facts.case.plannedSessions));
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
  const asked = letterChanges.find(({ note }) => story.facts.tasks.some((task) => task.about.endsWith(note)));
  const more: Later = asked ? [[asked.answer, asked.ground]] : [];
  write(story, told, story.cast.owner, wordingOf(story, story.facts.case.plannedSessions, more));
}

export function discardLetter(story: Story, told: LetterTold): void {
  story.advance(letterLifecycle, told, 'discard', story.cast.owner, { to: 'discarded' });
}

export function signLetter(story: Story, told: LetterTold, before?: LetterTold): void {
  const { physician } = story.cast;
  if (before?.fact.state === 'signed')
    story.advance(letterLifecycle, before, 'supersede', physician, { to: 'superseded' });
  const { body, bindings, counts } = told.words;
  const hash = hashOf(`${told.fact.procedureCodes.join(',')}\n${body}\0${bindingsText(bindings)}`);
  const held = counts && { bound: counts.bound, ownWord: counts.own_word };
  const data = { wording: told.row.version, hash: hash.toString('hex').slice(0, 12), ...held };
  story.advance(letterLifecycle, told, 'sign', physician, { to: 'signed', data });
  addSignature(story, 'letter', told.fact, hash, told.row.version as number);
}

/** Where the record is full the letter is drafted from it, else it is short; either way every sentence holds. */
function wordingOf(story: Story, sessions: number, more: Later = [], filled = true): DraftedWords {
  return story.evidence.full ? draftedWords(story, { filled, more }) : shortWords(story, sessions, more);
}

function addWording(
  story: Story,
  { letterId, version, authorId }: { letterId: string; version: number; authorId: string },
  words: DraftedWords,
): void {
  story.rows.add('letter_version', {
    clinic_id: story.clinic.id,
    letter_id: letterId,
    version,
    procedure_codes: [story.facts.case.procedureCode],
    body: words.body,
    author_id: authorId,
    written_at: story.now,
    bindings: bindingsText(words.bindings),
    open_sentences: openIn(words),
    checked_with: letterChecker,
  });
}

const openIn = ({ counts }: DraftedWords) => (counts === null ? 0 : openSentences(counts));
