import {
  Letter,
  ShelfItem,
  addDays,
  bindingsText,
  checkLetter,
  deriveFacts,
  diagnosisWords,
  letterChecker,
  letterLifecycle,
  noSources,
  procedureWords,
  shelfOf,
  tidyBindings,
} from '@stipple/domain';
import type { Story, Told } from '../story';
import { Written, letterChanges, letterOf } from '../words/letter-words';
import { addSignature, hashOf } from './signature';
import { finishTasks, raiseTask } from './tasks';

export type LetterTold = Told<Letter, 'letter'> & { readonly words: Wording };

/** The paragraphs of a letter, and the wording that they came to. */
interface Wording {
  paragraphs: readonly (readonly Written[])[];
  body: string;
  bindings: string;
}

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
  const words = wordingOf(story, paragraphsOf(story, units));
  addWording(story, { letterId: told.fact.id, version: 1, authorId: author.staffId }, words);
  return { ...told, words };
}

/** Other words as a new wording; the first stays readable. */
export function reviseLetter(story: Story, told: LetterTold, units: number): void {
  const { owner } = story.cast;
  const more: Written = ['The therapy record was read again for this letter.', 'statement:history'];
  Object.assign(told.words, wordingOf(story, [...paragraphsOf(story, units), [more]]));
  story.advance(letterLifecycle, told, 'revise', owner, {
    to: 'draft',
    row: { version: 2 },
    data: { wording: 2 },
  });
  addWording(story, { letterId: told.fact.id, version: 2, authorId: owner.staffId }, told.words);
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
  const more: readonly Written[] = asked ? [[asked.answer, `statement:${asked.ground}`]] : [];
  Object.assign(told.words, wordingOf(story, [...told.words.paragraphs, more]));
  story.advance(letterLifecycle, told, 'revise', owner, {
    to: 'draft',
    row: { version },
    data: { wording: version },
  });
  addWording(story, { letterId: told.fact.id, version, authorId: owner.staffId }, told.words);
}

export function discardLetter(story: Story, told: LetterTold): void {
  story.advance(letterLifecycle, told, 'discard', story.cast.owner, { to: 'discarded' });
}

export function signLetter(story: Story, told: LetterTold, before?: LetterTold): void {
  const { physician } = story.cast;
  if (before?.fact.state === 'signed')
    story.advance(letterLifecycle, before, 'supersede', physician, { to: 'superseded' });
  const hash = hashOf(`${told.fact.procedureCodes.join(',')}\n${told.words.body}\0${told.words.bindings}`);
  const data = { wording: told.row.version, hash: hash.toString('hex').slice(0, 12) };
  story.advance(letterLifecycle, told, 'sign', physician, { to: 'signed', data });
  addSignature(story, 'letter', told.fact, hash, told.row.version as number);
}

function paragraphsOf({ dice, patient, scar, cast, papers }: Story, sessions: number): Wording['paragraphs'] {
  return letterOf(dice, { patient, scar, physician: cast.physician.name, sessions, papers });
}

/** The words with what they rest on. A sentence that the record does not hold is a mistake in the telling. */
function wordingOf(story: Story, paragraphs: Wording['paragraphs']): Wording {
  const shelf = shelfFor(story);
  const said = new Map(shelf.map(({ ref, words }) => [ref, words]));
  const body = paragraphs
    .filter((paragraph) => paragraph.length > 0)
    .map((paragraph) => paragraph.map(([sentence]) => sentence).join(' '))
    .join('\n\n');
  const bindings = tidyBindings(
    body,
    paragraphs
      .flat()
      .flatMap(([sentence, ...refs]) =>
        refs.length === 0 ? [] : [{ sentence, to: refs.map((ref) => ({ ref, said: said.get(ref) ?? '' })) }],
      ),
  );
  story.assertNone(checkLetter(body, bindings, shelf).refusals);
  return { paragraphs, body, bindings: bindingsText(bindings) };
}

/** What the API would lay out for this letter. */
function shelfFor({ facts, patient, scar, cast, papers, today, caseNumber }: Story): readonly ShelfItem[] {
  const { diagnoses, procedureCode, plannedSessions } = facts.case;
  return shelfOf({
    facts: deriveFacts(
      {
        ...noSources,
        intake: {
          cause: scar.cause,
          injuredOn: scar.injuredOn,
          injuryContext: scar.context,
          bodySite: scar.site,
          side: scar.side,
          procedureCode,
          plannedSessions,
          diagnoses,
          bornOn: patient.birthDate,
        },
      },
      today,
    ),
    measurements: [],
    documents: papers,
    codes: [
      ...diagnoses.map((code) => ({ code, words: diagnosisWords(code) })),
      { code: procedureCode, words: procedureWords(procedureCode) },
    ],
    policy: null,
    particulars: {
      patient: `${patient.givenName} ${patient.familyName}`,
      bornOn: patient.birthDate,
      memberId: patient.memberId,
      payer: patient.payer.name,
      physician: cast.physician.name,
      caseNumber: String(caseNumber),
    },
  });
}

function addWording(
  story: Story,
  { letterId, version, authorId }: { letterId: string; version: number; authorId: string },
  { body, bindings }: Wording,
): void {
  story.rows.add('letter_version', {
    clinic_id: story.clinic.id,
    letter_id: letterId,
    version,
    procedure_codes: [story.facts.case.procedureCode],
    body,
    author_id: authorId,
    written_at: story.now,
    bindings,
    open_sentences: 0,
    checked_with: letterChecker,
  });
}
