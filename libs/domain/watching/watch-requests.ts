import { Day, addDays, daysBetween, dayInWords } from '../calendar';
import { type Channel, channelWords } from '../channel';
import type { Severity, Watch, WatchedRequest } from './watch';

/** How near a day counts as come: who acts on the day itself has nobody left at the payer’s who could act on it too. */
const nearDays = 1;

/** What a payer owes the clinic or the clinic owes the payer about one request. */
export function watchesOfRequest(request: WatchedRequest, today: Day): readonly Watch[] {
  switch (request.state) {
    case 'information_requested':
      return request.respondByOn === null ? [] : unanswered(request.id, request.respondByOn, today);
    case 'submitted':
      return [...unconfirmed(request, today), ...undecided(request, today)];
    case 'received':
    case 'pended':
      return undecided(request, today);
    case 'contact_payer':
      return [
        watch(`call_due:${request.id}`, today, {
          dueOn: nextWorkday(request.sinceOn),
          taskKind: 'call_payer',
          about: 'The payer answered “contact payer”: call and record the outcome.',
          forRole: 'coordinator',
        }),
      ];
    case 'approved_unconfirmed':
      return [
        watch(`phone_proof_due:${request.id}`, today, {
          dueOn: nextWorkday(request.sinceOn),
          taskKind: 'prove_phone_approval',
          about: 'Get the written proof of the approval by phone; until then it unlocks nothing.',
          forRole: 'coordinator',
        }),
      ];
    default:
      return [];
  }
}

/** The coordinator’s to answer as long as it is unanswered; once the day has passed, the manager’s to know as well. */
function unanswered(id: string, respondByOn: Day, today: Day): readonly Watch[] {
  const answer = watch(`answer_due:${id}`, today, {
    dueOn: respondByOn,
    taskKind: 'answer_payer',
    about: `The payer’s question must be answered by ${dayInWords(respondByOn)}.`,
    forRole: 'coordinator',
  });
  if (today <= respondByOn) return [answer];
  const escalated = watch(`answer_overdue:${id}`, today, {
    dueOn: addDays(respondByOn, 1),
    taskKind: 'answer_late',
    about: `The payer’s question was to be answered by ${dayInWords(respondByOn)} and is not.`,
    forRole: 'manager',
  });
  return [answer, escalated];
}

/**
 * Workdays after which a receipt that nobody has recorded is asked for, by the way the request went. Custom of the trade and
 * no rule: an electronic one answers within a day, a fax is filed by hand, mail is on its way for a week.
 */
const receiptAfterWorkdays: Readonly<Record<Channel, number>> = {
  pas: 1,
  x12_278: 1,
  portal: 1,
  phone: 1,
  fax: 2,
  mail: 7,
};

/** Sent, and nobody knows whether it arrived: the payer’s clock may not even run. Watched from the day it is to be asked for. */
function unconfirmed({ id, channel, sinceOn }: WatchedRequest, today: Day): readonly Watch[] {
  if (channel === null) return [];
  const dueOn = workdaysAfter(sinceOn, receiptAfterWorkdays[channel]);
  if (today < dueOn) return [];
  return [
    watch(`receipt_unknown:${id}`, today, {
      dueOn,
      taskKind: 'confirm_receipt',
      about: `Sent on ${dayInWords(sinceOn)} (${channelWords[channel]}) and not acknowledged: ask the payer whether it has arrived, and record it.`,
      forRole: 'coordinator',
    }),
  ];
}

/** A missed day changes nothing by itself: the request stays what it is, and somebody asks. */
function undecided({ id, state, decisionDueOn, decisionRule }: WatchedRequest, today: Day): readonly Watch[] {
  if (decisionDueOn === null || today <= decisionDueOn) return [];
  const day = dayInWords(decisionDueOn);
  return [
    watch(`decision_overdue:${id}`, today, {
      dueOn: addDays(decisionDueOn, 1),
      taskKind: 'chase_decision',
      about:
        state === 'submitted'
          ? `Counted from when it was sent, the payer had to decide by ${day}: ask where the decision is.`
          : `The payer had to decide by ${day}: ask where the decision is.`,
      forRole: 'coordinator',
      rule: decisionRule,
    }),
  ];
}

/** @param key `kind:subjectId` */
export function watch(key: string, today: Day, rest: Omit<Watch, 'key' | 'severity'>): Watch {
  return { key, ...rest, severity: severityOf(rest.dueOn, today) };
}

export function severityOf(dueOn: Day, today: Day): Severity {
  const left = daysBetween(today, dueOn);
  if (left < 0) return 'late';
  return left <= nearDays ? 'now' : 'soon';
}

function workdaysAfter(day: Day, workdays: number): Day {
  return workdays === 0 ? day : workdaysAfter(nextWorkday(day), workdays - 1);
}

/** The next day of the week on which a payer answers the phone. Holidays are taken for workdays: due too early costs nothing. */
export function nextWorkday(day: Day): Day {
  const next = addDays(day, 1);
  return Temporal.PlainDate.from(next).dayOfWeek > 5 ? nextWorkday(next) : next;
}
