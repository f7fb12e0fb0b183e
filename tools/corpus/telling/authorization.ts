import {
  Authorization,
  AuthorizationBasis,
  AuthorizationTerms,
  addDays,
  authRequestLifecycle,
  authorizationLifecycle,
  basisOfWon,
  determinationDateRefusals,
  differencesOf,
  firstState,
  fullApprovalRefusals,
  notRequiredRefusals,
  refusal,
  termsRefusals,
  wonRefusals,
  zoneOfPayer,
} from '@stipple/domain';
import { finishTasks } from './tasks';
import type { Story, Told } from '../story';
import { modifiedWords, partialWords } from '../words/payer-words';
import { notRequiredWords } from '../words/benefit-words';
import { attach } from './begin';
import { ClearanceTold, openClearance } from './clearance';
import { decisionDay } from './decision-day';
import type { RequestTold } from './request';

export interface AuthorizationTold extends Told<Authorization, 'payer_authorization'> {
  readonly clearance: ClearanceTold;
}

const moves = { approved: 'approve', partial: 'approve_partly', modified: 'modify' } as const;

/** Records a payer's yes, in full, in part or with changes, each as what it is. */
export function recordApproval(
  story: Story,
  request: RequestTold,
  kind: keyof typeof moves,
): AuthorizationTold {
  const { dice, patient } = story;
  const { fromOn, toOn, lines } = request.fact;
  const asked = lines[0]?.units ?? 1;
  const granted = kind === 'partial' ? Math.max(1, asked - dice.within([1, 2])) : asked;
  const terms = {
    effectiveOn: fromOn,
    expiresOn: kind === 'modified' ? addDays(toOn, -dice.within([40, 75])) : toOn,
    lines: lines.map((line) => ({ ...line, units: granted })),
  };
  const same = differencesOf(lines, terms.lines).length === 0 && terms.expiresOn >= toOn;
  story.assertNone(
    kind === 'approved'
      ? fullApprovalRefusals(request.fact, terms)
      : same
        ? [refusal('full', 'This grants everything.')]
        : [],
  );
  const proof = attach(
    story,
    'payer_notice',
    kind === 'approved' ? 'Approval letter' : 'Approval letter with changes',
    `approval ${patient.payer.key}`,
  );
  const decidedOn = decisionDay(story, request);
  const dates = { decidedOn, noticeDatedOn: decidedOn, noticeReceivedOn: story.today };
  story.assertNone(
    determinationDateRefusals(request.fact, dates, {
      today: story.today,
      payerZone: zoneOfPayer(story.facts),
    }),
  );
  const number = `${patient.payer.mark}-${dice.within([10_000_000, 99_999_999])}`;
  story.advance(authRequestLifecycle, request, moves[kind], story.cast.owner, {
    to: kind,
    fact: dates,
    row: { decided_on: decidedOn, notice_dated_on: decidedOn, notice_received_on: story.today },
    data: {
      number,
      lines: terms.lines,
      effectiveOn: terms.effectiveOn,
      expiresOn: terms.expiresOn,
      noticeDatedOn: decidedOn,
      noticeReceivedOn: story.today,
    },
  });
  finishTasks(story, 'call_payer', 'prove_phone_approval', 'answer_payer');
  const words =
    kind === 'partial' ? partialWords(asked, granted) : kind === 'modified' ? modifiedWords(dice) : null;
  return record(story, kind, request.fact.id, terms, { number, decidedOn, proof, words });
}

/** What the payer grants after all, when a challenge has won: everything, or fewer units. Recorded before the challenge is. */
export function recordWon(
  story: Story,
  request: RequestTold,
  challengeId: string,
  as: 'overturned' | 'partly_overturned',
): AuthorizationTold {
  const { dice, patient, today } = story;
  const { fromOn, toOn, lines } = request.fact;
  const asked = lines[0]?.units ?? 1;
  // What was asked for is behind by now, so the payer adds the months that its own no has cost.
  const terms = {
    effectiveOn: fromOn,
    expiresOn: addDays(today > toOn ? today : toOn, 120),
    lines: lines.map((line) => ({ ...line, units: as === 'overturned' ? asked : asked - 1 })),
  };
  story.assertNone(wonRefusals(request.fact, terms, as));
  const proof = attach(story, 'payer_notice', 'Decision on the appeal', `approval ${patient.payer.key}`);
  const number = `${patient.payer.mark}-${dice.within([10_000_000, 99_999_999])}`;
  const words = as === 'overturned' ? null : partialWords(asked, asked - 1);
  const basis = basisOfWon(request.fact, terms);
  const grant = { number, decidedOn: today, proof, words, challengeId };
  return record(story, basis, request.fact.id, terms, grant);
}

