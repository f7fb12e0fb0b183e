import { type Ask, Missing, type Principal } from '@stipple/database';
import type {
  AppealMaterial,
  AppealRight,
  BriefTexts,
  ChallengeKind,
  ChallengeState,
  CodeUnits,
  Denial,
  PlanType,
  ShelfDocument,
} from '@stipple/domain';
import {
  type LeftOut,
  type PacketDocument,
  type PacketPhoto,
  attachments,
  letterMaterial,
} from '@stipple/packets-api';
import { readBasis } from '@stipple/screening-api';
import { FindingRow, GroundRow, enteredMaterial, withPayersWords } from '../grounds/entered';
import { appealRecordSql } from './appeal-record.sql';

/** A challenge with the decision it is about and what is in the case for it, as PostgreSQL has it. */
interface Row {
  readonly caseId: string;
  readonly requestId: string;
  readonly planType: PlanType;
  readonly diagnoses: readonly string[];
  readonly clinic: { readonly name: string; readonly isDemo: boolean; readonly timeZone: string };
  readonly challenge: {
    readonly id: string;
    readonly kind: ChallengeKind;
    readonly state: ChallengeState;
    readonly clinical: boolean;
    readonly body: string | null;
    readonly appealsAs: AppealRight | null;
    readonly representativeFormId: string | null;
    readonly callAt: string | null;
    /** When it came to stand as it does. */
    readonly since: string;
    readonly signed: { readonly by: string; readonly on: string; readonly hash: string } | null;
  };
  /** The decision as it was recorded. */
  readonly recorded: Denial;
  readonly grounds: readonly GroundRow[];
  readonly findings: readonly FindingRow[];
  readonly requested: readonly CodeUnits[];
  readonly granted: AppealMaterial['granted'];
  readonly sent: AppealMaterial['sent'];
  readonly authorization: AppealMaterial['authorization'];
  readonly coverage: AppealMaterial['coverage'];
  /** The payer’s notices and the proofs of what was sent: no evidence for a letter, but for an appeal. */
  readonly papers: readonly ShelfDocument[];
  /** What came into the case since the request went out. */
  readonly photos: readonly PacketPhoto[];
  readonly documents: readonly PacketDocument[];
  /** The notice that is argued with, and the patient’s form. */
  readonly always: readonly PacketDocument[];
}

/** Everything an appeal is made from, as the record stands. */
export interface AppealRecord extends Row {
  /** The decision with what was entered about its notice. */
  readonly denial: Denial;
  readonly material: AppealMaterial;
  readonly texts: BriefTexts;
  readonly enclosed: ReturnType<typeof attachments>['sent'];
  readonly leftOut: readonly LeftOut[];
}

export const asksOf = ({ kind }: Pick<Row['challenge'], 'kind'>) =>
  kind === 'exception' ? 'exception' : 'reversal';

export async function readAppeal(read: Ask, who: Principal, challengeId: string): Promise<AppealRecord> {
  const { clinicId } = who;
  const [row] = await read<Row>({
    name: 'appeal_record',
    text: appealRecordSql,
    values: [clinicId, challengeId],
  });
  if (row === undefined) throw new Missing('challenge');
  const { caseId, requestId, requested, granted, sent, authorization, coverage, papers, grounds, findings } =
    row;
  const codes = requested.map(({ procedureCode }) => procedureCode);
  const letter = await letterMaterial(read, { clinicId, caseId }, codes);
  const { basis } = await readBasis(read, { clinicId, caseId, today: letter.today });
  const { sent: enclosed, leftOut } = attachments(row);
  const material: AppealMaterial = {
    ...letter,
    documents: [...new Map([...letter.documents, ...papers].map((one) => [one.id, one])).values()],
    requested,
    granted,
    held: basis.evidence,
    sent,
    authorization,
    coverage,
    enclosures: enclosed.flatMap(({ of }) => of),
    ...enteredMaterial(grounds, findings, requestId),
  };
  const { texts, explanations } = basis;
  const denial = withPayersWords(row.recorded, grounds);
  return { ...row, denial, material, texts: { texts, explanations }, enclosed, leftOut };
}
