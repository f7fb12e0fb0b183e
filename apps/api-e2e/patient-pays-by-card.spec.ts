import { PatientCardsView } from '@stipple/contracts';
import { cardSettings, cardsOf, notify, paidEvent } from './card-story';
import { Answer, Stage, mustBe, openStage } from './harness';
import { ledgerOf, planOf } from './ledger-story';
import { Patient, sendLink } from './patient-story';
import { issuedAgreement } from './self-pay-story';
import { Team, openCase, signInTeam } from './story';
import { StripeStandIn } from './stripe-stand-in';

let standIn: StripeStandIn;
let stage: Stage;
let team: Team;
beforeAll(async () => {
  standIn = await StripeStandIn.open();
  stage = await openStage(cardSettings(standIn));
  team = await signInTeam(stage);
});
afterAll(async () => {
  await stage.close();
  await standIn.close();
});

/** A patient on their page, who has not signed yet. */
async function arrived() {
  const caseId = await openCase(team, { planType: 'none', duplicateIntended: true });
  const id = await issuedAgreement(team, caseId);
  const patient = new Patient(stage);
  await patient.opens(await sendLink(team, id));
  return { patient, caseId, path: `/api/self-pay-agreements/${id}` };
}
async function signed() {
  const visit = await arrived();
  mustBe(204, await visit.patient.signs((await visit.patient.reads()).sha256));
  return visit;
}
const cardsFor = async (patient: Patient) =>
  PatientCardsView.parse(mustBe(200, await patient.looksAtCards()));
const sessionOf = ({ body }: Answer) => (body as { url: string }).url.split('/').at(-1) ?? '';

it('pays all that is left, and is told that it is paid once the bank has said so', async () => {
  const { patient, path } = await signed();
  expect(await cardsFor(patient)).toEqual({
    offers: [{ of: 'all', cents: 150_000, dueOn: null }],
    last: null,
  });
  const page = await patient.pays({ of: 'all', cents: 150_000 });
  expect(page.status).toBe(201);
  const session = standIn.pay(sessionOf(page));
  expect((await cardsFor(patient)).last).toMatchObject({ state: 'open', reference: null });

  expect(await notify(stage, paidEvent(session))).toBe(204);
  expect(await cardsFor(patient)).toMatchObject({
    offers: [],
    last: { state: 'paid', cents: 150_000, reference: session.payment_intent },
  });
  expect(await ledgerOf(team, path)).toMatchObject({ paidCents: 150_000, payableCents: 0 });
  expect((await cardsOf(team, path)).transactions).toMatchObject([{ byPatient: true, state: 'posted' }]);
});

it('is offered the part that comes next where a plan was agreed on', async () => {
  const { patient, path } = await signed();
  await team.coordinator.make(`${path}/payment-plans`, planOf(team));
  const { offers } = await cardsFor(patient);
  expect(offers).toMatchObject([
    { of: 'next', cents: 50_000, dueOn: planOf(team).firstOn },
    { of: 'all', cents: 150_000 },
  ]);
  expect((await patient.pays({ of: 'next', cents: 50_000 })).status).toBe(201);
});

it('is shown nothing to pay before the signature, and can ask for nothing', async () => {
  const { patient, path } = await arrived();
  expect(await cardsFor(patient)).toEqual({ offers: [], last: null });
  const answer = await patient.pays({ of: 'all', cents: 150_000 });
  expect([answer.status, answer.problem.refusals[0]?.code]).toEqual([409, 'card_amount_changed']);
  expect((await team.coordinator.get(`${path}/card-transactions`)).status).toBe(404);
});

it('pays what is due and no other amount', async () => {
  const { patient } = await signed();
  const answer = await patient.pays({ of: 'all', cents: 100 });
  expect([answer.status, answer.problem.refusals[0]?.code]).toEqual([409, 'card_amount_changed']);
  expect((await patient.pays({ of: 'all', cents: -1 })).status).toBe(400);
});

it('is the patient’s only while they are on the page', async () => {
  const stranger = new Patient(stage);
  expect((await stranger.looksAtCards()).status).toBe(410);
  expect((await stranger.pays({ of: 'all', cents: 150_000 })).status).toBe(410);
});

it('goes through the same page when it is asked for again, and by another where the clinic had asked', async () => {
  const { patient, path } = await signed();
  const first = await patient.pays({ of: 'all', cents: 150_000 });
  const second = await patient.pays({ of: 'all', cents: 150_000 });
  expect(second.body).toEqual(first.body);
  mustBe(201, await team.coordinator.post(`${path}/card-payments`, { cents: 150_000 }));
  expect(standIn.session(sessionOf(first)).status).toBe('expired');
});

it('enters in the audit trail on whose behalf it was done, and by which request', async () => {
  const { patient, caseId } = await signed();
  const page = await patient.pays({ of: 'all', cents: 150_000 });
  await notify(stage, paidEvent(standIn.pay(sessionOf(page))));
  const { rows } = await stage.db.owner.query<{ action: string; actor_id: string }>(
    `SELECT action, actor_id FROM stipple.audit_entry WHERE case_id = $1 AND (action LIKE 'card_%' OR action LIKE 'ledger_entry.%') ORDER BY seq`,
    [caseId],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'card_transaction.ask',
    'card_notice.keep',
    'card_transaction.post',
    'ledger_entry.pay',
  ]);
  expect(new Set(rows.map(({ actor_id }) => actor_id))).toEqual(new Set([team.clinic.coordinator.id]));
});
