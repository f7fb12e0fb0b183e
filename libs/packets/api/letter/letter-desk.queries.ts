import type { LetterDesk, LetterRead, LetterStart } from '@stipple/contracts';
import { type Ask, ClinicDatabase, Missing, Principal } from '@stipple/database';
import {
  bindingsFrom,
  checkLetter,
  factDefinition,
  firstDraft,
  policyKey,
  screen,
  shelfOf,
} from '@stipple/domain';
import { letterMaterial } from './letter-material';

type Stored = Omit<NonNullable<LetterDesk['letter']>, 'bindings'> & {
  readonly caseId: string;
  readonly bindings: string | null;
};

const letterSql = /* sql */ `
SELECT x.id, x.case_id AS "caseId", x.state, x.seq AS version, x.version AS wording, w.procedure_codes AS "procedureCodes", w.body, w.bindings,
  a.name AS author, to_json(w.written_at) #>> '{}' AS "writtenAt",
  (SELECT json_build_object('by', sp.name, 'at', g.signed_at, 'hash', encode(g.content_hash, 'hex'))
     FROM stipple.signature g JOIN stipple.staff sp ON (sp.clinic_id, sp.id) = (g.clinic_id, g.signer_id)
    WHERE (g.clinic_id, g.subject_id) = (x.clinic_id, x.id)) AS signed
FROM stipple.letter x
JOIN stipple.letter_version w ON (w.clinic_id, w.letter_id, w.version) = (x.clinic_id, x.id, x.version)
JOIN stipple.staff a ON (a.clinic_id, a.id) = (w.clinic_id, w.author_id)
WHERE x.clinic_id = $1`;
const oneSql = `${letterSql} AND x.id = $2`;
const currentSql = `${letterSql} AND x.case_id = $2 AND x.state NOT IN ('discarded', 'superseded') ORDER BY x.id DESC LIMIT 1`;

export async function readLetterDesk(
  db: ClinicDatabase,
  who: Principal,
  caseId: string,
): Promise<LetterDesk> {
  const read: Ask = (statement) => db.read(who, statement);
  const values = [who.clinicId, caseId];
  const note = { action: 'letter.desk', subject: 'treatment_case', subjectId: caseId, caseId };
  const [stored] = await db.read<Stored>(who, { name: 'letter_current', text: currentSql, values }, note);
  const material = await letterMaterial(read, { clinicId: who.clinicId, caseId }, stored?.procedureCodes);
  const { policy, facts, particulars, today, codes } = material;
  const shelf = shelfOf(material);
  const refs = new Set(shelf.map(({ ref }) => ref));
  return {
    caseId,
    caseNumber: particulars.caseNumber,
    patient: particulars.patient,
    payer: particulars.payer,
    today,
    procedureCodes: facts.procedure_codes ? [...facts.procedure_codes.value] : codes.map(({ code }) => code),
    policy: policy && {
      number: policy.number,
      version: policy.version,
      title: policy.title,
      readBy: policy.source.readBy,
      readOn: policy.source.readOn,
    },
    criteria: screen(policy, facts).criteria.map(({ id, label, quote, role, truth, missing, used }) => ({
      id,
      ref: policy && `criterion:${policyKey(policy)}#${id}`,
      label,
      quote,
      role,
      truth,
      missing: missing.map((fact) => factDefinition(fact).words),
      used: used.map(({ fact }) => `fact:${fact}`).filter((ref) => refs.has(ref)),
    })),
    shelf: [...shelf],
    letter: stored === undefined ? null : shown(stored),
  };
}

export async function readLetter(db: ClinicDatabase, who: Principal, id: string): Promise<LetterRead> {
  const read: Ask = (statement) => db.read(who, statement);
  const values = [who.clinicId, id];
  const [stored] = await read<Stored>({ name: 'letter_one', text: oneSql, values });
  if (stored === undefined) throw new Missing('letter');
  const { caseId } = stored;
  const note = { action: 'letter.read', subject: 'letter', subjectId: id, caseId };
  const { procedureCodes, body, bindings } = stored;
  const material = await letterMaterial(
    (statement) => db.read(who, statement, statement.name === 'letter_material' ? note : undefined),
    { clinicId: who.clinicId, caseId },
    procedureCodes,
  );
  const check = checkLetter(body, bindingsFrom(bindings), shelfOf(material));
  return { ...shown(stored), caseId, check } as LetterRead;
}

/** A letter made of what is known; nothing is stored until somebody sends it. */
export async function startLetter(db: ClinicDatabase, who: Principal, caseId: string): Promise<LetterStart> {
  const note = { action: 'letter.start', subject: 'treatment_case', subjectId: caseId, caseId };
  const material = await letterMaterial(
    (statement) => db.read(who, statement, statement.name === 'letter_material' ? note : undefined),
    { clinicId: who.clinicId, caseId },
  );
  const { body, bindings, gaps } = firstDraft(material);
  const codes = material.facts.procedure_codes?.value ?? [];
  return {
    procedureCodes: [...codes],
    body,
    bindings: bindings.map(({ sentence, to }) => ({ sentence, to: [...to] })),
    gaps: [...gaps],
  };
}

function shown({ caseId: _, bindings, ...letter }: Stored): NonNullable<LetterDesk['letter']> {
  return {
    ...letter,
    bindings:
      bindings === null
        ? null
        : bindingsFrom(bindings).map(({ sentence, to }) => ({ sentence, to: to.map((one) => ({ ...one })) })),
  };
}
