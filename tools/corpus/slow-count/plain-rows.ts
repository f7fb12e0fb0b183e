import type pg from 'pg';

/** A row as it lies in its table: days and instants as text, everything under the column's own name. */
export type Row = Readonly<Record<string, unknown>>;

const tables = [
  'auth_request',
  'treatment_case',
  'case_event',
  'challenge',
  'withheld_reason',
  'letter',
  'screening',
  'signature',
  'payer_authorization',
  'authorization_line',
  'self_pay_agreement',
  'patient_signature',
  'ledger_entry',
  'code_worksheet',
  'payer_profile',
  'payer_clock',
  'extension_notice',
  'clearance',
  'session_unit',
  'ledger_entry',
  'payment_plan',
  'payment_plan_installment',
  'dispute',
] as const;
export type PlainRows = Readonly<Record<(typeof tables)[number], readonly Row[]>>;

/** Everything of a clinic that a figure could be about, read without a question. */
export async function plainRows(owner: pg.Pool, clinicId: string): Promise<PlainRows> {
  const read = async (table: string) => {
    const { rows } = await owner.query<{ row: Row }>(
      `SELECT to_jsonb(t) AS row FROM stipple.${table} t WHERE t.clinic_id = $1`,
      [clinicId],
    );
    return [table, rows.map(({ row }) => row)] as const;
  };
  return Object.fromEntries(await Promise.all(tables.map(read))) as unknown as PlainRows;
}

export const text = (value: unknown): string => String(value);
export const textOrNull = (value: unknown): string | null => (value === null ? null : String(value));

/** The day of an instant on the clinic's calendar. */
export function dayIn(timeZone: string, instant: unknown): string {
  return Temporal.Instant.from(text(instant)).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

export function daysFrom(one: string, other: string): number {
  return Temporal.PlainDate.from(one).until(other).days;
}

export const before = (one: unknown, other: unknown): boolean =>
  Temporal.Instant.compare(text(one), text(other)) < 0;
