import {
  AuthorizationTerms,
  addDays,
  authorizationLifecycle,
  dayInWords,
  sessionLifecycle,
  sourceWords,
  termsRefusals,
  widenedRefusals,
} from '@stipple/domain';
import { raiseTask } from './tasks';
import type { Story } from '../story';
import { attach } from './begin';
import { AuthorizationTold, addTerms } from './authorization';
import type { Course, SessionTold } from './booking';
import { giveBack } from './treatment';

/** Takes bookings off a key that ends or shrinks: visibly blocked, with a task, before the change itself. */
export function blockBookings(
  story: Story,
  { clearance }: Course,
  sessions: readonly SessionTold[],
  reason: string,
  stays: Pick<AuthorizationTerms, 'effectiveOn' | 'expiresOn'> | null,
): void {
  let blocked = 0;
  for (const told of sessions.filter(({ fact }) => fact.state === 'scheduled')) {
    const day = told.fact.day ?? '';
    if (stays !== null && stays.effectiveOn <= day && day <= stays.expiresOn) continue;
    const why = `${sourceWords(clearance.fact)}: ${reason}`;
    story.advance(sessionLifecycle, told, 'block', story.cast.owner, {
      to: 'blocked',
      row: { end_reason: why },
      data: { reason: why, day },
    });
    giveBack(clearance, told);
    // A blocked session keeps its time but no longer its place.
    if (told.slot) story.clinic.diary.release(told.slot);
    blocked += 1;
  }
  if (blocked === 0) return;
  const what = blocked === 1 ? 'A booked session' : `${blocked} booked sessions`;
  const about = `${what} lost clearance on ${dayInWords(story.today)}: renew, rebook or cancel.`;
  raiseTask(story, 'rebook_blocked', about, addDays(story.today, 1));
}

/** The payer takes it back. */
export function revoke(
  story: Story,
  told: AuthorizationTold,
  sessions: readonly SessionTold[],
  reason: string,
): void {
  blockBookings(story, { clearance: told.clearance, agreement: null }, sessions, `revoked (${reason})`, null);
  story.advance(authorizationLifecycle, told, 'revoke', story.cast.owner, {
    to: 'revoked',
    row: { end_reason: reason },
    data: { reason },
  });
  told.clearance.fact.active = false;
  told.clearance.row.active = false;
}

/** Another last day; the earlier terms stay on record. Bookings beyond it are blocked. */
export function amendWindow(
  story: Story,
  told: AuthorizationTold,
  sessions: readonly SessionTold[],
  expiresOn: string,
  reason: string,
): void {
  const { fact, row, clearance } = told;
  const { effectiveOn, lines } = fact;
  const terms = { effectiveOn, expiresOn, lines };
  story.assertNone([...termsRefusals(terms), ...widenedRefusals(fact, terms)]);
  const proofId = attach(
    story,
    'payer_notice',
    'Notice of changed dates',
    `approval ${story.patient.payer.key}`,
  );
  blockBookings(
    story,
    { clearance, agreement: null },
    sessions,
    `window or units changed (${reason})`,
    terms,
  );
  const termsSeq = fact.seq + 1;
  addTerms(story, fact.id, termsSeq, terms);
  const before = { effectiveOn, expiresOn: fact.expiresOn, lines };
  story.advance(authorizationLifecycle, told, 'amend', story.cast.owner, {
    to: 'in_force',
    fact: { expiresOn },
    row: { expires_on: expiresOn, terms_seq: termsSeq },
    data: { reason, proofId, ...terms, before },
  });
  clearance.fact.closesOn = expiresOn;
  Object.assign(clearance.row, { closes_on: expiresOn, terms_seq: termsSeq });
  row.terms_seq = termsSeq;
}
