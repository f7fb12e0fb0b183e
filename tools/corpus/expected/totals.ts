import type { Rows } from '../rows';
import type { ExpectedChallenge } from './expected-challenges';
import type { ExpectedRequest } from './expected-requests';
import type { ExpectedScreening } from './expected-screenings';

/** Counts by some words joined, such as payer and month. */
class Tally {
  private readonly counts = new Map<string, number>();

  add(key: string, amount = 1): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + amount);
  }

  /** In the order of their keys, so that the file does not depend on which case came first. */
  inOrder(): Record<string, number> {
    return Object.fromEntries([...this.counts].sort(([one], [other]) => (one < other ? -1 : 1)));
  }
}

const decided = ['approved', 'partial', 'modified', 'denied'];
const isDecided = (challenge: ExpectedChallenge) =>
  ['overturned', 'partly_overturned', 'upheld'].includes(challenge.outcome);

/** What reports should come to, counted case by case while the stories are told. */
export class Totals {
  private readonly tallies = {
    /** `state`, or `state: reason` of a closed one. */
    cases: new Tally(),
    /** `payer | month`: requests that were decided, and how many of those were denied. */
    decisions: new Tally(),
    denials: new Tally(),
    /** `payer | month | code | class` */
    denialReasons: new Tally(),
    outcomes: new Tally(),
    challenges: new Tally(),
    /** `scar: told → signed` */
    screenings: new Tally(),
  };
  private readonly sums = { received: 0, firstPassApprovals: 0, decidedLate: 0 };
  private readonly overturned = { decided: 0, overturned: 0 };
  private readonly claims = {
    claims: 0,
    chargedCents: 0,
    paidCents: 0,
    patientCents: 0,
    contractualCents: 0,
  };
  private readonly selfPay = {
    entries: 0,
    chargedCents: 0,
    adjustedCents: 0,
    paidCents: 0,
    refundedCents: 0,
  };

  addRequests(requests: readonly ExpectedRequest[]): void {
    const { tallies, sums } = this;
    for (const { payer, outcome, decided_on: day, denial_code: code, ...one } of requests) {
      sums.received += 1;
      tallies.outcomes.add(outcome);
      if (one.first_pass) sums.firstPassApprovals += 1;
      if (one.days_late !== null) sums.decidedLate += 1;
      if (day === null || !decided.includes(outcome)) continue;
      const place = `${payer} | ${day.slice(0, 7)}`;
      tallies.decisions.add(place);
      if (outcome !== 'denied') continue;
      tallies.denials.add(place);
      tallies.denialReasons.add(`${place} | ${code ?? ''} | ${one.denial_class ?? ''}`);
    }
  }

  addChallenges(challenges: readonly ExpectedChallenge[]): void {
    for (const one of challenges) {
      this.tallies.challenges.add(`${one.kind}: ${one.outcome}`);
      if (!isDecided(one)) continue;
      this.overturned.decided += 1;
      if (one.outcome !== 'upheld') this.overturned.overturned += 1;
    }
  }

  addScreenings(screenings: readonly ExpectedScreening[]): void {
    for (const { scar, told, signed } of screenings)
      this.tallies.screenings.add(`${scar}: ${told} → ${signed ?? 'unsigned'}`);
  }

  /** What a story does not keep: how it ended, and its money, as it was written down. */
  addRows(rows: Rows): void {
    for (const { state, close_reason: reason } of rows.of('treatment_case'))
      this.tallies.cases.add(reason === null ? String(state) : `${String(state)}: ${String(reason)}`);
    for (const claim of rows.of('claim')) {
      this.claims.claims += 1;
      this.claims.chargedCents += Number(claim.charge_cents);
      this.claims.paidCents += Number(claim.paid_cents);
      this.claims.patientCents += Number(claim.patient_cents);
      this.claims.contractualCents += Number(claim.contractual_cents);
    }
    for (const { kind, cents, reverses } of rows.of('ledger_entry')) {
      this.selfPay.entries += 1;
      // A reversal takes back what it reverses.
      const [what, sign] = kind === 'reversal' ? [reverses, -1] : [kind, 1];
      const sum = sums[String(what)];
      if (sum === undefined) throw new Error(`nobody sums what is ${String(what)}`);
      this.selfPay[sum] += sign * Number(cents);
    }
  }

  inOrder(): object {
    const tallies = Object.entries(this.tallies).map(([name, tally]) => [name, tally.inOrder()]);
    const { claims, selfPay, overturned } = this;
    return { ...this.sums, ...Object.fromEntries(tallies), challengesDecided: overturned, claims, selfPay };
  }
}

const sums: Readonly<Record<string, 'chargedCents' | 'adjustedCents' | 'paidCents' | 'refundedCents'>> = {
  charge: 'chargedCents',
  adjustment: 'adjustedCents',
  payment: 'paidCents',
  refund: 'refundedCents',
};
