import {
  Actor,
  AuthorizationBasis,
  AuthorizationTerms,
  CaseFacts,
  assentsBy,
  assentsOpen,
  firstState,
} from '@stipple/domain';

/** The facts of a case on which the model writes what a decision changes. */
export type Draft<T> = {
  -readonly [Key in keyof T]: T[Key] extends readonly (infer One)[]
    ? Draft<One>[]
    : T[Key] extends object
      ? Draft<T[Key]>
      : T[Key];
};
export type CaseDraft = Draft<CaseFacts>;

export interface Grant extends AuthorizationTerms {
  readonly number: string;
}

/** What the payer granted, and the keys to bookings that come with it. */
export function grant(
  facts: CaseDraft,
  basis: AuthorizationBasis,
  requestId: string | null,
  terms: Grant,
): void {
  const { number, effectiveOn, expiresOn } = terms;
  const lines = structuredClone(terms.lines) as { procedureCode: string; units: number }[];
  const id = `granted-${facts.authorizations.length}`;
  const state = firstState(basis);
  facts.authorizations.push({
    id,
    state,
    seq: 1,
    basis,
    requestId,
    number,
    effectiveOn,
    expiresOn,
    lines,
    assents: [],
  });
  for (const { procedureCode, units } of lines)
    facts.clearances.push({
      id: `${id} ${procedureCode}`,
      authorizationId: id,
      agreementId: null,
      number,
      procedureCode,
      opensOn: effectiveOn,
      closesOn: expiresOn,
      active: state === 'in_force',
      units,
      held: 0,
      used: 0,
      clinicianIds: [],
    });
}

/** New terms of what was granted; its keys follow. */
export function amend(
  facts: CaseDraft,
  authorizationId: string,
  { effectiveOn, expiresOn, lines }: AuthorizationTerms,
): void {
  const of = authorizationIn(facts, authorizationId);
  Object.assign(of, { effectiveOn, expiresOn, lines: structuredClone(lines) });
  for (const key of keysOf(facts, authorizationId)) {
    const units = lines.find(({ procedureCode }) => procedureCode === key.procedureCode)?.units ?? 0;
    Object.assign(key, { opensOn: effectiveOn, closesOn: expiresOn, units });
  }
}

/** It is taken back, or gives way to another: nothing can be booked on it any longer. */
export function end(facts: CaseDraft, authorizationId: string, state: 'revoked' | 'superseded'): void {
  authorizationIn(facts, authorizationId).state = state;
  for (const key of keysOf(facts, authorizationId)) key.active = false;
}

/** Somebody gives the parts of a second look that are theirs; the last part puts it in force. */
export function assent(facts: CaseDraft, authorizationId: string, actor: Actor): void {
  const of = authorizationIn(facts, authorizationId);
  for (const as of assentsBy(of, actor, facts.case.physicianId))
    of.assents.push({ as, staffId: actor.staffId });
  if (assentsOpen(of).length > 0) return;
  of.state = 'in_force';
  for (const key of keysOf(facts, authorizationId)) key.active = true;
}

function authorizationIn(facts: CaseDraft, id: string): CaseDraft['authorizations'][number] {
  const found = facts.authorizations.find((one) => one.id === id);
  if (found === undefined) throw new Error(`the model knows no authorization ${id}`);
  return found;
}

const keysOf = (facts: CaseDraft, id: string) =>
  facts.clearances.filter(({ authorizationId }) => authorizationId === id);

/** Everything in a case that a decision can change, without the ids of what is made on the way. */
export function standingOfDecisions(facts: CaseFacts | CaseDraft): readonly string[] {
  const lines = (all: readonly { procedureCode: string; units: number }[]) =>
    all.map(({ procedureCode, units }) => `${units} × ${procedureCode}`).join(', ');
  const numberOf = (id: string | null) =>
    facts.authorizations.find((one) => one.id === id)?.number ?? 'self-pay';
  return [
    ...facts.requests.map((one) =>
      [
        one.supersedesId,
        one.purpose,
        lines(one.lines),
        one.state,
        one.decidedOn,
        one.noticeDatedOn,
        one.noticeReceivedOn,
        one.extension?.datedOn,
      ].join(' '),
    ),
    ...facts.authorizations.map((one) =>
      [
        'authorization',
        one.number,
        one.basis,
        one.state,
        one.effectiveOn,
        one.expiresOn,
        lines(one.lines),
        one.assents.map(({ as }) => as).sort(),
      ].join(' '),
    ),
    ...facts.clearances.map((one) =>
      [
        'key',
        numberOf(one.authorizationId),
        one.procedureCode,
        one.active ? 'open' : 'shut',
        one.opensOn,
        one.closesOn,
        `${one.units} units`,
      ].join(' '),
    ),
    ...facts.challenges.map((one) =>
      ['challenge', one.kind, one.requestId, one.state, one.decidedOn].join(' '),
    ),
  ].sort();
}