/** “No authorization required”, said in a call or as the answer to a request; at most ninety days. */
export function recordNotRequired(story: Story, request: RequestTold | null): AuthorizationTold {
  const { dice, facts, patient } = story;
  const terms = {
    effectiveOn: addDays(story.today, 1),
    expiresOn: addDays(story.today, dice.within([80, 90])),
    lines: [{ procedureCode: facts.case.procedureCode, units: facts.case.plannedSessions }],
  };
  const said =
    request === null
      ? facts.benefitCalls.some((call) => call.authorizationRequired === 'no')
      : request.fact.state === 'no_action_required';
  story.assertNone([
    ...(said ? [] : [refusal('not_said', 'Nothing on file says so.')]),
    ...notRequiredRefusals(terms, false),
  ]);
  const proof = attach(
    story,
    'payer_notice',
    'Payer’s statement that none is required',
    `approval ${patient.payer.key}`,
  );
  const number =
    request === null
      ? (facts.benefitCalls.at(-1)?.referenceNumber ?? '')
      : (request.row.payer_reference as string);
  const words = notRequiredWords(dice);
  return record(story, 'not_required', request?.fact.id ?? null, terms, {
    number,
    decidedOn: story.today,
    proof,
    words,
  });
}

function record(
  story: Story,
  basis: AuthorizationBasis,
  requestId: string | null,
  terms: AuthorizationTerms,
  {
    number,
    decidedOn,
    proof,
    words,
    challengeId = null,
  }: { number: string; decidedOn: string; proof: string; words: string | null; challengeId?: string | null },
): AuthorizationTold {
  story.assertNone(termsRefusals(terms));
  const { effectiveOn, expiresOn, lines } = terms;
  const { owner } = story.cast;
  const channel =
    basis === 'not_required' && requestId === null
      ? 'phone'
      : story.dice.weighted([
          ['portal', 7],
          ['fax', 2],
          ['mail', 1],
        ]);
  const told = story.create(authorizationLifecycle, 'payer_authorization', 'record', owner, {
    to: firstState(basis),
    fact: { basis, requestId, number, effectiveOn, expiresOn, lines, assents: [] },
    row: {
      request_id: requestId,
      challenge_id: challengeId,
      basis,
      number,
      decided_on: decidedOn,
      effective_on: effectiveOn,
      expires_on: expiresOn,
      terms_seq: 1,
      place_of_service: '11',
      channel,
      proof_id: proof,
      payer_words: words,
      payer_named_window: false,
      entered_by: owner.staffId,
      verified_by: owner.staffId,
      replaced_by: null,
      end_reason: null,
    },
    data: { basis, number, effectiveOn, expiresOn, lines },
  });
  story.facts.authorizations.push(told.fact);
  addTerms(story, told.fact.id, 1, terms);
  const [line] = lines;
  if (line === undefined) throw new Error('an authorization has a line');
  const source = { authorizationId: told.fact.id, agreementId: null, number, termsSeq: 1 };
  const active = told.fact.state === 'in_force';
  const clearance = openClearance(story, {
    ...source,
    ...line,
    opensOn: effectiveOn,
    closesOn: expiresOn,
    active,
  });
  return { ...told, clearance };
}

export function addTerms(
  story: Story,
  authorizationId: string,
  termsSeq: number,
  { effectiveOn, expiresOn, lines }: AuthorizationTerms,
): void {
  const key = { clinic_id: story.clinic.id, authorization_id: authorizationId, terms_seq: termsSeq };
  story.rows.add('authorization_terms', { ...key, effective_on: effectiveOn, expires_on: expiresOn });
  for (const { procedureCode, units } of lines)
    story.rows.add('authorization_line', { ...key, procedure_code: procedureCode, units });
}
