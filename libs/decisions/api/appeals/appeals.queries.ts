import type { AppealOutlineView, PeerBriefView } from '@stipple/contracts';
import { ClinicDatabase, type Principal } from '@stipple/database';
import { AppealParagraph, BoundRef, appealOutline, appealText, peerBrief } from '@stipple/domain';
import { HttpProblem } from '@stipple/http';
import { groundsView } from '../grounds/grounds-view';
import { AppealRecord, asksOf, readAppeal } from './appeal-record';
import { exportRefusals } from './export-refusals';

/** What an appeal has to say by its own reason, what of it the record holds, and what is missing. */
export async function readOutline(
  db: ClinicDatabase,
  who: Principal,
  id: string,
): Promise<AppealOutlineView> {
  const appeal = await readNoted(db, who, { id, action: 'appeal.outline' });
  if (appeal.challenge.kind === 'peer_to_peer')
    throw new HttpProblem(409, 'outline_of_a_call', 'A call has a brief and no letter.');
  const outline = appealOutline(appeal.denial, appeal.material, asksOf(appeal.challenge));
  return {
    ...aboutOf(appeal),
    kind: appeal.challenge.kind,
    denialClass: outline.denialClass,
    sections: outline.sections.map(({ key, heading, says, paragraphs, missing }) => ({
      key,
      heading,
      says,
      paragraphs: paragraphs.map(shown),
      missing: [...missing],
    })),
    missing: [...exportRefusals(appeal, outline)],
    entered: groundsView(appeal),
    leftOut: appeal.leftOut.map((one) => ({ ...one })),
    text: appealText(outline),
  };
}

/** What lies before the physician in the call. */
export async function readBrief(db: ClinicDatabase, who: Principal, id: string): Promise<PeerBriefView> {
  const appeal = await readNoted(db, who, { id, action: 'appeal.brief' });
  const { challenge, clinic, denial, material, texts } = appeal;
  if (challenge.kind !== 'peer_to_peer')
    throw new HttpProblem(409, 'brief_of_no_call', 'Only a peer-to-peer call has a brief.');
  const brief = peerBrief(denial, material, texts);
  return {
    ...aboutOf(appeal),
    callAt: challenge.callAt,
    timeZone: clinic.timeZone,
    denialClass: brief.denialClass,
    payersWords: brief.payersWords && shown(brief.payersWords),
    reason: brief.reason,
    policyKey: brief.policyKey,
    criteria: brief.criteria.map((one) => ({
      ...one,
      sources: one.sources.map(copied),
      unknown: [...one.unknown],
    })),
    ask: brief.ask && shown(brief.ask),
    avoid: brief.avoid.map(({ said, where }) => ({ said, where: [...where] })),
    never: [...brief.never],
    missing: [...brief.missing],
  };
}

interface Reading {
  readonly id: string;
  readonly action: string;
}

/** The evidence that comes along is read by somebody, so that the audit trail says by whom. */
async function readNoted(db: ClinicDatabase, who: Principal, { id, action }: Reading): Promise<AppealRecord> {
  const appeal = await readAppeal((statement) => db.read(who, statement), who, id);
  const { caseId } = appeal;
  const note = { action, subject: 'challenge', subjectId: id, caseId };
  await db.note(who, null, note);
  return appeal;
}

function aboutOf({ caseId, challenge, material }: AppealRecord) {
  const { caseNumber, patient, payer } = material.particulars;
  return { challengeId: challenge.id, caseId, caseNumber, patient, payer };
}

const copied = ({ ref, said }: BoundRef) => ({ ref, said });
const shown = ({ text, sources }: AppealParagraph) => ({ text, sources: sources.map(copied) });
