import { Principal } from './principal';
import { Statement } from './statement';

/** What the audit trail says about a read or a change. Never holds a name, a date of birth or free text. */
export interface AuditNote {
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string | null;
  readonly caseId: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/**
 * The statement that enters a note in the audit trail of the clinic in whose scope it runs.
 *
 * @param who null where nobody acts: the watching
 */
export function auditStatement(
  who: Pick<Principal, 'staffId'> | null,
  requestId: string | null,
  note: AuditNote,
): Statement & { values: unknown[] } {
  return {
    name: 'audit',
    text: 'SELECT stipple.append_audit($1, $2, $3, $4, $5, $6, $7)',
    values: [
      who?.staffId ?? null,
      note.action,
      note.subject,
      note.subjectId,
      note.caseId,
      requestId,
      JSON.stringify(note.detail ?? {}),
    ],
  };
}
