import { fiscalYearCloses, fiscalYearOf, fiscalYearOpens } from '@stipple/domain';
import type { Stage } from './harness';
import { Team, fillWorksheet, letterText, openCase, requestFor, screeningProposal, today } from './story';

/** As if the official list of a fiscal year had been loaded. Each line is a code with its words; `!` marks a heading. */
export async function officialList({ db }: Stage, year: number, lines: readonly string[]): Promise<void> {
  await db.owner.query(
    `INSERT INTO stipple.diagnosis_list (fiscal_year, file_name, file_sha256, codes, billable) VALUES ($1, 'order.txt', sha256('x'), $2, 1)`,
    [year, lines.length],
  );
  for (const line of lines) {
    const [code = '', ...words] = line.split(' ');
    await db.owner.query(
      `INSERT INTO stipple.diagnosis_code (fiscal_year, code, words, billable, opens_on, closes_on) VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        year,
        code.replace('!', ''),
        words.join(' '),
        !code.endsWith('!'),
        fiscalYearOpens(year),
        fiscalYearCloses(year),
      ],
    );
  }
}

export const fiscalYearNow = (team: Team) => fiscalYearOf(today(team.clinic.timeZone));

/** Walks a case to a drafted request that could be made ready, if its codes fit. */
export async function draftedRequest(
  team: Team,
  more: object,
  requestMore: object = {},
): Promise<{ caseId: string; requestId: string }> {
  const { coordinator, physician, clinic } = team;
  const signature = (version: number) => ({ version, password: clinic.physician.password });
  const caseId = await openCase(team, { duplicateIntended: true, ...more });
  await coordinator.attach(caseId, 'photo');
  const screening = await coordinator.make(`/api/cases/${caseId}/screenings`, screeningProposal);
  await physician.move(`/api/screenings/${screening}/signatures`, signature(1));
  const letter = await coordinator.make(`/api/cases/${caseId}/letters`, letterText);
  await coordinator.move(`/api/letters/${letter}/signature-requests`, { version: 1 });
  await physician.move(`/api/letters/${letter}/signatures`, signature(2));
  await fillWorksheet(team, caseId);
  const requestId = await coordinator.make(
    `/api/cases/${caseId}/auth-requests`,
    requestFor(team, requestMore),
  );
  return { caseId, requestId };
}
