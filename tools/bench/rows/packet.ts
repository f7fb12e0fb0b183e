import { randomUUID } from 'node:crypto';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { inRounds } from '../load/rounds';
import { inTurn } from './compare-reads';
import { type Ground } from './ground';
import { type Measured, timesOf, within } from './measured';

const pages = 40;

/** The one file that goes out with a request, of forty pages, written anew for each answer. */
export async function packet(ground: Ground): Promise<Measured> {
  const headers = await ground.as('robin');
  const { rows } = await ground.owner.query<{ id: string; caseId: string }>(
    `SELECT r.id, r.case_id AS "caseId" FROM stipple.auth_request r
       JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (r.clinic_id, r.case_id) AND c.state = 'open'
      WHERE r.state IN ('draft', 'ready') ORDER BY c.case_number LIMIT 1`,
  );
  const [request] = rows;
  if (request === undefined) throw new Error('no request is being prepared');
  const wanted = { path: `/api/auth-requests/${request.id}/packet`, headers };
  const before = await pagesOf(ground, wanted.path, headers);
  if (before < pages) await attach(ground, request.caseId, { headers, pages: pages - before });
  const now = await pagesOf(ground, wanted.path, headers);
  if (now < pages) throw new Error(`the packet has ${now} pages`);
  const course = { ...ground.course, warmUp: Math.min(ground.course.warmUp, 0.5), atOnce: 1 };
  const [run] = await inRounds([{ server: ground.api, next: inTurn([wanted]) }], course);
  if (run === undefined) throw new Error('one was measured');
  const times = timesOf(run);
  return {
    row: 'packet',
    what: `packet of ${now} pages`,
    ...{ cases: ground.cases, atOnce: 1, ...times, floors: [], agrees: null },
    goals: [within('p95', times, 2000)],
    note: 'No floor: nearly all of it is the writing of the PDF.',
  };
}

async function pagesOf(
  { api }: Ground,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const answer = await fetch(`${api.url}${path}`, { headers });
  if (answer.status !== 200) throw new Error(`the packet was answered with ${answer.status}`);
  return (await PDFDocument.load(await answer.arrayBuffer())).getPageCount();
}

interface Papers {
  readonly headers: Readonly<Record<string, string>>;
  readonly pages: number;
}

/** A record of earlier treatment with so many pages of text. */
async function attach(ground: Ground, caseId: string, papers: Papers): Promise<void> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= papers.pages; page++) {
    const sheet = pdf.addPage([612, 792]);
    for (let line = 0; line < 40; line++)
      sheet.drawText(`Page ${page}, line ${line + 1}: invented notes of an earlier treatment.`, {
        ...{ x: 54, y: 740 - line * 17, size: 10, font },
      });
  }
  const form = new FormData();
  form.set('kind', 'prior_treatment');
  form.set('title', 'Invented records of earlier treatment');
  form.set('file', new Blob([Uint8Array.from(await pdf.save())]), 'records.pdf');
  const answer = await fetch(`${ground.api.url}/api/cases/${caseId}/documents`, {
    method: 'POST',
    body: form,
    headers: { ...papers.headers, 'idempotency-key': randomUUID() },
  });
  if (answer.status !== 201) throw new Error(`the records were answered with ${await answer.text()}`);
}
