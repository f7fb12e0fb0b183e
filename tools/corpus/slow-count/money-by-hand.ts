import type { PlainRows, Row } from './plain-rows';

interface Line {
  readonly code: string;
  readonly units: number;
}

/** Lines at the fees of a case's worksheets; null where none has a fee. */
function atFees(rows: PlainRows, caseId: unknown, lines: readonly Line[]): number | null {
  const fees = lines.flatMap(({ code, units }) =>
    rows.code_worksheet
      .filter((one) => one['case_id'] === caseId && one['procedure_code'] === code)
      .filter((one) => one['fee_cents'] !== null)
      .map((one) => units * Number(one['fee_cents'])),
  );
  return fees.length === 0 ? null : fees.reduce((sum, cents) => sum + cents, 0);
}

export function askedCents(rows: PlainRows, request: Row): number | null {
  const lines = request['lines'] as readonly { procedureCode: string; units: number }[];
  const asked = lines.map(({ procedureCode, units }) => ({ code: procedureCode, units }));
  return atFees(rows, request['case_id'], asked);
}

/** By the first terms of the authorization that answered the request. */
export function grantedCents(rows: PlainRows, request: Row): number | null {
  const granted = rows.payer_authorization
    .filter((one) => one['request_id'] === request['id'] && one['challenge_id'] === null)
    .flatMap((one) => {
      const lines = rows.authorization_line.filter((line) => line['authorization_id'] === one['id']);
      const first = Math.min(...lines.map((line) => Number(line['terms_seq'])));
      return lines.filter((line) => line['terms_seq'] === first);
    })
    .map((line) => ({ code: String(line['procedure_code']), units: Number(line['units']) }));
  return atFees(rows, request['case_id'], granted);
}
