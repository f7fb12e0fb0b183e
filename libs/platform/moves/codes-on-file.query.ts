import { CodesOnFile } from '@stipple/domain';
import { EntityManager } from 'typeorm';

/** What the lists know of the codes in an array, as JSON of the domain’s `CodesOnFile`. */
export const codesOnFileJson = (codes: string) => /* sql */ `json_build_object(
    'years', (SELECT coalesce(json_agg(l.fiscal_year ORDER BY l.fiscal_year), '[]') FROM stipple.diagnosis_list l WHERE l.fiscal_year > 0),
    'diagnoses', (SELECT coalesce(json_agg(json_build_object('code', d.code, 'year', d.fiscal_year, 'words', d.words, 'billable', d.billable,
        'opensOn', d.opens_on, 'closesOn', d.closes_on) ORDER BY d.code, d.fiscal_year), '[]')
      FROM stipple.diagnosis_code d WHERE d.code = ANY (${codes})))`;

/** For codes that no case has yet, such as those of one that is being opened. */
export async function loadCodesOnFile(tx: EntityManager, codes: readonly string[]): Promise<CodesOnFile> {
  const [row]: { known: CodesOnFile }[] = await tx.query(`SELECT ${codesOnFileJson('$1::text[]')} AS known`, [
    codes,
  ]);
  return row?.known ?? { years: [], diagnoses: [] };
}
