import { Actor, CaseFacts, Refusal, bookingRefusals, dayOf, holds, refusalsFor } from '@stipple/domain';
import { caseFactsSql } from '@stipple/moves';
import fc from 'fast-check';
import { Act, Chance, Ground, Told } from './decisions/act';
import { chances } from './decisions/chances';
import { challengeActs } from './decisions/challenge-acts';
import { CaseDraft, standingOfDecisions } from './decisions/effects';
import { grantActs } from './decisions/grant-acts';
import { requestActs } from './decisions/request-acts';
import { Answer, Stage, openStage } from './harness';
import { readyRequest } from './sent-story';
import { Team, booking, openCase, signInTeam } from './story';

/*
 * Histories of decisions at random: sent, received, asked back, denied, granted in part, revoked, won, asked again; half
 * of the steps lawful, the others out of turn, by the wrong person, with reversed days or units that are none. Each step
 * goes to the API over PostgreSQL and to the model, which is the domain's own rules on facts in memory. Both have to
 * come to the same: taken or refused and by which rule, and what then stands, units and keys included. random-walks.spec.ts
 * asks less of more: whether every move of everything is legal exactly where the API offers it.
 * STIPPLE_RUNS sets how many histories, each of thirty steps.
 */
let stage: Stage;
let team: Team;
let foreignProofId: string;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  const elsewhere = await openCase(team, { bodySite: 'back', side: 'midline' });
  foreignProofId = await team.coordinator.attach(elsewhere, 'payer_notice');
}, 60_000);
afterAll(() => stage.close());

const runs = Number(process.env['STIPPLE_RUNS'] ?? 4);
const acts: readonly Act[] = [...requestActs, ...grantActs, ...challengeActs];
const people = ['coordinator', 'physician', 'manager'] as const;
let [taken, refused] = [0, 0];

interface Step {
  readonly lawful: boolean;
  readonly choice: number;
  readonly who: (typeof people)[number];
  readonly stale: boolean;
  readonly chance: Chance;
}
const step: fc.Arbitrary<Step> = fc.record({
  lawful: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  choice: fc.nat(10_000),
  who: fc.constantFrom(...people),
  stale: fc.nat(9).map((one) => one === 0),
  chance: chances,
});

async function factsOf(caseId: string): Promise<CaseFacts> {
  const { rows } = await stage.db.owner.query<{ facts: CaseFacts }>(caseFactsSql, [team.clinic.id, caseId]);
  if (rows[0] === undefined) throw new Error('no such case');
  return rows[0].facts;
}

/** Whether it is taken, or what says no: who asks, the form of the body, the life cycle or a rule. */
function verdictOf(act: Act, told: Told, body: object): { status: number; codes: readonly string[] } {
  const { facts, thing, actor } = told;
  const rule = act.lifecycle.moves.find(({ move }) => move === act.move);
  if (rule === undefined || !holds(actor, rule.by)) return { status: 403, codes: [] };
  const read = act.contract.safeParse(body);
  if (!read.success) return { status: 400, codes: read.error.issues.map(({ path }) => String(path[0])) };
  const refusals: readonly (Refusal | null)[] = [
    ...refusalsFor(act.lifecycle, act.move, { facts, subject: thing, actor }),
    ...act.rules(told, read.data as never),
  ];
  const codes = refusals.flatMap((one) => one?.code ?? []);
  return { status: codes.length > 0 ? 409 : 200, codes };
}

/** The API says no at the first group of rules that does; the model knows them all. */
function agrees(answer: Answer, { status, codes }: ReturnType<typeof verdictOf>): boolean {
  if (answer.status < 300 || status === 200) return answer.status < 300 && status === 200;
  if (answer.status !== status || status === 403) return answer.status === status;
  const { problem } = answer;
  const said =
    problem.code === 'stale'
      ? ['stale']
      : (problem.refusals ?? []).map(({ code, field }) =>
          status === 400 ? String(field).split('.')[0] : code,
        );
  return said.every((one) => codes.includes(one ?? ''));
}

