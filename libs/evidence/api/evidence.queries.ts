import type { EvidenceView } from '@stipple/contracts';
import { ClinicDatabase, Missing, Principal } from '@stipple/database';
import { CaseFacts, Facts, deriveFacts, evidenceLifecycle, refusalsFor } from '@stipple/domain';
import { caseFactsSql } from '@stipple/moves';
import { evidenceStatement } from './evidence-sql';
import { FactSourcesRow, factSourcesStatement, sourcesOf } from './fact-sources';

type Raw = Omit<EvidenceView, 'facts' | 'today' | 'refusals'>;

/** All evidence of a case, and the facts it comes to today. */
export async function readEvidence(
  db: ClinicDatabase,
  who: Principal,
  caseId: string,
): Promise<EvidenceView> {
  const values = [who.clinicId, caseId];
  const note = { action: 'evidence.read', subject: 'treatment_case', subjectId: caseId, caseId };
  const [[raw], [sources], [known]] = await db.readAll<[{ view: Raw }, FactSourcesRow, { facts: CaseFacts }]>(
    who,
    [
      evidenceStatement(who.clinicId, caseId),
      factSourcesStatement(who.clinicId, caseId),
      { name: 'case_facts', text: caseFactsSql, values },
    ],
    note,
  );
  if (raw === undefined || sources === undefined || known === undefined) throw new Missing('case');
  const { today } = known.facts.clock;
  const situation = { facts: known.facts, subject: null, actor: who };
  return {
    ...raw.view,
    today,
    facts: plain(deriveFacts(sourcesOf(sources), today)),
    refusals: [...refusalsFor(evidenceLifecycle, 'record', situation)],
  };
}

/** As the contract has them: with lists that could be written to. */
function plain(facts: Facts): EvidenceView['facts'] {
  return Object.fromEntries(
    Object.entries(facts).map(([name, { value, evidence }]) => [
      name,
      { value: typeof value === 'object' ? [...value] : value, evidence: [...evidence] },
    ]),
  );
}
