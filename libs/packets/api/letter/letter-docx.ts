import { ClinicDatabase, Missing, type Principal } from '@stipple/database';
import { type Day, dayInWords, demoMark } from '@stipple/domain';

interface Row {
  readonly caseId: string;
  readonly clinic: string;
  readonly isDemo: boolean;
  readonly body: string;
  readonly wording: number;
  readonly signed: { readonly by: string; readonly on: Day; readonly hash: string } | null;
}

const letterSql = /* sql */ `
SELECT l.case_id AS "caseId", k.name AS clinic, k.is_demo AS "isDemo", w.body, w.version AS wording,
  (SELECT json_build_object('by', s.name, 'on', (g.signed_at AT TIME ZONE k.time_zone)::date, 'hash', encode(g.content_hash, 'hex'))
     FROM stipple.signature g JOIN stipple.staff s ON (s.clinic_id, s.id) = (g.clinic_id, g.signer_id)
    WHERE (g.clinic_id, g.subject_id, g.letter_version) = (l.clinic_id, l.id, w.version)) AS signed
FROM stipple.letter l
JOIN stipple.clinic k ON k.id = l.clinic_id
JOIN stipple.letter_version w ON (w.clinic_id, w.letter_id, w.version) = (l.clinic_id, l.id, l.version)
WHERE l.clinic_id = $1 AND l.id = $2`;

/** A letter’s words as they stand, for payers whose forms want a word processor’s file. */
export async function letterDocx(db: ClinicDatabase, who: Principal, id: string): Promise<Buffer> {
  const values = [who.clinicId, id];
  const [found] = await db.read<Row>(who, { name: 'letter_docx', text: letterSql, values });
  if (found === undefined) throw new Missing('letter');
  const note = { action: 'letter.docx', subject: 'letter', subjectId: id, caseId: found.caseId };
  await db.note(who, null, note);
  return written(found);
}

async function written({ clinic, isDemo, body, wording, signed }: Row): Promise<Buffer> {
  // Code that only writing needs.
  const { Document, Footer, Header, HeadingLevel, Packer, Paragraph, TextRun } = await import('docx');
  const small = (text: string) =>
    new Paragraph({ children: [new TextRun({ text, size: 17, color: '4F5D5D' })] });
  const seal =
    signed === null
      ? `Draft, wording ${wording}. Not signed.`
      : `Signed electronically by ${signed.by} on ${dayInWords(signed.on)}. SHA-256 of the letter: ${signed.hash}`;
  const document = new Document({
    title: 'Letter of medical necessity',
    creator: clinic,
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: 'en-US' } } } } },
    sections: [
      {
        headers: { default: new Header({ children: [small(isDemo ? `${clinic} · ${demoMark}` : clinic)] }) },
        footers: { default: new Footer({ children: [small(seal)] }) },
        children: [
          new Paragraph({ text: 'Letter of medical necessity', heading: HeadingLevel.HEADING_1 }),
          ...body.split('\n').map((text) => new Paragraph({ text, spacing: { after: 120 } })),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