async function play(ground: Ground, { lawful, choice, who, stale, chance }: Step): Promise<void> {
  const facts = await factsOf(ground.caseId);
  const all = (lawful ? people : [who]).flatMap((role) => {
    const actor: Actor = { staffId: team.clinic[role].id, roles: [role] };
    return acts.flatMap((act) => act.about(facts).map((thing) => ({ role, actor, act, thing })));
  });
  const mayMove = ({ actor, act, thing }: (typeof all)[number]) =>
    refusalsFor(act.lifecycle, act.move, { facts, subject: thing, actor }).length === 0;
  // What ends a history is drawn less often than what goes on with it.
  const some = lawful
    ? all.filter(mayMove).flatMap((one) => Array.from({ length: one.act.weight }, () => one))
    : all;
  const chosen = some[choice % some.length];
  if (chosen === undefined) return;
  const { role, actor, act, thing } = chosen;
  const told: Told = { facts, thing, chance, ground, actor };
  const wellSeen = act.body(told);
  const version = (wellSeen as { version?: number }).version;
  const body = stale && version !== undefined ? { ...wellSeen, version: version + 1 } : wellSeen;
  const lawfully = verdictOf(act, told, body);
  const expected =
    body === wellSeen || ![200, 409].includes(lawfully.status)
      ? lawfully
      : { status: 409, codes: [...lawfully.codes, 'stale'] };

  const answer = await team[role].post(act.path(thing, ground), JSON.parse(JSON.stringify(body)));
  const what = `${role}: ${act.name} on ${thing?.state ?? 'the case'} with ${JSON.stringify(body)}`;
  const heard = `${answer.status} ${JSON.stringify(answer.problem?.refusals ?? null)}`;
  if (!agrees(answer, expected))
    throw new Error(`${what}\nthe model says ${expected.status} ${expected.codes.join()}, the API ${heard}`);

  const after = structuredClone(facts) as CaseDraft;
  if (expected.status === 200) act.happens(after, told, act.contract.parse(body) as never);
  const now = standingOfDecisions(await factsOf(ground.caseId));
  const difference = { model: standingOfDecisions(after), api: now };
  if (JSON.stringify(difference.model) !== JSON.stringify(now))
    throw new Error(`${what}\nleaves ${JSON.stringify(difference, null, 1)}`);
  if (expected.status === 200) taken += 1;
  else refused += 1;
}

let booked = 0;
/** Whatever the history was, the key to a booking is there exactly where the model has one. */
async function tryToBook({ caseId, clinicianId }: Ground): Promise<void> {
  const body = booking(team, 1 + Math.floor(booked / 9), 8 + (booked++ % 9));
  const facts = await factsOf(caseId);
  const day = dayOf(body.startsAt, facts.clock.timeZone);
  const wish = { day, procedureCode: body.procedureCode, units: 1, clinicianId };
  const codes = bookingRefusals(facts, wish).map(({ code }) => code);
  const answer = await team.coordinator.post(`/api/cases/${caseId}/sessions`, body);
  const said = (answer.problem.refusals ?? []).map(({ code }) => code);
  expect([answer.status, said.sort()]).toEqual([codes.length > 0 ? 409 : 201, codes.sort()]);
}

it('API and database take and refuse what the domain does, and leave what it says, in whatever order decisions come', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 30 }), async (steps) => {
      const { caseId } = await readyRequest(team, { duplicateIntended: true });
      const proofId = await team.coordinator.attach(caseId, 'payer_notice');
      const { clinicianId, physician } = team.clinic;
      const ground = { caseId, proofId, foreignProofId, clinicianId, password: physician.password };
      for (const one of steps) await play(ground, one);
      await tryToBook(ground);
    }),
    { numRuns: runs, endOnFailure: true },
  );
  // Otherwise nothing was compared: histories have to get somewhere, and rules have to say no on the way.
  expect(taken).toBeGreaterThan(runs * 6);
  expect(refused).toBeGreaterThan(runs * 3);
}, 600_000);
