import type { OpenCase } from '@stipple/contracts';
import { Command } from '@stipple/database';
import {
  CaseFacts,
  Refusal,
  diagnosisFindings,
  procedureFindings,
  refusedNow,
  serviceDayOf,
} from '@stipple/domain';
import { loadCodesOnFile } from '@stipple/moves';

/** Why a case cannot be opened with these codes today. What only warns, such as the other side, is shown on its page. */
export async function codeRefusals(
  { tx, who }: Command,
  body: Pick<OpenCase, 'bodySite' | 'side' | 'diagnoses' | 'procedureCode'>,
): Promise<readonly Refusal[]> {
  const known = await loadCodesOnFile(tx, body.diagnoses);
  const [clock]: { today: string }[] = await tx.query('SELECT (now() AT TIME ZONE $1)::date::text AS today', [
    who.timeZone,
  ]);
  const on = clock?.today ?? '';
  return refusedNow([
    ...diagnosisFindings(body.diagnoses, { place: body, on, known }),
    ...procedureFindings([body.procedureCode], on, 'procedureCode'),
  ]);
}

/** The same for diagnoses that take the place of a case’s own, on the day of service that is planned for it. */
export async function correctedCodeRefusals(
  { tx }: Command,
  facts: CaseFacts,
  diagnoses: readonly string[],
): Promise<readonly Refusal[]> {
  const known = await loadCodesOnFile(tx, diagnoses);
  return refusedNow(diagnosisFindings(diagnoses, { place: facts.case, on: serviceDayOf(facts), known }));
}
