import type { CaseView, OfferedMove } from '@stipple/contracts';
import { lifecycles } from '@stipple/domain';
import { misreported } from '@stipple/testing';
import fc from 'fast-check';
import { Sent, bodies } from './bodies';
import { Browser, Stage, openStage } from './harness';
import { openCase, signInTeam } from './story';
import { World, makeWorld } from './world';

/*
 * Walks through cases at random: whoever asks for whatever move of whatever thing. The model is the domain, which says
 * with every case which moves are legal and why the others are not; API and database must do exactly that (T13).
 * STIPPLE_RUNS sets how many walks, each of forty steps.
 */
let stage: Stage;
let world: World;
beforeAll(async () => {
  stage = await openStage();
  world = await makeWorld(await signInTeam(stage));
}, 60_000);
afterAll(() => stage.close());

const runs = Number(process.env['STIPPLE_RUNS'] ?? 5);
const people = ['coordinator', 'physician', 'manager'] as const;
const routes = new Map(
  Object.entries(bodies).flatMap(([route, sent]) => (sent.move ? [[sent.move, [route, sent] as const]] : [])),
);

interface Candidate {
  readonly offered: OfferedMove;
  readonly route: string;
  readonly sent: Sent;
  readonly id: string;
  readonly version: number;
}

/** Every move of everything in a case, legal or not, that has an address. */
function candidates(view: CaseView): Candidate[] {
  const all = (subject: string, id: string, version: number, moves: readonly OfferedMove[]) =>
    moves.flatMap((offered): Candidate[] => {
      const [route, sent] = routes.get(`${subject}.${offered.move}`) ?? [];
      return route && sent ? [{ offered, route, sent, id, version }] : [];
    });
  const of = (subject: string, things: readonly { id: string; version: number; moves: OfferedMove[] }[]) =>
    things.flatMap(({ id, version, moves }) => all(subject, id, version, moves));
  return [
    ...all('treatment_case', view.id, view.version, view.moves),
    ...Object.entries(view.beginnings).flatMap(([subject, moves]) =>
      all(subject, view.id, view.version, moves),
    ),
    ...of('auth_request', view.requests),
    ...of('payer_authorization', view.authorizations),
    ...of('self_pay_agreement', view.agreements),
    ...of('treatment_session', view.sessions),
    ...of('letter', view.letters),
    ...of(
      'code_worksheet',
      view.worksheets.flatMap((one) => one.worksheet ?? []),
    ),
    ...of('challenge', view.challenges),
    ...of('screening', view.screenings),
    ...of('task', view.tasks),
  ];
}

/** What a rule of the life cycle says no with; anything else is about what was typed. */
const ofTheState = ['wrong_state', 'wrong_role', 'no_clearance', 'case_closed'];

async function step(own: World, who: (typeof people)[number], choice: number): Promise<void> {
  const browser = own.team[who] as Browser;
  const view = await browser.case(own.case);
  const all = candidates(view);
  const one = all[choice % all.length];
  if (one === undefined) return;
  const denied = view.requests.find(({ state }) => state === 'denied')?.id ?? own.denied;
  const body: Record<string, unknown> = { ...one.sent.example({ ...own, denied }) };
  if (body['version'] !== undefined) body['version'] = one.version;
  const answer = await browser.post(one.route.replace(/^POST /, '').replace(':id', one.id), body);
  const what = `${who}: ${one.route}, offered ${JSON.stringify(one.offered.refusals)}, answered ${answer.status} ${JSON.stringify(answer.problem?.refusals ?? null)}`;
  if (one.offered.refusals.length > 0) {
    if (![403, 409].includes(answer.status)) throw new Error(`should have been refused. ${what}`);
    return;
  }
  if (answer.status < 300) return;
  const codes = (answer.problem.refusals ?? []).map(({ code }) => code);
  if (answer.status >= 500 || answer.status === 403 || codes.some((code) => ofTheState.includes(code)))
    throw new Error(`should have been possible. ${what}`);
}

it('API and database do what the domain says, whatever is tried in whatever order', async () => {
  const walk = fc.array(fc.tuple(fc.constantFrom(...people), fc.nat(10_000)), {
    minLength: 40,
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(walk, async (steps) => {
      const caseId = await openCase(world.team, { duplicateIntended: true });
      const document = await world.team.coordinator.attach(caseId, 'photo');
      const own: World = { ...world, case: caseId, document };
      for (const [who, choice] of steps) await step(own, who, choice);
    }),
    { numRuns: runs, endOnFailure: true },
  );
}, 600_000);

it('leaves every row where its history says', async () => {
  const tables = lifecycles.map(({ subject }) => subject);
  for (const table of tables) {
    const { rows } = await stage.db.owner.query(
      `SELECT x.id FROM stipple.${table} x WHERE NOT EXISTS (SELECT FROM stipple.case_event e WHERE (e.clinic_id, e.subject_id, e.seq, e.to_state) = (x.clinic_id, x.id, x.seq, x.state)
          AND e.seq = (SELECT max(l.seq) FROM stipple.case_event l WHERE (l.clinic_id, l.subject_id) = (x.clinic_id, x.id)))`,
    );
    expect([table, rows]).toEqual([table, []]);
  }
});

it('leaves what reports count as the record has it', async () => {
  const { rows } = await stage.db.owner.query('SELECT id FROM stipple.reported_request');
  expect(rows.length).toBeGreaterThan(2);
  expect(await misreported(stage.db.owner)).toEqual([]);
});
