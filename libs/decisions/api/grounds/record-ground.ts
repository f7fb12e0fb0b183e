import type {
  AnswerCriterion,
  RecordCorrection,
  RecordNetworkGap,
  RecordPayersWords,
  RecordPlanClause,
} from '@stipple/contracts';
import { Command, Missing, refuseIfAny, within } from '@stipple/database';
import {
  Challenge,
  DocumentKind,
  GroundTopic,
  Refusal,
  answerRestsOn,
  challengeLifecycle,
  correctionRefusals,
  groundLifecycle,
  groundRefusals,
  noticeRefusals,
  readCorrection,
  refusal,
  refusalsOf,
  shelfOf,
  unmetCriteria,
} from '@stipple/domain';
import { CaseInHand, loadCodesOnFile, withSubject } from '@stipple/moves';
import { policyInForce } from '@stipple/payers-api';
import { readAppeal } from '../appeals/appeal-record';
import { AppealGroundEntity } from './grounds.entities';

interface Made {
  readonly id: string;
}

interface Entered extends Partial<Omit<AppealGroundEntity, 'topic' | 'replacesId'>> {
  readonly topic: GroundTopic;
  readonly replacesId?: string | undefined;
}

/** Quotes the plan: the certificate or another paper of the case, or the payer’s policy where the clause stands there. */
export function recordPlanClause(
  command: Command,
  challengeId: string,
  body: RecordPlanClause,
): Promise<Made> {
  return enter(command, challengeId, async (hand) => {
    const { clause, documentId, ...quote } = body;
    if (documentId !== undefined)
      return { row: { topic: clause, documentId, ...quote }, refusals: documentRefusals(hand, documentId) };
    const of = { clinicId: command.who.clinicId, caseId: hand.caseId };
    const found = await policyInForce(within(command), of, hand.facts.clock.today);
    return {
      row: { topic: clause, policyVersionId: found?.policyVersionId ?? null, ...quote },
      refusals:
        found === null
          ? [
              refusal(
                'source_missing',
                'Name the document in which it stands: no policy is on file.',
                'documentId',
              ),
            ]
          : [],
    };
  });
}

export function recordCorrection(
  command: Command,
  challengeId: string,
  body: RecordCorrection,
): Promise<Made> {
  return enter(command, challengeId, async ({ facts }, challenge) => {
    const { why, replacesId } = body;
    const read = readCorrection(facts, challenge, body);
    const known = await loadCodesOnFile(command.tx, read === null ? [] : [read.now]);
    return {
      row: {
        topic: 'correction',
        codeWas: read?.was ?? null,
        codeNow: read?.now ?? null,
        words: why,
        replacesId,
      },
      refusals: correctionRefusals(facts, challenge, body, known),
    };
  });
}

export function recordNetworkGap(
  command: Command,
  challengeId: string,
  body: RecordNetworkGap,
): Promise<Made> {
  return enter(command, challengeId, async () => ({ row: { topic: 'network', ...body }, refusals: [] }));
}

/** What is said to a criterion that the record does not meet; it rests on something that the record has. */
export function answerCriterion(command: Command, challengeId: string, body: AnswerCriterion): Promise<Made> {
  return enter(command, challengeId, async () => {
    const { criterion, words, restsOn, replacesId } = body;
    const { material } = await readAppeal(within(command), command.who, challengeId);
    const shelf = shelfOf(material).filter(({ kind }) => answerRestsOn.includes(kind));
    return {
      row: { topic: 'criterion', about: criterion, words, restsOn, replacesId },
      refusals: refusalsOf(
        unmetCriteria(material).some(({ id }) => id === criterion)
          ? null
          : refusal(
              'criterion_not_open',
              'Only a criterion that the record does not meet is answered.',
              'criterion',
            ),
        restsOn.every((wanted) => shelf.some(({ ref }) => ref === wanted))
          ? null
          : refusal('source_unknown', 'Something that it rests on is not in the record.', 'restsOn'),
      ),
    };
  });
}

/** The page of the notice, and the payer’s words where the decision was recorded without them. */
export function recordPayersWords(
  command: Command,
  challengeId: string,
  body: RecordPayersWords,
): Promise<Made> {
  return enter(command, challengeId, async (hand) => {
    const { recorded } = await readAppeal(within(command), command.who, challengeId);
    const { documentId } = body;
    return {
      row: { topic: 'payers_words', ...body },
      refusals: [
        ...noticeRefusals(recorded.words, body.words),
        ...(documentId === undefined ? [] : documentRefusals(hand, documentId)),
      ],
    };
  });
}

export function takeBackGround(command: Command, challengeId: string, replacesId: string): Promise<Made> {
  return withSubject(command, challengeLifecycle, challengeId, async (hand, challenge) => {
    refuseIfAny(groundRefusals(challenge));
    const { topic, about, takenBack } = await entryOf(command, { challengeId, id: replacesId });
    if (takenBack) refuseIfAny([refusal('taken_back_already', 'It was taken back already.', 'replacesId')]);
    const row = { challengeId, topic, about, takenBack: true, replacesId };
    const made = { to: 'recorded', data: { topic } } as const;
    return { id: await hand.create(groundLifecycle, 'take_back', AppealGroundEntity, row, made) };
  });
}

interface Checked {
  readonly row: Entered;
  readonly refusals: readonly Refusal[];
}

/** Writes a new record. That it takes the place of the newest and of no other, PostgreSQL says when it is written. */
function enter(
  command: Command,
  challengeId: string,
  check: (hand: CaseInHand, challenge: Challenge) => Promise<Checked>,
): Promise<Made> {
  return withSubject(command, challengeLifecycle, challengeId, async (hand, challenge) => {
    refuseIfAny(groundRefusals(challenge));
    const { row, refusals } = await check(hand, challenge);
    refuseIfAny(refusals);
    const { topic, replacesId } = row;
    const columns = { about: '', ...row, challengeId, takenBack: false };
    if (replacesId !== undefined)
      await entryOf(command, { challengeId, topic, about: columns.about, id: replacesId });
    const made = { to: 'recorded', data: { topic } } as const;
    return { id: await hand.create(groundLifecycle, 'record', AppealGroundEntity, columns, made) };
  });
}

/** What is to be replaced. Whether it was replaced already, its row says when the new one is written. */
async function entryOf(
  { tx, who }: Command,
  of: Partial<Pick<AppealGroundEntity, 'challengeId' | 'topic' | 'about' | 'id'>>,
): Promise<AppealGroundEntity> {
  const found = await tx.findOne(AppealGroundEntity, { where: { clinicId: who.clinicId, ...of } });
  if (found === null) throw new Missing('entry of this appeal');
  return found;
}

/** Papers in which a plan or a payer speaks; a photograph goes nowhere without the patient’s consent. */
const speaking: readonly DocumentKind[] = ['payer_policy', 'payer_notice', 'other'];

const documentRefusals = ({ facts }: CaseInHand, documentId: string): readonly Refusal[] =>
  facts.documents.some(({ id, kind }) => id === documentId && speaking.includes(kind))
    ? []
    : [refusal('document_unknown', 'Choose a policy, a notice or another paper of this case.', 'documentId')];
