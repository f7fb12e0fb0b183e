import type { Day } from '../calendar';
import type { CaseFacts, Worksheet } from '../case-facts';
import { serviceDayOf } from '../codes/case-codes';
import { isUnlisted } from '../codes/procedure-findings';
import { Refusal, refusal } from '../refusal';
import { worksheetFieldWords } from './worksheet';
import { WorksheetGap, worksheetGaps } from './worksheet-gaps';

/** An unlisted code of a case with its worksheet, as far as there is one, and what that lacks. */
export interface NeededWorksheet {
  readonly procedureCode: string;
  readonly worksheet: Worksheet | null;
  readonly gaps: readonly WorksheetGap[];
}

type Known = Pick<CaseFacts, 'case' | 'clock' | 'requests' | 'worksheets'>;

const gone = ['withdrawn', 'rejected_unreviewed', 'cancelled'];

/** The unlisted codes of a case: its own, those asked for, and those that somebody has filled a worksheet for. */
export function unlistedCodesOf(facts: Pick<Known, 'case' | 'requests' | 'worksheets'>): readonly string[] {
  const asked = facts.requests
    .filter(({ state }) => !gone.includes(state))
    .flatMap(({ lines }) => lines.map(({ procedureCode }) => procedureCode));
  const begun = facts.worksheets.map(({ procedureCode }) => procedureCode);
  return [...new Set([facts.case.procedureCode, ...asked, ...begun])].filter(isUnlisted);
}

/** Each unlisted code of a case with what its worksheet says and lacks on the planned day of service. */
export function worksheetsOf(facts: Known): readonly NeededWorksheet[] {
  const on = serviceDayOf(facts);
  return unlistedCodesOf(facts).map((procedureCode) => neededFor(facts.worksheets, procedureCode, on));
}

function neededFor(worksheets: readonly Worksheet[], procedureCode: string, on: Day): NeededWorksheet {
  const worksheet = worksheets.find((one) => one.procedureCode === procedureCode) ?? null;
  const gaps = worksheet ? worksheetGaps(worksheet, { procedureCode, on }) : [];
  return { procedureCode, worksheet, gaps };
}

/** What a request for these codes lacks before it can be sent: every gap of every worksheet by name. */
export function worksheetRefusals(
  codes: readonly string[],
  worksheets: readonly Worksheet[],
  on: Day,
): readonly Refusal[] {
  return [...new Set(codes)].filter(isUnlisted).flatMap((code) => {
    const { worksheet, gaps } = neededFor(worksheets, code, on);
    if (worksheet === null)
      return [
        refusal(
          'worksheet_missing',
          `${code} is an unlisted code: fill in its worksheet first, with ${Object.values(worksheetFieldWords).join(', ')}.`,
          'lines',
        ),
      ];
    return gaps.map(({ field, sentence }) =>
      refusal(
        'worksheet_incomplete',
        `Worksheet for ${code}, ${worksheetFieldWords[field]}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`,
        field,
      ),
    );
  });
}
