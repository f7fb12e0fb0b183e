import type { MetricKey, MetricMode } from '@stipple/domain';
import { type Attributes, attributesOf } from './attributes';
import { isAvoidable } from './avoidable-by-hand';
import { heldBy } from './held-by';
import { daysLate } from './days-late';
import { askedCents, grantedCents } from './money-by-hand';
import { payerDays } from './payer-days';
import { agreedByHand, paidByHand } from './self-pay-by-hand';
import { type PlainRows, type Row, before, dayIn, daysFrom, text } from './plain-rows';

/** One of what a metric counts, over the whole history: its whole has all of them, its part some. */
export interface Thing {
  readonly id: string;
  readonly day: string;
  readonly part: boolean;
  readonly value: number | null;
  readonly attributes: Attributes;
}

const decided = ['approved', 'partial', 'modified', 'denied'];

/** Each metric as its definition says it, a row at a time: slowly, and by nobody's statement. */
export class SlowCount {
  private readonly counted = new Map<string, readonly Thing[]>();

  constructor(
    private readonly rows: PlainRows,
    private readonly timeZone: string,
  ) {}

  things(metric: MetricKey, mode: MetricMode): readonly Thing[] {
    const known = this.counted.get(`${metric} ${mode}`) ?? this.count(metric, mode);
    this.counted.set(`${metric} ${mode}`, known);
    return known;
  }

  private count(metric: MetricKey, mode: MetricMode): readonly Thing[] {
    switch (metric) {
      case 'denial_rate':
        return this.requests(decided, mode).map((one) => this.thing(one, one['state'] === 'denied'));
      case 'adverse_rate':
        return this.requests(decided, mode).map((one) => this.thing(one, one['state'] !== 'approved'));
      case 'first_pass_rate':
        return this.requests(decided, mode).map((one) => this.thing(one, this.isFirstPass(one)));
      case 'payer_days':
        return this.requests(decided, mode)
          .filter((one) => one['payer_received_at'] !== null)
          .map((one) => this.thing(one, true, payerDays(this.rows, this.timeZone, one)));
      case 'within_deadline_rate':
        return this.requests(decided, mode).flatMap((one) => {
          const late = daysLate(this.rows, this.timeZone, one);
          return late === null ? [] : [this.thing(one, late <= 0)];
        });
      case 'late_decisions':
        return this.requests(decided, mode)
          .filter((one) => (daysLate(this.rows, this.timeZone, one) ?? 0) > 0)
          .map((one) => this.thing(one, true));
      case 'denials':
        return this.denials(mode).map((one) => this.thing(one, true));
      case 'avoidable_rate':
        return this.denials(mode).map((one) => {
          const thing = this.thing(one, true);
          return { ...thing, part: isAvoidable(thing.attributes.avoidable ?? '') };
        });
      case 'appeal_rate':
        return this.denials(mode).map((one) => this.thing(one, this.appealedOn(one, mode) !== undefined));
      case 'days_to_appeal':
        return this.denials(mode).flatMap((one) => {
          const on = this.appealedOn(one, mode);
          return on === undefined ? [] : [this.thing(one, true, daysFrom(text(one['decided_on']), on))];
        });
      case 'self_pay_conversion':
        return this.denials(mode).map((one) => this.thing(one, this.signedAfter(one)));
      case 'money_at_risk':
        return this.denials('case').flatMap((one) => {
          const open = this.caseOf(one)['state'] === 'open';
          const gone = !open || this.grantedAfter(one) || this.signedAfter(one);
          return gone ? [] : this.priced(one, askedCents(this.rows, one));
        });
      case 'money_asked':
        return this.requests(decided, mode).flatMap((one) => this.priced(one, askedCents(this.rows, one)));
      case 'money_granted':
        return this.requests(decided, mode).flatMap((one) => this.priced(one, grantedCents(this.rows, one)));
      case 'money_denied':
        return this.denials(mode).flatMap((one) => this.priced(one, askedCents(this.rows, one)));
      case 'money_recovered':
        return this.denials('case')
          .filter((one) => this.grantedAfter(one))
          .flatMap((one) => this.priced(one, askedCents(this.rows, one)));
      case 'self_pay_agreed':
        return this.denials('case').flatMap((one) =>
          this.priced(one, agreedByHand(this.rows, this.signedSince(one))),
        );
      case 'self_pay_paid':
        return this.denials('case').flatMap((one) =>
          this.priced(one, paidByHand(this.rows, this.signedSince(one))),
        );
      case 'overturn_rate':
        return this.rows.challenge
          .filter((one) => ['overturned', 'partly_overturned', 'upheld'].includes(text(one['state'])))
          .map((one) => this.challenged(one));
      case 'open_time':
        return this.closedAfterSending(({ open }) => open);
      case 'payer_time':
        return this.closedAfterSending(({ payer }) => payer);
      case 'clinic_time':
        return this.closedAfterSending(({ clinic }) => clinic);
      case 'case_overturn_rate':
        return this.denials('case').flatMap((one) => this.closedAndChallenged(one));
    }
  }

