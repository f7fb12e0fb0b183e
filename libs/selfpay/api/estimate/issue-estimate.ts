import type { IssueEstimate } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import {
  EstimateContents,
  SelfPayAgreement,
  changeClock,
  estimateClock,
  estimateContents,
  estimateDocument,
  refusalsFor,
  selfPayLifecycle,
} from '@stipple/domain';
import { CaseInHand, SelfPayAgreementEntity, withSubject } from '@stipple/moves';
import { factsOf, readMaterial } from './estimate-material';
import { EstimateVersionEntity } from './estimate-version.entity';

/** What of an estimate is kept: the items as data and the words of the paper, as the text that is hashed. */
export function keptText(contents: EstimateContents): string {
  return JSON.stringify({ contents, document: estimateDocument(contents) });
}

/**
 * Gives the patient the good faith estimate: writes down every word of it as the next version, and lets the agreement go
 * by that. PostgreSQL refuses to issue what no version says, so the version comes first.
 */
export function issueEstimate(command: Command, id: string, body: IssueEstimate): Promise<void> {
  return withSubject(command, selfPayLifecycle, id, async (hand, agreement) => {
    const { today } = hand.facts.clock;
    // A form that saw an older agreement writes nothing: the move says so below.
    const version = body.version === agreement.seq ? await writeVersion(hand, agreement, body) : null;
    const { validUntil, delivery, language } = body;
    await hand.advance(selfPayLifecycle, SelfPayAgreementEntity, agreement, 'issue_estimate', {
      to: 'estimate_issued',
      version: body.version,
      set: { estimateOn: today, validUntil, delivery, estimateVersion: version },
      data: { validUntil, delivery, language, version, totalCents: agreement.totalCents },
    });
  });
}

async function writeVersion(
  hand: CaseInHand,
  agreement: SelfPayAgreement,
  body: IssueEstimate,
): Promise<number> {
  const { command, facts } = hand;
  const { clock } = facts;
  refuseIfAny(
    refusalsFor(selfPayLifecycle, 'issue_estimate', { facts, subject: agreement, actor: command.who }),
  );
  const material = await readMaterial(hand, agreement.id);
  const outcome = estimateContents(factsOf(material, body, clock.today));
  if (outcome.kind === 'incomplete') {
    refuseIfAny(outcome.refusals);
    throw new Error('an estimate is incomplete and nothing says why');
  }
  const { contents } = outcome;
  const version = material.versions + 1;
  const clockOf = version === 1 ? estimateClock : changeClock;
  const due = clockOf(agreement.starts, clock.timeZone);
  const { procedureCode, sessions, lines, askedOn, askedBy, scheduledOn, serviceOn } = material;
  await command.tx.insert(EstimateVersionEntity, {
    clinicId: command.who.clinicId,
    agreementId: agreement.id,
    version,
    caseId: hand.caseId,
    seq: agreement.seq + 1,
    ...{ language: body.language, delivery: body.delivery, procedureCode, sessions, lines },
    totalCents: contents.totalCents,
    issuedOn: clock.today,
    validUntil: body.validUntil,
    ...{ askedOn, askedBy, scheduledOn, serviceOn },
    dueOn: due.kind === 'due' ? due.dueOn : null,
    dueRule: due.kind === 'due' ? due.rule : null,
    contents: keptText(contents),
    issuedBy: command.who.staffId,
  });
  return version;
}
