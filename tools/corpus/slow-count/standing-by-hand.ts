import { type PlainRows, type Row, dayIn, daysFrom, text } from './plain-rows';

/** One row of a list of where things stand, found row by row from plain tables and by nobody's statement. */
export interface StandingThing {
  readonly id: string;
  readonly caseId: string;
  readonly part: string | null;
  readonly days: number | null;
  readonly cents: number | null;
  /** Performed, scheduled and left of an authorization. */
  readonly units: readonly [number, number, number] | null;
  readonly person: string | null;
}

const plain = { part: null, days: null, cents: null, units: null, person: null };

/** Where things stood on a day, by the words of the definitions. */
export class StandingByHand {
  constructor(
    private readonly rows: PlainRows,
    private readonly timeZone: string,
    private readonly today: string,
  ) {}

  waiting(): readonly StandingThing[] {
    return this.rows.auth_request
      .filter(({ state }) => state === 'submitted' || state === 'received' || state === 'pended')
      .map((one) => {
        const days = Math.max(0, daysFrom(dayIn(this.timeZone, one['submitted_at']), this.today));
        const cents = (one['lines'] as { procedureCode: string; units: number }[]).flatMap((line) => {
          const sheet = this.rows.code_worksheet.find(
            (x) => x['case_id'] === one['case_id'] && x['procedure_code'] === line.procedureCode,
          );
          return sheet?.['fee_cents'] == null ? [] : [line.units * Number(sheet['fee_cents'])];
        });
        return {
          ...plain,
          ...ofCase(one),
          part: bandOf(days),
          days,
          cents: cents.length > 0 ? sum(cents) : null,
        };
      });
  }

