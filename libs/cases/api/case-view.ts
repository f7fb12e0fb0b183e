import type { CaseView, OfferedMove } from '@stipple/contracts';
import { ClinicDatabase, Missing, Principal } from '@stipple/database';
import {
  AnyLifecycle,
  CaseFacts,
  SelfPayAgreement,
  Subject,
  assentsOpen,
  authRequestLifecycle,
  authorizationLifecycle,
  benefitCallLifecycle,
  billingNoteLifecycle,
  caseLifecycle,
  challengeLifecycle,
  clinicalNoteLifecycle,
  codeFindings,
  diagnosisWords,
  differencesOf,
  documentLifecycle,
  holds,
  letterLifecycle,
  lifecycles,
  lockOf,
  movesFor,
  nextMoveOf,
  noteLanes,
  priceWarnings,
  screeningLifecycle,
  selfPayLifecycle,
  serviceDayOf,
  sessionCents,
  sessionLifecycle,
  taskLifecycle,
  waiverFor,
  waiverWords,
  withForm,
  wordsOn,
  worksheetLifecycle,
  worksheetsOf,
} from '@stipple/domain';
import { caseFactsSql } from '@stipple/moves';
import { caseViewSql } from './case-view-sql';
import { clockViews } from './clock-views';
import { RawDenial, RawReason, asRead } from './denial-view';
import { estimateDueView } from './estimate-due-view';

/** What PostgreSQL built; each list element lacks what its subject's facts and lifecycle add. */
type Raw = Omit<CaseView, 'requests' | 'authorizations' | 'challenges' | 'agreements'> & {
  requests: readonly (Omit<
    CaseView['requests'][number],
    'moves' | 'version' | 'stateWords' | 'denial' | 'withheld'
  > & {
    readonly denial: RawDenial | null;
    readonly withheld: RawReason | null;
  })[];
  authorizations: readonly Pick<
    CaseView['authorizations'][number],
    | 'id'
    | 'state'
    | 'decidedOn'
    | 'proofId'
    | 'payerWords'
    | 'endReason'
    | 'assents'
    | 'clinicians'
    | 'earlierTerms'
  >[];
  challenges: readonly Omit<CaseView['challenges'][number], 'moves' | 'version' | 'stateWords'>[];
  agreements: readonly Pick<
    CaseView['agreements'][number],
    | 'id'
    | 'state'
    | 'lines'
    | 'delivery'
    | 'waiverId'
    | 'endReason'
    | 'signature'
    | 'patientLink'
    | 'askedBy'
    | 'estimates'
  >[];
};

/**
 * Reads a whole case for its page: what is recorded, where it stands, and every move with its reasons.
 *
 * @param as what the audit trail says: that somebody opened it, or only that it was read ahead
 */
export async function readCase(
  db: ClinicDatabase,
  who: Principal,
  id: string,
  as: 'read' | 'read_ahead' = 'read',
): Promise<CaseView> {
  const values = [who.clinicId, id];
  const note = { action: `treatment_case.${as}`, subject: 'treatment_case', subjectId: id, caseId: id };
  const [[factsRow], [viewRow]] = await db.readAll<[{ facts: CaseFacts }, { view: Raw }]>(
    who,
    [
      { name: 'case_facts', text: caseFactsSql, values },
      { name: 'case_view', text: caseViewSql, values: [...values, holds(who, noteLanes.clinical.read)] },
    ],
    note,
  );
  if (factsRow === undefined || viewRow === undefined) throw new Missing('case');
  return assemble(factsRow.facts, viewRow.view, who);
}

const beginnings: readonly AnyLifecycle[] = [
  benefitCallLifecycle,
  documentLifecycle,
  screeningLifecycle,
  letterLifecycle,
  worksheetLifecycle,
  authRequestLifecycle,
  authorizationLifecycle,
  challengeLifecycle,
  selfPayLifecycle,
  sessionLifecycle,
  billingNoteLifecycle,
  clinicalNoteLifecycle,
];

