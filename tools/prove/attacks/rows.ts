import { Bench, grantOf, nextNumber } from '../bench';
import { day } from '../ground';
import { Columns, inOrder } from '../sql';
import { scope } from '../verbs/agreement';
import { granted, terms } from '../verbs/authorization';
import { asked as asCard } from '../verbs/card';
import { aboutCase, asked, wording } from '../verbs/case';
import { disputed } from '../verbs/dispute';
import { Of, begin, event, row } from '../verbs/history';
import { Entry, entered, installment, nothing, postings } from '../verbs/ledger';
import { Attack, attack, fresh, newOf } from './attack';

const words = (name: string) => name.replaceAll('_', ' ');

/** A row of every kind that is on the way to unlocking, as it would be first written. */
const firstRows: Readonly<Record<string, (b: Bench) => readonly [state: string, columns: Columns]>> = {
  treatment_case: (b) => ['open', aboutCase(b.ground, nextNumber())],
  auth_request: (b) => ['draft', asked(b.ground)],
  payer_authorization: (b) => [
    'in_force',
    granted(b.ground, grantOf(b, 'spareGrant', { requestId: b.ids.spareRequest, id: fresh() })),
  ],
  self_pay_agreement: () => ['draft', scope(2)],
  treatment_session: (b) => ['planned', { procedure_code: '17999', clinic_time_zone: b.ground.timeZone }],
  letter: () => ['draft', { version: 1 }],
  ledger_entry: (b) => ['posted', entered(b.ground, deposit(b, fresh()))],
  payment_plan: (b) => ['agreed', planOf(b)],
  card_transaction: (b) => [
    'asked',
    asCard({ ...newOf(b), agreementId: b.ids.voidAgreement, kind: 'payment', cents: 100 }),
  ],
  dispute: (b) => ['open', { ...disputed(b.ground, b.ids.disputedAgreement), provider: 'Harbor Laboratory' }],
};
const deposit = (b: Bench, id: string): Entry => ({
  ...newOf(b),
  id,
  agreementId: b.ids.voidAgreement,
  no: 1,
  before: nothing,
  kind: 'payment',
  cents: 100,
});
const planOf = (b: Bench): Columns => ({
  agreement_id: b.ids.voidAgreement,
  total_cents: 135_000,
  installments: 1,
  every: 'week',
});
/** What else a kind's row needs at once. */
const alongWith: Readonly<Record<string, (b: Bench, of: Of) => string>> = {
  // Its terms need an event. That of a task under the same id serves, since nothing says of what.
  payer_authorization: (b, of) =>
    inOrder(
      begin(
        b.ground,
        'task',
        of,
        { move: 'raise', to: 'open' },
        { kind: 'call_payer', about: 'x', for_role: 'coordinator', due_on: day(b.ground, 1) },
      ),
      terms(b.ground, { ...grantOf(b, 'grant'), id: of.id, lines: {} }, 1),
    ),
  letter: (b, of) => wording(b.ground, of.id, 1, 'words'),
  ledger_entry: (b, of) => postings(b.ground, deposit(b, of.id)),
  payment_plan: (b, of) =>
    installment(
      b.ground,
      { ...of, agreementId: b.ids.voidAgreement, totalCents: 135_000, installments: 1 },
      1,
      [0, 135_000],
    ),
};

/** A row without a history. */
function bare(b: Bench, table: string, forged: Columns = {}): string {
  const of = newOf(b);
  const [state, columns] = firstRows[table]?.(b) ?? ['', {}];
  return inOrder(row(b.ground, table, of, state, { ...columns, ...forged }), ...also(b, table, of));
}

function also(b: Bench, table: string, of: Of): string[] {
  const along = alongWith[table]?.(b, of);
  return along === undefined ? [] : [along];
}

const emptiable = Object.keys(firstRows).flatMap((table) =>
  ['state', 'seq', ...(table === 'treatment_case' ? [] : ['case_id'])].map((column) => ({ table, column })),
);

/** What unlocks is generated from the state, and is never empty either. */
const isImplied = (table: string, column: string) =>
  column === 'state' && ['payer_authorization', 'self_pay_agreement'].includes(table);

export const rowAttacks: readonly Attack[] = [
  ...Object.keys(firstRows).map((table) => {
    const guards = [
      `${table}.${table}_shows_last_event`,
      ...(table === 'treatment_session' ? ['case_event.case_event_state'] : []),
    ];
    return attack(
      `write a ${words(table)} without a history`,
      guards,
      (b) => bare(b, table),
      `${table}_shows_last_event`,
    );
  }),
  ...emptiable.map(({ table, column }) =>
    attack(
      `write a ${words(table)} without its ${words(column)} and without a history`,
      isImplied(table, column) ? [] : `${table}.${table}_${column}_not_null`,
      (b) => bare(b, table, { [column]: null }),
      `${table}_${column}_not_null`,
    ),
  ),
  ...(['auth_request', 'self_pay_agreement', 'treatment_session', 'letter'] as const).map((table) =>
    attack(
      `begin a ${words(table)} of a case nobody knows`,
      `${table}.${table}_clinic_id_case_id_fkey`,
      (b) => ofNoCase(b, table),
    ),
  ),
];

const firstMoves: Readonly<Record<string, string>> = {
  auth_request: 'draft',
  self_pay_agreement: 'draft',
  treatment_session: 'plan',
  letter: 'draft',
};

function ofNoCase(b: Bench, table: string): string {
  const of = { caseId: fresh(), id: fresh() };
  const [state, columns] = firstRows[table]?.(b) ?? ['', {}];
  return inOrder(
    row(b.ground, table, of, state, columns),
    event(b.ground, table, of, { seq: 1, from: 'nowhere', move: firstMoves[table] ?? '', to: state }),
    ...also(b, table, of),
  );
}
