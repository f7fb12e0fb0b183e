import type { ReviseWorksheet, StartWorksheet, WorksheetFields } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import {
  CaseFacts,
  WorksheetContent,
  asItTravels,
  cannotTravel,
  refusal,
  serviceDayOf,
  unlistedCodesOf,
  worksheetGaps,
  worksheetLifecycle,
} from '@stipple/domain';
import { withCase, withSubject } from '@stipple/moves';
import { CodeWorksheetEntity } from './code-worksheet.entity';

// A worksheet may be saved with gaps; a request for its code is not made ready before they are closed.

/** Begins the worksheet of an unlisted code. Each code of a case has one. */
export function startWorksheet(
  command: Command,
  caseId: string,
  { procedureCode, ...fields }: StartWorksheet,
): Promise<{ id: string }> {
  return withCase(command, caseId, async (hand) => {
    refuseIfAny(codeUnfit(hand.facts, procedureCode));
    const content = contentOf(fields);
    const id = await hand.create(
      worksheetLifecycle,
      'start',
      CodeWorksheetEntity,
      { procedureCode, ...content },
      { to: stateOf(hand.facts, procedureCode, content), data: { procedureCode, ...content } },
    );
    return { id };
  });
}

/** What the sheet says from now on: a field that is left out is empty. The event keeps what it said each time. */
export function reviseWorksheet(
  command: Command,
  id: string,
  { version, ...fields }: ReviseWorksheet,
): Promise<void> {
  return withSubject(command, worksheetLifecycle, id, async (hand, worksheet) => {
    const { procedureCode } = worksheet;
    const content = contentOf(fields);
    await hand.advance(worksheetLifecycle, CodeWorksheetEntity, worksheet, 'revise', {
      to: stateOf(hand.facts, procedureCode, content),
      version,
      set: content,
      data: { procedureCode, ...content },
    });
  });
}

function codeUnfit(facts: CaseFacts, procedureCode: string) {
  if (!unlistedCodesOf(facts).includes(procedureCode))
    return [
      refusal(
        'code_not_of_case',
        `Neither this case nor a request of it is for ${procedureCode}.`,
        'procedureCode',
      ),
    ];
  return facts.worksheets.some((one) => one.procedureCode === procedureCode)
    ? [
        refusal(
          'worksheet_begun',
          `The worksheet for ${procedureCode} has been begun; revise that one.`,
          'procedureCode',
        ),
      ]
    : [];
}

function stateOf(facts: CaseFacts, procedureCode: string, content: WorksheetContent) {
  const gaps = worksheetGaps(content, { procedureCode, on: serviceDayOf(facts) });
  return gaps.length === 0 ? 'complete' : 'incomplete';
}

/** Typed in any letters, the description is kept as it travels; what cannot travel is refused and not altered. */
function contentOf(fields: WorksheetFields): WorksheetContent {
  const lineDescription =
    fields.lineDescription === undefined ? null : asItTravels(fields.lineDescription) || null;
  const flaw = lineDescription === null ? null : cannotTravel(lineDescription);
  refuseIfAny(flaw === null ? [] : [refusal('line_description_unfit', flaw, 'lineDescription')]);
  return {
    comparatorCode: fields.comparatorCode ?? null,
    comparison: fields.comparison ?? null,
    minutes: fields.minutes ?? null,
    skill: fields.skill ?? null,
    equipment: fields.equipment ?? null,
    feeCents: fields.feeCents ?? null,
    feeRestsOn: fields.feeRestsOn ?? null,
    feeBasis: fields.feeBasis ?? null,
    lineDescription,
  };
}