function assemble(facts: CaseFacts, raw: Raw, who: Principal): CaseView {
  const offered = (lifecycle: AnyLifecycle, subject: Subject<string> | null) =>
    movesFor(lifecycle, { facts, subject, actor: who }) as OfferedMove[];
  const known = (lifecycle: AnyLifecycle, subject: Subject<string>) => ({
    version: subject.seq,
    moves: offered(lifecycle, subject),
    stateWords: lifecycle.states[subject.state] as string,
  });
  const plain = (lifecycle: AnyLifecycle, subject: Subject<string>) => ({
    version: subject.seq,
    moves: offered(lifecycle, subject),
  });
  const { clock, case: record } = facts;
  return {
    ...raw,
    id: record.id,
    version: record.seq,
    open: record.state === 'open',
    today: clock.today,
    timeZone: clock.timeZone,
    planType: record.planType,
    procedureCode: record.procedureCode,
    plannedSessions: record.plannedSessions,
    nextTouchOn: record.nextTouchOn,
    diagnoses: record.diagnoses.map((code) => ({
      code,
      words: wordsOn(serviceDayOf(facts), code, facts.codes) ?? diagnosisWords(code),
    })),
    serviceOn: serviceDayOf(facts),
    codeWarnings: codeFindings(facts).map((one) => ({ ...one })),
    codes: { years: [...facts.codes.years], diagnoses: [...facts.codes.diagnoses] },
    nextMove: nextMoveOf(facts),
    lock: { ...lockOf(facts) },
    clocks: clockViews(facts),
    moves: offered(caseLifecycle, record),
    beginnings: Object.fromEntries(
      beginnings.map((lifecycle) => [lifecycle.subject, offered(lifecycle, null)]),
    ),
    screenings: join(raw.screenings, facts.screenings, (view, subject) => ({
      ...view,
      ...plain(screeningLifecycle, subject),
    })),
    letters: join(raw.letters, facts.letters, (view, subject) => ({
      ...view,
      ...plain(letterLifecycle, subject),
    })),
    worksheets: worksheetsOf(facts).map(({ procedureCode, worksheet, gaps }) => ({
      procedureCode,
      worksheet: worksheet && {
        id: worksheet.id,
        state: worksheet.state,
        ...plain(worksheetLifecycle, worksheet),
      },
      gaps: [...gaps],
    })),
    requests: join(raw.requests, facts.requests, (view, subject) => ({
      ...view,
      ...known(authRequestLifecycle, subject),
      denial: view.denial && asRead(view.denial),
      withheld: view.withheld && asRead(view.withheld),
    })),
    authorizations: join(raw.authorizations, facts.authorizations, (view, subject) => {
      const request = facts.requests.find((candidate) => candidate.id === subject.requestId);
      return {
        ...view,
        ...known(authorizationLifecycle, subject),
        basis: subject.basis,
        requestId: subject.requestId,
        number: subject.number,
        effectiveOn: subject.effectiveOn,
        expiresOn: subject.expiresOn,
        lines: [...subject.lines],
        differences: request ? [...differencesOf(request.lines, subject.lines)] : [],
        askedWindow: request ? { fromOn: request.fromOn, toOn: request.toOn } : null,
        assentsOpen: subject.state.startsWith('awaiting') ? [...assentsOpen(subject)] : [],
      };
    }),
    challenges: join(raw.challenges, facts.challenges, (view, subject) => ({
      ...view,
      // The patient's form may come along with the sending, so its absence so far keeps nobody from it.
      ...known(challengeLifecycle, withForm(subject)),
    })),
    agreements: join(raw.agreements, facts.agreements, (view, subject) => {
      const waiver = waiverFor(record.planType);
      // The waiver comes along with the signature, so its absence so far keeps nobody from signing.
      const withWaiver: SelfPayAgreement = { ...subject, hasWaiver: true };
      return {
        ...view,
        ...known(selfPayLifecycle, withWaiver),
        procedureCode: subject.procedureCode,
        sessions: subject.sessions,
        totalCents: subject.totalCents,
        estimateOn: subject.estimateOn,
        validUntil: subject.validUntil,
        ...subject.starts,
        estimateDue: estimateDueView(subject.starts, view.estimates.at(-1)?.issuedOn ?? null, facts.clock),
        withheldFromPayer: subject.withheldFromPayer,
        warnings: [...priceWarnings(sessionCents(view.lines, subject.sessions), subject.totalCents)],
        waiverNeeded: waiver && waiverWords[waiver],
      };
    }),
    clearances: facts.clearances.map((key) => ({
      id: key.id,
      source: key.agreementId === null ? ('authorization' as const) : ('self_pay' as const),
      number: key.number,
      procedureCode: key.procedureCode,
      opensOn: key.opensOn,
      closesOn: key.closesOn,
      active: key.active,
      units: key.units,
      held: key.held,
      used: key.used,
      clinicianIds: [...key.clinicianIds],
    })),
    sessions: join(raw.sessions, facts.sessions, (view, subject) => {
      const key = facts.clearances.find((candidate) => candidate.id === subject.clearanceId);
      return {
        ...view,
        ...known(sessionLifecycle, subject),
        procedureCode: subject.procedureCode,
        units: subject.units,
        day: subject.day,
        clearance: key === undefined ? null : (key.number ?? 'Self-pay'),
      };
    }),
    tasks: [...facts.tasks].reverse().map((task) => ({
      id: task.id,
      state: task.state,
      kind: task.kind,
      about: task.about,
      forRole: task.forRole,
      dueOn: task.dueOn,
      ...plain(taskLifecycle, task),
    })),
    timeline: raw.timeline.map((entry) => ({ ...entry, words: moveWords(entry.subject, entry.move) })),
  };
}

function join<V extends { id: string }, S extends { id: string }, R>(
  views: readonly V[],
  subjects: readonly S[],
  merge: (view: V, subject: S) => R,
): R[] {
  const byId = new Map(subjects.map((subject) => [subject.id, subject]));
  return views.flatMap((view) => {
    const subject = byId.get(view.id);
    return subject === undefined ? [] : [merge(view, subject)];
  });
}

function moveWords(subject: string, move: string): string {
  const lifecycle = lifecycles.find((candidate) => candidate.subject === subject);
  return lifecycle?.moves.find((rule) => rule.move === move)?.happened ?? move;
}
