import { makeClinic } from '@stipple/testing';
import { cardSettings, cardsOf, notify, paidByCard, paidEvent } from './card-story';
import { Stage, mustBe, openStage } from './harness';
import { payingCase } from './ledger-story';
import { Team, signInTeam } from './story';
import { StripeStandIn } from './stripe-stand-in';
import { whatIsStored } from './what-is-stored';

let standIn: StripeStandIn;
beforeAll(async () => void (standIn = await StripeStandIn.open()));
afterAll(() => standIn.close());

describe('where cards are not taken online', () => {
  let stage: Stage;
  let team: Team;
  beforeAll(async () => {
    stage = await openStage();
    team = await signInTeam(stage);
  });
  afterAll(() => stage.close());

  it('nothing is offered, and whoever asks is told so', async () => {
    const { path } = await payingCase(team);
    expect(await cardsOf(team, path)).toMatchObject({ taken: false, transactions: [] });
    const answer = await team.coordinator.post(`${path}/card-payments`, { cents: 50_000 });
    expect([answer.status, answer.problem.code]).toEqual([409, 'cards_not_taken']);
  });

  it('no notice is heeded', async () => {
    const response = await fetch(`${stage.url}/api/card-notices`, { method: 'POST', body: '{}' });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      ...[409, 'cards_not_taken'],
    ]);
  });
});

describe('of another clinic', () => {
  let stage: Stage;
  let us: Team;
  let them: Team;
  beforeAll(async () => {
    stage = await openStage(cardSettings(standIn));
    const other = await makeClinic(stage.db.owner, 'Elsewhere');
    [us, them] = await Promise.all([signInTeam(stage), signInTeam(stage, other)]);
  });
  afterAll(() => stage.close());

  it('no card payment is read, asked for, closed, refunded or settled', async () => {
    const { path } = await payingCase(them);
    const { id } = await paidByCard(stage, them, standIn, { path });
    const before = await whatIsStored(stage.db.owner, [], them.clinic.id);
    const asked = standIn.asked.length;
    const statuses = [
      await us.coordinator.get(`${path}/card-transactions`),
      await us.coordinator.post(`${path}/card-payments`, { cents: 50_000 }),
      await us.coordinator.post(`/api/card-transactions/${id}/page-closures`, {}),
      await us.coordinator.post(`/api/card-transactions/${id}/refunds`, { cents: 1, words: 'x' }),
      await us.coordinator.post(`/api/card-transactions/${id}/settlements`, { version: 2, outcome: 'x' }),
    ].map(({ status, problem }) => [status, problem.code]);
    expect(statuses).toEqual(statuses.map(() => [404, 'not_found']));
    expect(await whatIsStored(stage.db.owner, [], them.clinic.id)).toEqual(before);
    expect(standIn.asked).toHaveLength(asked);
  });

  it('a notice changes the clinic whose payment it is, and no other', async () => {
    const { path } = await payingCase(them);
    const before = await whatIsStored(stage.db.owner, [], us.clinic.id);
    const { session } = await paidByCard(stage, them, standIn, { path });
    expect(await notify(stage, paidEvent(session))).toBe(204);
    expect(await whatIsStored(stage.db.owner, [], us.clinic.id)).toEqual(before);
  });

  it.each([
    ['card-payments', {}],
    ['card-payments', { cents: 0 }],
    ['card-payments', { cents: 1.5 }],
    ['card-payments', { cents: 50_000, currency: 'usd' }],
  ])('nor is anything asked for by a body that is not well formed: %s %j', async (end, body) => {
    const { path } = await payingCase(us);
    const answer = await us.coordinator.post(`${path}/${end}`, body);
    expect([answer.status, answer.problem.code]).toEqual([400, 'invalid']);
    expect(mustBe(200, await us.coordinator.get(`${path}/card-transactions`))).toMatchObject({
      transactions: [],
    });
  });
});
