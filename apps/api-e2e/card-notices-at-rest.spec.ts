import { makeClinic } from '@stipple/testing';
import { cardSettings, paidByCard } from './card-story';
import { Stage, openStage } from './harness';
import { payingCase } from './ledger-story';
import { signInTeam } from './story';
import { StripeStandIn } from './stripe-stand-in';

let standIn: StripeStandIn;
let stage: Stage;
beforeAll(async () => {
  standIn = await StripeStandIn.open();
  stage = await openStage(cardSettings(standIn));
  const team = await signInTeam(stage);
  await paidByCard(stage, team, standIn, await payingCase(team));
});
afterAll(async () => {
  await stage.close();
  await standIn.close();
});

/** As the API's role, within a clinic; nothing of it stays. */
async function acting(text: string, clinicId = stage.clinic.id): Promise<unknown[]> {
  const client = await stage.db.application.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT set_config('stipple.clinic', $1, true)`, [clinicId]);
    return (await client.query<object>(text)).rows;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}
const another = (values: string) =>
  acting(`INSERT INTO stipple.card_notice (clinic_id, event_id, transaction_id, what, cents, currency, happened_at)
    SELECT clinic_id, ${values}, now() FROM stipple.card_transaction`);
const broken = (constraint: string) => expect.objectContaining({ constraint }) as Error;

it('is written once: changed and removed by nobody, and seen by its own clinic alone', async () => {
  for (const text of ['UPDATE stipple.card_notice SET cents = 1', 'DELETE FROM stipple.card_notice'])
    await expect(acting(text)).rejects.toThrow(/permission denied/);
  expect(await acting('SELECT event_id FROM stipple.card_notice')).toHaveLength(1);
  const other = await makeClinic(stage.db.owner, 'Elsewhere');
  expect(await acting('SELECT event_id FROM stipple.card_notice', other.id)).toEqual([]);
  expect(await acting('SELECT id FROM stipple.card_transaction', other.id)).toEqual([]);
});

it('says how much was paid, in which currency, and nothing of the kind where nothing was', async () => {
  await expect(another(`'evt_1', id, 'paid', NULL, NULL`)).rejects.toThrow(
    broken('paid_notice_says_how_much'),
  );
  await expect(another(`'evt_1', id, 'not_paid', 5, 'usd'`)).rejects.toThrow(
    broken('paid_notice_says_how_much'),
  );
  await expect(another(`'evt_1', id, 'paid', 5, 'usd'`)).resolves.toEqual([]);
});

it('is known by the number of its event', async () => {
  const [known] = (await acting('SELECT event_id FROM stipple.card_notice')) as { event_id: string }[];
  await expect(another(`'${known?.event_id}', id, 'not_paid', NULL, NULL`)).rejects.toThrow(
    broken('card_notice_pkey'),
  );
});

it('finds whose a transaction is by its id or its payment, and tells nothing of the patient', async () => {
  const [transaction] = (await acting('SELECT id, provider_ref FROM stipple.card_transaction')) as {
    id: string;
    provider_ref: string;
  }[];
  const find = (id: string | null, ref: string | null) =>
    stage.db.application.query('SELECT * FROM stipple.card_transaction_of($1, $2)', [id, ref]);
  const byId = await find(transaction?.id ?? '', null);
  expect(byId.rows).toMatchObject([{ clinic_id: stage.clinic.id, transaction_id: transaction?.id }]);
  expect((await find(null, transaction?.provider_ref ?? '')).rows).toEqual(byId.rows);
  expect(Object.keys(byId.rows[0] as object)).toEqual([
    ...[
      'clinic_id',
      'clinic_name',
      'time_zone',
      'is_demo',
      'transaction_id',
      'staff_id',
      'staff_name',
      'email',
    ],
  ]);
  expect((await find(null, null)).rows).toEqual([]);
});
