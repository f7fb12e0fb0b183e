import {
  ShelfItem,
  checkLetter,
  deriveFacts,
  diagnosisWords,
  noSources,
  procedureWords,
  shelfOf,
  tidyBindings,
} from '@stipple/domain';
import type { Story } from '../story';
import { Written, letterOf } from '../words/letter-words';
import type { DraftedWords, OwnWord } from './drafted-letter';

/** A short letter, with what it rests on. A sentence that the record does not hold is a mistake in the telling. */
export function shortWords(story: Story, sessions: number, more: readonly OwnWord[]): DraftedWords {
  const { dice, patient, scar, cast, papers } = story;
  const later = more.map(([sentence, ground]): Written => [sentence, `statement:${ground}`]);
  const facts = { patient, scar, physician: cast.physician.name, sessions, papers };
  const paragraphs = letterOf(dice.fork('letter'), facts).toSpliced(-2, 0, later);
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
  // All are made of the same sentences, and holding one against the record takes longer than telling the rest of its case.
  if (story.caseNumber % 12 === 0) story.assertNone(checkLetter(body, bindings, shelf).refusals);
  return { body, bindings, counts: null };
}

/** As much of what the API would lay out as such a letter rests on. */
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
