import type { EnteredGround, GroundView, GroundsView } from '@stipple/contracts';
import {
  AppealSource,
  AskedGround,
  answerRestsOn,
  appealShelf,
  askedFindings,
  askedGrounds,
  diagnosisWords,
  groundRefusals,
  groundTopicWords,
  groundTopics,
  policyKey,
  procedureWords,
  readDenial,
  shelfOf,
} from '@stipple/domain';
import { AppealRecord, asksOf } from '../appeals/appeal-record';
import type { GroundRow } from './entered';
import { findingView } from './findings-view';

/** What a person enters for this appeal: what it asks for, and what was entered although it does not, with all that it was before. */
export function groundsView(appeal: AppealRecord): GroundsView {
  const { challenge, recorded, material, findings, planType, requested, diagnoses, requestId } = appeal;
  const words = recorded.words.trim();
  return {
    grounds: groundsOf(appeal),
    findings: askedFindings(readDenial(recorded).denialClass, planType)
      // Of calls this page says nothing.
      .filter((topic) => topic !== 'call_stops_clock')
      .map((topic) => findingView(findings, topic, requestId)),
    refusals: [...groundRefusals(challenge)],
    requestId,
    wordsOnRecord: words === '' ? null : words,
    codes: [
      ...requested.map(({ procedureCode: code }) => ({ code, words: procedureWords(code) })),
      ...diagnoses.map((code) => ({ code, words: diagnosisWords(code) })),
    ],
    shelf: shelfOf(material)
      .filter(({ kind }) => answerRestsOn.includes(kind))
      .map(({ ref, kind, words: said }) => ({ ref, kind, words: said })),
    policy: material.policy && policyKey(material.policy),
  };
}

function groundsOf({ challenge, recorded, denial, material, grounds }: AppealRecord): GroundView[] {
  const asked = askedGrounds(recorded, material, asksOf(challenge));
  const shelf = appealShelf(denial, material);
  const isAsked = ({ topic, about }: AskedGround) =>
    asked.some((one) => one.topic === topic && one.about === about);
  const others = grounds.filter((one) => one.stands && !isAsked(one));
  return [...asked, ...others]
    .toSorted((one, other) => groundTopics.indexOf(one.topic) - groundTopics.indexOf(other.topic))
    .map(({ topic, about }) => {
      const of = grounds.filter((one) => one.topic === topic && one.about === about);
      const newest = of.find(({ stands }) => stands);
      const criterion = material.policy?.criteria.find(({ id }) => topic === 'criterion' && id === about);
      return {
        topic,
        about,
        title: criterion?.label ?? groundTopicWords[topic],
        quote: criterion?.quote ?? null,
        needed: isAsked({ topic, about }),
        newest: newest ? shownGround(newest, shelf) : null,
        earlier: of.filter((one) => one !== newest).map((one) => shownGround(one, shelf)),
      };
    });
}

/** What something rested on and is on the shelf no more, as a document that is no evidence now, keeps its name. */
function shownGround(row: GroundRow, shelf: ReadonlyMap<string, AppealSource>): EnteredGround {
  const { id, documentId, by, at, words, page, section, source, codeWas, codeNow, takenBack, takenOver } =
    row;
  const restsOn = row.restsOn.map((ref) => ({ ref, said: shelf.get(ref)?.words ?? ref }));
  const quote = { words, page, section, source, documentId };
  return { id, ...quote, codeWas, codeNow, restsOn, by, at, takenBack, takenOver };
}
