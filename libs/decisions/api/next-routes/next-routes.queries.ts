import type { NextRoute, NextRoutes } from '@stipple/contracts';
import { ClinicDatabase, Missing, type Principal } from '@stipple/database';
import {
  AuthRequest,
  CaseFacts,
  FindingTopic,
  Route,
  RouteFacts,
  askedFindings,
  foundOut,
  grantedLess,
  isAdverse,
  readDenial,
  routesAfter,
} from '@stipple/domain';
import { caseFactsSql } from '@stipple/moves';
import type { FindingRow } from '../grounds/entered';
import { findingView } from '../grounds/findings-view';
import { findingsSql } from '../grounds/grounds.sql';
import { routeWindows } from './route-windows';

/** Reads what can be done after every decision of a case that went against the patient. */
export async function readNextRoutes(
  db: ClinicDatabase,
  who: Principal,
  caseId: string,
): Promise<NextRoutes> {
  const statement = { name: 'case_facts', text: caseFactsSql, values: [who.clinicId, caseId] };
  const note = { action: 'next_routes.read', subject: 'treatment_case', subjectId: caseId, caseId };
  const [found] = await db.read<{ facts: CaseFacts }>(who, statement, note);
  if (found === undefined) throw new Missing('case');
  const { facts } = found;
  const adverse = facts.requests.filter(({ state }) => isAdverse(state));
  const rows = await db.read<{ finding: FindingRow }>(who, {
    name: 'findings_of_case',
    text: findingsSql,
    values: [who.clinicId, caseId],
  });
  const findings = rows.map(({ finding }) => finding);
  const decisions = adverse.map((request) => ({
    ...afterDecision(facts, request),
    findings: findingsAbout(facts, request, findings),
  }));
  return { caseId, decisions: decisions.reverse() };
}

function findingsAbout(facts: CaseFacts, { id, denial }: AuthRequest, rows: readonly FindingRow[]) {
  const { denialClass } = readDenial(denial ?? grantedLess);
  return askedFindings(denialClass, facts.case.planType).map((topic) => findingView(rows, topic, id));
}

function afterDecision(
  facts: CaseFacts,
  request: AuthRequest,
): Omit<NextRoutes['decisions'][number], 'findings'> {
  const codes = request.denial ?? grantedLess;
  const { denialClass, why } = readDenial(codes);
  const { routes, first } = routesAfter(
    codes,
    facts.case.planType,
    routeFacts(facts, request),
    routeWindows(facts, request),
  );
  return {
    requestId: request.id,
    denialClass,
    why: request.denial
      ? why
      : 'Less was granted than was asked, and why is not on record: somebody judged how much of it is needed.',
    first: { ...first },
    routes: routes.map(shown),
  };
}

function routeFacts(facts: CaseFacts, { id }: AuthRequest): RouteFacts {
  const found = (topic: FindingTopic) => foundOut(facts.decisionFindings, topic, id);
  return {
    today: facts.clock.today,
    challenges: facts.challenges.filter(({ requestId }) => requestId === id),
    screening: facts.screenings.find(({ state }) => state === 'signed')?.outcome ?? null,
    exclusionIsJudgement: found('exclusion_is_judgement'),
    secondLevel: found('second_level'),
    peerStopsAppealClock: found('call_stops_clock') ?? false,
    representativeOnFile: facts.documents.some(({ kind }) => kind === 'representative_form'),
  };
}

function shown(route: Route): NextRoute {
  const { kind, words } = route;
  if (route.answer !== 'yes') return { kind, words, answer: route.answer, why: route.why };
  const { answer, who, needs, notes, window, late } = route;
  return {
    kind,
    words,
    answer,
    who,
    needs: [...needs],
    notes: [...notes],
    lastDay: window.lastDay,
    rule: window.words,
    late,
  };
}
