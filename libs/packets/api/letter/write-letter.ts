import { createHash } from 'node:crypto';
import type { AskChanges, DraftLetter, PlainMove, ReviseLetter, SignLetter } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import { addDays, letterLifecycle } from '@stipple/domain';
import { CaseInHand, recordSignature, withCase, withSubject } from '@stipple/moves';
import { reAuthenticate } from '@stipple/staff-api';
import { checkNow, checkedWords, unconfirmedStatements } from './checked-words';
import { LetterEntity, LetterVersionEntity } from './letter.entity';

// The life of a letter of medical necessity: drafted, revised, sent for signature, signed; then never changed.

export function draftLetter(command: Command, caseId: string, body: DraftLetter): Promise<{ id: string }> {
  return withCase(command, caseId, async (hand) => {
    const id = await hand.create(
      letterLifecycle,
      'draft',
      LetterEntity,
      { version: 1 },
      { to: 'draft', data: { procedureCodes: body.procedureCodes } },
    );
    await writeWords(hand, { letterId: id, version: 1 }, body);
    return { id };
  });
}

/** Saves other words as a new wording; the earlier ones stay readable. A letter that waited for its signature becomes a draft again. */
export function reviseLetter(
  command: Command,
  id: string,
  { version: seen, ...body }: ReviseLetter,
): Promise<void> {
  return withSubject(command, letterLifecycle, id, async (hand, letter) => {
    const version = (await currentWording(hand, id)) + 1;
    await hand.advance(letterLifecycle, LetterEntity, letter, 'revise', {
      to: 'draft',
      version: seen,
      set: { version },
      data: { wording: version },
    });
    await writeWords(hand, { letterId: id, version }, body);
  });
}

/** A physician is not asked to sign what they could not: every open sentence is told at once. */
export function askSignature(command: Command, id: string, { version }: PlainMove): Promise<void> {
  return withSubject(command, letterLifecycle, id, async (hand, letter) => {
    await hand.advance(letterLifecycle, LetterEntity, letter, 'ask_signature', { to: 'ready', version });
    const words = await wordsOf(hand, id, await currentWording(hand, id));
    refuseIfAny((await checkNow(hand, words)).refusals);
    await hand.finishTasks('revise_letter');
  });
}

/** The physician does not sign: the letter is a draft again, and whoever writes it has the note to work from. */
export function askChanges(command: Command, id: string, { version, note }: AskChanges): Promise<void> {
  return withSubject(command, letterLifecycle, id, async (hand, letter) => {
    const wording = await currentWording(hand, id);
    await hand.advance(letterLifecycle, LetterEntity, letter, 'ask_changes', {
      to: 'draft',
      version,
      data: { wording, note },
    });
    const tomorrow = addDays(hand.facts.clock.today, 1);
    await hand.raiseTask('revise_letter', `Change the letter: ${note}`, 'coordinator', tomorrow);
  });
}

export function discardLetter(command: Command, id: string, { version }: PlainMove): Promise<void> {
  return withSubject(command, letterLifecycle, id, async (hand, letter) => {
    await hand.advance(letterLifecycle, LetterEntity, letter, 'discard', { to: 'discarded', version });
    await hand.finishTasks('revise_letter');
  });
}

/**
 * The physician signs exactly the wording they saw: `version` names it. The letter signed before it is replaced. What
 * the record has come to say since the letter was written counts, and so does every sentence on the physician's word.
 */
export async function signLetter(
  command: Command,
  id: string,
  { version, password, statements }: SignLetter,
): Promise<void> {
  await reAuthenticate(command, password);
  await withSubject(command, letterLifecycle, id, async (hand, letter) => {
    for (const earlier of hand.facts.letters.filter((candidate) => candidate.state === 'signed')) {
      await hand.advance(letterLifecycle, LetterEntity, earlier, 'supersede', { to: 'superseded' });
    }
    const wording = await currentWording(hand, id);
    const words = await wordsOf(hand, id, wording);
    const check = await checkNow(hand, words);
    const contentHash = hashOf(words);
    const { bound, own_word: ownWord } = check.counts;
    const data = { wording, hash: contentHash.toString('hex').slice(0, 12), bound, ownWord };
    const signed = await hand.advance(letterLifecycle, LetterEntity, letter, 'sign', {
      to: 'signed',
      version,
      data,
    });
    refuseIfAny([...check.refusals, ...unconfirmedStatements(check, statements)]);
    await recordSignature(hand, {
      subject: 'letter',
      subjectId: id,
      seq: signed.seq,
      contentHash,
      letterVersion: wording,
    });
  });
}

async function writeWords(
  hand: CaseInHand,
  { letterId, version }: { readonly letterId: string; readonly version: number },
  letter: DraftLetter,
): Promise<void> {
  const { clinicId, staffId } = hand.command.who;
  const { body, procedureCodes } = letter;
  await hand.command.tx.insert(LetterVersionEntity, {
    clinicId,
    letterId,
    version,
    body,
    procedureCodes,
    authorId: staffId,
    ...(await checkedWords(hand, letter)),
  });
}

async function currentWording(hand: CaseInHand, id: string): Promise<number> {
  const { clinicId } = hand.command.who;
  const row = await hand.command.tx.findOneOrFail(LetterEntity, {
    select: { version: true },
    where: { clinicId, id },
  });
  return row.version;
}

function wordsOf(hand: CaseInHand, letterId: string, version: number): Promise<LetterVersionEntity> {
  const { clinicId } = hand.command.who;
  return hand.command.tx.findOneOrFail(LetterVersionEntity, { where: { clinicId, letterId, version } });
}

/**
 * SHA-256 over the codes, the words and what they rest on, as PostgreSQL computes it too; were they to differ, the
 * signature would be refused.
 */
function hashOf({ procedureCodes, body, bindings }: LetterVersionEntity): Buffer {
  const hash = createHash('sha256').update(`${procedureCodes.join(',')}\n${body}`);
  return (bindings === null ? hash : hash.update(`\0${bindings}`)).digest();
}
