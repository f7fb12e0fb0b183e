import type { CaseWorksheets, WorksheetOfCode } from '@stipple/contracts';
import { ClinicDatabase, Missing, Principal } from '@stipple/database';
import {
  BodySite,
  CaseFacts,
  NeededWorksheet,
  ScarCause,
  Side,
  WorksheetContent,
  comparatorsFor,
  procedureWords,
  refusalsFor,
  serviceDayOf,
  suggestedLineDescription,
  worksheetFields,
  worksheetLifecycle,
  worksheetsOf,
} from '@stipple/domain';
import { caseFactsSql } from '@stipple/moves';

interface Event {
  readonly subjectId: string;
  readonly version: number;
  readonly move: string;
  readonly by: string;
  readonly at: string;
  readonly data: Partial<WorksheetContent>;
}

interface About {
  readonly caseNumber: number;
  readonly patientName: string;
  readonly payerName: string;
  readonly cause: ScarCause;
  readonly bodySite: BodySite;
  readonly side: Side;
  readonly events: readonly Event[];
}

const aboutSql = /* sql */ `
SELECT c.case_number AS "caseNumber", p.family_name || ', ' || p.given_name AS "patientName", y.name AS "payerName", c.cause, c.body_site AS "bodySite", c.side,
  (SELECT coalesce(json_agg(json_build_object('subjectId', e.subject_id, 'version', e.seq, 'move', e.move, 'by', s.name, 'at', e.at, 'data', e.data) ORDER BY e.position DESC), '[]')
    FROM stipple.case_event e JOIN stipple.staff s ON (s.clinic_id, s.id) = (e.clinic_id, e.actor_id)
   WHERE (e.clinic_id, e.case_id, e.subject) = (c.clinic_id, c.id, 'code_worksheet')) AS events
FROM stipple.treatment_case c
JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
JOIN stipple.payer y ON (y.clinic_id, y.id) = (c.clinic_id, c.payer_id)
WHERE c.clinic_id = $1 AND c.id = $2`;

/** Every unlisted code of a case with its worksheet and its gaps, and what there is to choose from. */
export async function readWorksheets(
  db: ClinicDatabase,
  who: Principal,
  caseId: string,
): Promise<CaseWorksheets> {
  const values = [who.clinicId, caseId];
  const [[read], [about]] = await db.readAll<[{ facts: CaseFacts }, About]>(
    who,
    [
      { name: 'case_facts', text: caseFactsSql, values },
      { name: 'worksheets_about', text: aboutSql, values },
    ],
    { action: 'worksheets.read', subject: 'treatment_case', subjectId: caseId, caseId },
  );
  if (read === undefined || about === undefined) throw new Missing('case');
  const { facts } = read;
  return {
    caseId,
    caseNumber: about.caseNumber,
    patientName: about.patientName,
    payerName: about.payerName,
    serviceOn: serviceDayOf(facts),
    suggestedDescription: suggestedLineDescription(about),
    codes: worksheetsOf(facts).map((needed) => ofCode(facts, needed, { who, events: about.events })),
  };
}

function ofCode(
  facts: CaseFacts,
  { procedureCode, worksheet, gaps }: NeededWorksheet,
  { who, events }: { readonly who: Principal; readonly events: readonly Event[] },
): WorksheetOfCode {
  const move = worksheet === null ? 'start' : 'revise';
  return {
    procedureCode,
    words: procedureWords(procedureCode),
    worksheet: worksheet && {
      id: worksheet.id,
      version: worksheet.seq,
      state: worksheet.state,
      ...saidIn(worksheet),
    },
    gaps: [...gaps],
    refusals: [...refusalsFor(worksheetLifecycle, move, { facts, subject: worksheet, actor: who })],
    comparators: comparatorsFor(procedureCode, serviceDayOf(facts)).map((one) => ({ ...one })),
    history: events
      .filter(({ subjectId }) => subjectId === worksheet?.id)
      .map((event) => ({
        version: event.version,
        words: worksheetLifecycle.moves.find((rule) => rule.move === event.move)?.happened ?? event.move,
        by: event.by,
        at: event.at,
        said: saidIn(event.data),
      })),
  };
}

function saidIn(content: Partial<WorksheetContent>): WorksheetContent {
  return Object.fromEntries(
    worksheetFields.map((field) => [field, content[field] ?? null]),
  ) as unknown as WorksheetContent;
}