  owed(): readonly StandingThing[] {
    return this.rows.self_pay_agreement.flatMap((agreement) => {
      const { id } = agreement;
      if (this.rows.dispute.some((one) => one['agreement_id'] === id && one['state'] === 'open')) return [];
      const entries = this.rows.ledger_entry.filter((one) => one['agreement_id'] === id);
      const of = (kind: string) =>
        sum(entries.filter((one) => one['kind'] === kind).map((one) => Number(one['cents']))) -
        sum(entries.filter((one) => one['reverses'] === kind).map((one) => Number(one['cents'])));
      let settled = of('payment') - of('refund') + of('adjustment');
      const plan = this.rows.payment_plan.find(
        (one) => one['agreement_id'] === id && one['state'] === 'agreed',
      );
      const due =
        plan !== undefined && agreement['state'] !== 'void'
          ? this.rows.payment_plan_installment
              .filter((one) => one['plan_id'] === plan['id'])
              .map((one) => ({
                key: `installment.${text(one['installment_no'])}`,
                on: text(one['due_on']),
                cents: Number(one['cents']),
                no: Number(one['installment_no']),
              }))
          : entries
              .filter((one) => one['kind'] === 'charge')
              .map((one) => ({
                key: `session.${text(one['entry_no'])}`,
                on: text(one['happened_on']),
                cents: Number(one['cents']),
                no: Number(one['entry_no']),
              }));
      return due
        .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.no - b.no))
        .flatMap(({ key, on, cents }) => {
          const open = cents - Math.min(cents, Math.max(0, settled));
          settled -= cents;
          const days = daysFrom(on, this.today);
          if (open === 0 || days < 0) return [];
          const found = { id: `${text(id)}.${key}`, caseId: text(agreement['case_id']) };
          return [{ ...plain, ...found, part: bandOf(days), days, cents: open }];
        });
    });
  }

  expiring(within: number): readonly StandingThing[] {
    return this.unlocking(true).flatMap((key) => {
      const [, scheduled, left] = key.units;
      const days = daysFrom(this.today, key.closesOn);
      if (days < 0 || days > within) return [];
      const part = left <= 0 ? 'fully_booked' : scheduled === 0 ? 'nothing_booked' : 'partly_booked';
      return [{ ...key.thing, part, days }];
    });
  }

  usedUp(): readonly StandingThing[] {
    return this.unlocking(true).flatMap((key) => {
      const days = daysFrom(this.today, key.closesOn);
      return days >= 0 && key.units[2] <= 0 ? [{ ...key.thing, days }] : [];
    });
  }

  ended(): readonly StandingThing[] {
    const yearAgo = Temporal.PlainDate.from(this.today).subtract({ months: 12 }).toString();
    return this.unlocking(false).flatMap((key) => {
      const isExhausted = key.units[0] >= key.approved;
      if (!isExhausted && key.closesOn >= this.today) return [];
      const on = isExhausted ? key.lastOn : key.closesOn;
      if (on < yearAgo) return [];
      return [{ ...key.thing, part: isExhausted ? 'exhausted' : 'expired', days: daysFrom(on, this.today) }];
    });
  }

  openCases(): readonly StandingThing[] {
    return this.rows.treatment_case
      .filter(({ state }) => state === 'open')
      .map((one) => {
        const days = one['due_on'] === null ? null : daysFrom(text(one['due_on']), this.today);
        const part = days === null || days < 0 ? null : days === 0 ? 'due_today' : 'overdue';
        const person = one['owner_id'] === null ? null : text(one['owner_id']);
        return { ...plain, id: text(one['id']), caseId: text(one['id']), days, part, person };
      });
  }

  steps(): readonly StandingThing[] {
    return this.rows.case_event.flatMap((one) => {
      const days = daysFrom(dayIn(this.timeZone, one['at']), this.today);
      if (one['actor_id'] === null || days > 27) return [];
      const id = `${text(one['subject_id'])}.${text(one['seq'])}`;
      const part = kindOf(text(one['subject']), text(one['move']));
      return [{ ...plain, id, caseId: text(one['case_id']), days, part, person: text(one['actor_id']) }];
    });
  }

  /** Every key of an authorization that unlocks, with its units as the sessions hold them. */
  private unlocking(openOnly: boolean) {
    return this.rows.clearance
      .filter((one) => one['authorization_id'] !== null && one['active'] === true)
      .filter((one) => !openOnly || this.caseOf(one)?.['state'] === 'open')
      .map((one) => {
        const units = this.rows.session_unit.filter((unit) => unit['clearance_id'] === one['id']);
        const used = units.filter((unit) => unit['hold'] === 'used');
        const live = units.filter((unit) => unit['hold'] === 'live').length;
        const approved = Number(one['units']);
        const counted = [used.length, live, approved - used.length - live] as const;
        return {
          thing: { ...plain, ...ofCase(one), units: counted },
          units: counted,
          approved,
          closesOn: text(one['closes_on']),
          lastOn:
            used
              .map((unit) => text(unit['session_on']))
              .sort()
              .at(-1) ?? '',
        };
      });
  }

  caseOf(one: Row): Row | undefined {
    return this.rows.treatment_case.find(({ id }) => id === one['case_id']);
  }
}

const ofCase = (one: Row) => ({ id: text(one['id']), caseId: text(one['case_id']) });
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

function bandOf(days: number): string {
  if (days > 120) return 'beyond';
  if (days > 90) return 'to_120';
  if (days > 60) return 'to_90';
  return days > 30 ? 'to_60' : 'to_30';
}

/** What the clinic does with a request or a challenge; of these all else is what the payer answered. */
const ours = {
  auth_request: ['draft', 'revise', 'complete', 'return_to_draft', 'cancel', 'withdraw'],
  challenge: ['open', 'draft', 'sign', 'excuse_lateness', 'excuse_signed', 'withdraw'],
} as const;

function kindOf(subject: string, move: string): string {
  if (subject === 'benefit_call') return 'calls';
  if (move === 'record_extension') return 'payer_answers';
  if (subject !== 'auth_request' && subject !== 'challenge') return 'other_steps';
  if (['submit', 'answer_information', 'send'].includes(move)) return 'sent';
  return (ours[subject] as readonly string[]).includes(move) ? 'other_steps' : 'payer_answers';
}
