import type {
  DraftChallenge,
  ExcuseLateness,
  OpenChallenge,
  Sign,
  WithdrawChallenge,
} from '@stipple/contracts';
import { Command, Refused, refuseIfAny } from '@stipple/database';
import {
  arguesNothing,
  challengeLifecycle,
  fileByOnFor,
  formRefusals,
  groundFor,
  isClinicalGround,
  isPatientsAppeal,
  openingRefusals,
  refusal,
} from '@stipple/domain';
import { recordSignature, withCase, withSubject } from '@stipple/moves';
import { reAuthenticate } from '@stipple/staff-api';
import { takeOverGrounds } from '../grounds/take-over-grounds';
import { ChallengeEntity } from './challenge.entity';

/** Begins to argue with an adverse decision: by a call, in writing, or before an independent reviewer. */
export function openChallenge(
  command: Command,
  caseId: string,
  { requestId, kind, exhaustedBecause, argues, appealsAs }: OpenChallenge,
): Promise<{ id: string }> {
  return withCase(command, caseId, async (hand) => {
    const request = hand.facts.requests.find(({ id }) => id === requestId);
    if (request === undefined)
      throw new Refused([
        refusal('request_unknown', 'The decision does not belong to this case.', 'requestId'),
      ]);
    const exhausted = exhaustedBecause !== undefined;
    refuseIfAny(openingRefusals(hand.facts, { request, kind, exhausted, argues, appealsAs }));
    const ground = arguesNothing(kind) ? null : (argues ?? groundFor(request));
    const right = isPatientsAppeal(kind) ? (appealsAs ?? 'representative') : null;
    // The clock's own word, and nobody's typing: a day to file that was guessed costs the right to file.
    const fileByOn = fileByOnFor(hand.facts, { request, kind, exhausted });
    const columns = {
      kind,
      requestId,
      clinical: isClinicalGround(ground),
      argues: ground,
      appealsAs: right,
      deemedExhausted: exhausted,
      fileByOn,
      exhaustedBecause: exhaustedBecause ?? null,
    };
    const data = { kind, exhaustedBecause, argues: ground, appealsAs: right, fileByOn };
    const to = 'open';
    const id = await hand.create(challengeLifecycle, 'open', ChallengeEntity, columns, { to, data });
    await takeOverGrounds(hand, { id, kind, requestId });
    return { id };
  });
}

/** Writes what is to be said. A signature is of the words as they stood; later words need a new one. */
export function draftChallenge(
  command: Command,
  id: string,
  { version, body, representativeFormId }: DraftChallenge,
): Promise<void> {
  return withSubject(command, challengeLifecycle, id, async (hand, challenge) => {
    refuseIfAny(formRefusals(hand.facts, challenge, representativeFormId));
    await hand.advance(challengeLifecycle, ChallengeEntity, challenge, 'draft', {
      to: 'drafted',
      version,
      // A form that came with earlier words stays.
      set: { body, ...(representativeFormId && { representativeFormId }) },
      data: { representativeFormId },
    });
  });
}

export async function signChallenge(
  command: Command,
  id: string,
  { version, password }: Sign,
): Promise<void> {
  await reAuthenticate(command, password);
  await withSubject(command, challengeLifecycle, id, async (hand, challenge) => {
    const { clinicId } = command.who;
    const { contentHash } = await command.tx.findOneByOrFail(ChallengeEntity, { clinicId, id });
    const signed = await hand.advance(challengeLifecycle, ChallengeEntity, challenge, 'sign', {
      to: 'signed',
      version,
      data: { hash: contentHash.toString('hex').slice(0, 12) },
    });
    await recordSignature(hand, {
      subject: 'challenge',
      subjectId: id,
      seq: signed.seq,
      contentHash,
      letterVersion: null,
    });
  });
}

/** A manager records why it may still be filed after the last day. */
export function excuseLateness(
  command: Command,
  id: string,
  { version, lateReason }: ExcuseLateness,
): Promise<void> {
  return withSubject(command, challengeLifecycle, id, async (hand, challenge) => {
    // A signature stands: good cause changes no word.
    const signed = challenge.state === 'signed';
    const move = signed ? 'excuse_signed' : 'excuse_lateness';
    await hand.advance(challengeLifecycle, ChallengeEntity, challenge, move, {
      to: signed ? 'signed' : 'drafted',
      version,
      set: { lateReason },
      data: { lateReason },
    });
  });
}

export function withdrawChallenge(
  command: Command,
  id: string,
  { version, reason }: WithdrawChallenge,
): Promise<void> {
  return withSubject(command, challengeLifecycle, id, async (hand, challenge) => {
    await hand.advance(challengeLifecycle, ChallengeEntity, challenge, 'withdraw', {
      to: 'withdrawn',
      version,
      set: { endReason: reason },
      data: { reason },
    });
  });
}