  private thing(request: Row, part: boolean, value: number | null = null): Thing {
    const day = text(request['decided_on']);
    return {
      id: text(request['id']),
      day,
      part,
      value,
      attributes: attributesOf(this.rows, request, day, null),
    };
  }

  private requests(states: readonly string[], mode: MetricMode): readonly Row[] {
    const all = this.rows.auth_request.filter((one) => states.includes(text(one['state'])));
    const order = (one: Row) => `${text(one['decided_on'])} ${text(one['id'])}`;
    const isFirst = (one: Row) =>
      all.every((other) => other['case_id'] !== one['case_id'] || order(one) <= order(other));
    return mode === 'event' ? all : all.filter(isFirst);
  }

  private denials(mode: MetricMode): readonly Row[] {
    return this.requests(['denied'], mode);
  }

  private caseOf(request: Row): Row {
    return this.rows.treatment_case.find((one) => one['id'] === request['case_id']) ?? {};
  }

  private isFirstPass(request: Row): boolean {
    const asked = this.rows.case_event.some(
      (event) => event['subject_id'] === request['id'] && event['move'] === 'request_information',
    );
    const failed = ['rejected_unreviewed', 'denied', 'partial', 'modified', 'cancelled', 'withdrawn'];
    const again =
      request['purpose'] === 'initial' &&
      this.rows.auth_request.some(
        (other) =>
          other['case_id'] === request['case_id'] &&
          failed.includes(text(other['state'])) &&
          other['submitted_at'] !== null &&
          before(other['submitted_at'], request['submitted_at']),
      );
    return request['state'] === 'approved' && !asked && !again && request['supersedes_id'] === null;
  }

  private appealedOn(denial: Row, mode: MetricMode): string | undefined {
    return this.rows.challenge
      .filter((one) => !['peer_to_peer', 'exception'].includes(text(one['kind'])) && one['sent_on'] !== null)
      .filter((one) =>
        mode === 'event'
          ? one['request_id'] === denial['id']
          : one['case_id'] === denial['case_id'] && text(one['sent_on']) >= text(denial['decided_on']),
      )
      .map((one) => text(one['sent_on']))
      .sort()[0];
  }

  private signedAfter(denial: Row): boolean {
    return this.signedSince(denial).length > 0;
  }

  /** The agreements of its case that were signed on its day or later. */
  private signedSince(denial: Row): readonly Row[] {
    return this.rows.self_pay_agreement
      .filter((one) => one['case_id'] === denial['case_id'])
      .filter(({ id }) =>
        this.rows.patient_signature.some(
          (one) =>
            one['agreement_id'] === id &&
            dayIn(this.timeZone, one['signed_at']) >= text(denial['decided_on']),
        ),
      );
  }

  private grantedAfter(denial: Row): boolean {
    return this.rows.payer_authorization.some(
      (one) =>
        one['case_id'] === denial['case_id'] &&
        one['state'] !== 'revoked' &&
        text(one['decided_on']) >= text(denial['decided_on']),
    );
  }

  private priced(request: Row, cents: number | null): readonly Thing[] {
    return cents === null ? [] : [this.thing(request, true, cents)];
  }

  private challenged(challenge: Row): Thing {
    const request = this.rows.auth_request.find((one) => one['id'] === challenge['request_id']) ?? {};
    const day = text(challenge['decided_on']);
    return {
      id: text(challenge['id']),
      day,
      part: challenge['state'] !== 'upheld',
      value: null,
      attributes: attributesOf(this.rows, request, day, text(challenge['kind'])),
    };
  }

  private closedAndChallenged(denial: Row): readonly Thing[] {
    const own = this.caseOf(denial);
    const challenged = this.rows.challenge.some(
      (one) => one['case_id'] === own['id'] && one['sent_on'] !== null,
    );
    if (own['state'] !== 'closed' || !challenged) return [];
    const { id, day } = this.closing(own);
    const attributes = attributesOf(this.rows, denial, day, null);
    return [{ id, day, part: this.grantedAfter(denial), value: null, attributes }];
  }

  private closing(own: Row) {
    const closings = this.rows.case_event
      .filter((event) => event['subject_id'] === own['id'] && event['move'] === 'close')
      .sort((a, b) => Number(b['seq']) - Number(a['seq']));
    return { id: text(own['id']), day: dayIn(this.timeZone, closings[0]?.['at']) };
  }

  private closedAfterSending(time: (held: ReturnType<typeof heldBy>) => number): readonly Thing[] {
    return this.rows.treatment_case
      .filter((own) => own['state'] === 'closed')
      .flatMap((own) => {
        const [first] = this.rows.auth_request
          .filter((one) => one['case_id'] === own['id'] && one['submitted_at'] !== null)
          .sort((a, b) => (before(a['submitted_at'], b['submitted_at']) ? -1 : 1));
        if (first === undefined) return [];
        const { id, day } = this.closing(own);
        const attributes = attributesOf(this.rows, first, day, null);
        return [{ id, day, part: true, value: time(heldBy(this.rows, own['id'])), attributes }];
      });
  }
}
