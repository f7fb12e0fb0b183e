import type { OfferedMove, ScreeningNow, ScreeningView } from '@stipple/contracts';
import { screeningsJson } from '@stipple/cases-api';
import { ClinicDatabase, Missing, type Principal } from '@stipple/database';
import { type CaseFacts, generalPolicy, movesFor, screeningLifecycle, whatIf } from '@stipple/domain';
import { caseFactsSql } from '@stipple/moves';
import { screenNow } from './screening-now';

type Past = Omit<ScreeningView, 'version' | 'moves'>;

const pastSql = /* sql */ `SELECT ${screeningsJson} AS past FROM stipple.treatment_case c WHERE c.clinic_id = $1 AND c.id = $2`;

/** Screens a case by the policy in force, shows what it came from, and lists the screenings before. */
export async function readScreening(
  db: ClinicDatabase,
  who: Principal,
  caseId: string,
): Promise<ScreeningNow> {
  const values = [who.clinicId, caseId];
  const note = { action: 'screening.read', subject: 'treatment_case', subjectId: caseId, caseId };
  const [[known], [listed]] = await db.readAll<[{ facts: CaseFacts }, { past: Past[] }]>(
    who,
    [
      { name: 'case_facts', text: caseFactsSql, values },
      { name: 'past_screenings', text: pastSql, values },
    ],
    note,
  );
  if (known === undefined || listed === undefined) throw new Missing('case');
  const { facts } = known;
  const now = await screenNow((statement) => db.read(who, statement), { who, caseId, facts });
  const { material, basis } = now;
  const offered = (subject: CaseFacts['screenings'][number] | null) =>
    movesFor(screeningLifecycle, { facts, subject, actor: who }) as OfferedMove[];
  const propose = offered(null).find(({ move }) => move === 'propose');
  if (propose === undefined) throw new Error('a screening is proposed');
  const { caseNumber, patientName, payerName, held } = material;
  return {
    caseId,
    caseNumber,
    patientName,
    payerName,
    today: facts.clock.today,
    serviceOn: now.serviceOn,
    policyVersionId: now.policyVersionId,
    policy: now.policy ?? generalPolicy,
    facts: Object.fromEntries(Object.entries(basis.facts)),
    texts: basis.texts,
    evidence: held,
    explanations: basis.explanations,
    result: now.result,
    whatIf: whatIf(now.policy, basis.facts, basis),
    propose,
    past: listed.past.flatMap((one) => {
      const subject = facts.screenings.find(({ id }) => id === one.id);
      return subject ? [{ ...one, version: subject.seq, moves: offered(subject) }] : [];
    }),
  };
}
