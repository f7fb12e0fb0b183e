import { randomUUID } from 'node:crypto';
import { makeClinic } from '@stipple/testing';
import { Stage, mustBe, openStage } from './harness';
import { adjustmentOf, balanceAt, ledgerOf, payingCase, payment, refundOf, treated } from './ledger-story';
import { issuedAgreement } from './self-pay-story';
import { Team, openCase, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

/** Whether all postings of all entries sum to nothing, two for each. */
async function balances(): Promise<boolean> {
  const { rows } = await stage.db.owner.query<{ wrong: string }>(
    `SELECT count(*) AS wrong FROM (
       SELECT 1 FROM stipple.ledger_entry e LEFT JOIN stipple.ledger_posting p ON (p.clinic_id, p.entry_id) = (e.clinic_id, e.id)
        GROUP BY e.clinic_id, e.id HAVING count(p.cents) <> 2 OR sum(p.cents) <> 0) x`,
  );
  return rows[0]?.wrong === '0';
}

it('keeps a deposit as a credit until the session is done, and charges the session with its treatment', async () => {
  const { caseId, path } = await payingCase(team, { bodySite: 'hand' });
  await team.coordinator.make(`${path}/payments`, payment(team));
  expect(await ledgerOf(team, path)).toMatchObject({
    balanceCents: -50_000,
    payableCents: 100_000,
    chargedCents: 0,
  });
  await treated(team, caseId);
  const ledger = await ledgerOf(team, path);
  expect(ledger).toMatchObject({
    balanceCents: 0,
    chargedCents: 50_000,
    uncharged: [],
    entries: [
      {
        kind: 'charge',
        cents: 50_000,
        by: 'Dr. Pat Physician',
        balanceCents: 0,
        lines: [{ description: 'Microneedling session', quantity: 1, unitCents: 50_000 }],
      },
      { kind: 'payment', method: 'card', reference: 'SLIP-1', balanceCents: -50_000 },
    ],
  });
  expect(await balanceAt(team, path)).toMatchObject({ balanceCents: 0, openCents: 100_000, next: null });
  expect(await balances()).toBe(true);
}, 20_000);

it('charges with one click what was performed before there was a ledger, and only once', async () => {
  const own = await signInTeam(stage, await makeClinic(stage.db.owner, 'Older'));
  const { caseId, path } = await payingCase(own, { bodySite: 'hand' });
  await treated(own, caseId);
  // As an older database has it: performed, and nothing posted.
  const of = `(SELECT id FROM stipple.ledger_entry WHERE clinic_id = '${own.clinic.id}')`;
  await stage.db.owner.query(
    `BEGIN; DELETE FROM stipple.case_event WHERE subject_id IN ${of}; DELETE FROM stipple.ledger_posting WHERE entry_id IN ${of};
     DELETE FROM stipple.ledger_entry WHERE clinic_id = '${own.clinic.id}'; COMMIT`,
  );
  expect(await ledgerOf(own, path)).toMatchObject({ chargedCents: 0, uncharged: [{ cents: 50_000 }] });
  await own.coordinator.move(`${path}/charges`, {});
  expect(await ledgerOf(own, path)).toMatchObject({ chargedCents: 50_000, uncharged: [] });
  expect(await own.coordinator.refused(`${path}/charges`, {})).toEqual(['nothing_to_charge']);
}, 20_000);

it('gives back no more than was paid and gives up no more than was charged, and says how much is left', async () => {
  const { coordinator, manager } = team;
  const { path } = await payingCase(team, { bodySite: 'wrist' });
  await coordinator.make(`${path}/payments`, payment(team, { cents: 20_000 }));
  const tooMuch = await coordinator.post(`${path}/refunds`, refundOf(team, { cents: 20_001 }));
  expect([tooMuch.status, tooMuch.problem.refusals]).toEqual([
    409,
    [
      {
        code: 'refund_above_payments',
        sentence: 'Only $200.00 is left to refund.',
        field: 'cents',
      },
    ],
  ]);
  await coordinator.make(`${path}/refunds`, refundOf(team, { cents: 15_000 }));
  expect(await coordinator.refused(`${path}/refunds`, refundOf(team, { cents: 5_001 }))).toEqual([
    'refund_above_payments',
  ]);
  expect(await manager.refused(`${path}/adjustments`, adjustmentOf(team))).toEqual([
    'adjustment_above_charges',
  ]);
  expect(await coordinator.refused(`${path}/payments`, payment(team, { cents: 145_001 }))).toEqual([
    'payment_above_price',
  ]);
  expect(await ledgerOf(team, path)).toMatchObject({ balanceCents: -5_000, refundableCents: 5_000 });
  expect(await balances()).toBe(true);
});

it.each([
  ['below zero', { cents: -100 }],
  ['of nothing', { cents: 0 }],
  ['of half a cent', { cents: 100.5 }],
  ['in words', { cents: '100' }],
  ['of nobody knows how much', { cents: null }],
])('refuses an amount %s, naming the field', async (_, wrong) => {
  const { path } = await payingCase(team, { bodySite: 'elbow' });
  for (const [what, body] of [
    ['payments', payment(team, wrong)],
    ['refunds', refundOf(team, wrong)],
    ['adjustments', adjustmentOf(team, wrong)],
  ] as const) {
    const answer = await (what === 'adjustments' ? team.manager : team.coordinator).post(
      `${path}/${what}`,
      body,
    );
    expect([what, answer.status, answer.problem.refusals[0]?.field]).toEqual([what, 400, 'cents']);
  }
  expect((await ledgerOf(team, path)).entries).toEqual([]);
});

it('posts the same payment once: by its reference in any letters, by its request, and by amount and day in cash', async () => {
  const { coordinator } = team;
  const { path } = await payingCase(team, { bodySite: 'knee' });
  const key = randomUUID();
  const first = mustBe(201, await coordinator.post<{ id: string }>(`${path}/payments`, payment(team), key));
  const again = mustBe(201, await coordinator.post<{ id: string }>(`${path}/payments`, payment(team), key));
  expect(again.id).toBe(first.id);
  const twice = await coordinator.post(
    `${path}/payments`,
    payment(team, { cents: 100, reference: 'slip-1' }),
  );
  expect([twice.status, twice.problem.refusals]).toMatchObject([
    409,
    [{ code: 'payment_posted', field: 'reference' }],
  ]);
  const cash = payment(team, { cents: 1_000, method: 'cash', reference: undefined });
  await coordinator.make(`${path}/payments`, cash);
  expect(await coordinator.refused(`${path}/payments`, cash)).toEqual(['payment_posted']);
  await coordinator.make(`${path}/payments`, { ...cash, reference: 'R-2' });
  expect(await ledgerOf(team, path)).toMatchObject({ paidCents: 52_000 });
  expect(await balances()).toBe(true);
});

it('posts two payments that come at once one after the other, and neither is lost', async () => {
  const { path } = await payingCase(team, { bodySite: 'ankle' });
  const made = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      team.coordinator.post(`${path}/payments`, payment(team, { cents: 1_000 + at, reference: `S-${at}` })),
    ),
  );
  expect(made.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201));
  const ledger = await ledgerOf(team, path);
  expect(ledger.entries.map(({ no }) => no)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
  expect(ledger.paidCents).toBe(8_028);
});

it('keeps no card’s number, wherever somebody types it', async () => {
  const { path } = await payingCase(team, { bodySite: 'foot' });
  const number = '4111 1111 1111 1111';
  for (const [what, body, field] of [
    ['payments', payment(team, { reference: number }), 'reference'],
    ['refunds', refundOf(team, { words: `back to ${number}` }), 'words'],
  ] as const) {
    const { problem } = await team.coordinator.post(`${path}/${what}`, body);
    expect(problem.refusals).toContainEqual(expect.objectContaining({ code: 'card_number', field }));
  }
});

it('asks for the reference of a card or a transfer, and takes no day that has not come', async () => {
  const { coordinator, clinic } = team;
  const { path } = await payingCase(team, { bodySite: 'thigh' });
  const bare = payment(team, { method: 'bank', reference: undefined, onDay: today(clinic.timeZone, 1) });
  const { problem } = await coordinator.post(`${path}/payments`, bare);
  expect(problem.refusals.map(({ code, field }) => [code, field])).toEqual([
    ['in_the_future', 'onDay'],
    ['reference_missing', 'reference'],
  ]);
});

it('takes money for what was signed, and of a withdrawn agreement only what was done', async () => {
  // A clinician treats one patient at a time, and the first story's is not over yet.
  const team = await signInTeam(stage, await makeClinic(stage.db.owner, 'Next door'));
  const { coordinator } = team;
  const draftCase = await openCase(team, { bodySite: 'scalp', planType: 'none', duplicateIntended: true });
  const unsigned = await issuedAgreement(team, draftCase);
  const early = `/api/self-pay-agreements/${unsigned}`;
  expect(await coordinator.refused(`${early}/payments`, payment(team))).toEqual(['not_signed']);
  expect((await coordinator.get(`${early}/ledger`)).status).toBe(404);

  const { caseId, path } = await payingCase(team, { bodySite: 'shoulder' });
  await treated(team, caseId);
  await coordinator.make(`${path}/payments`, payment(team, { cents: 30_000 }));
  await coordinator.move(`${path}/withdrawals`, { version: 4, reason: 'Moved away' });
  expect(await ledgerOf(team, path)).toMatchObject({
    withdrawn: true,
    balanceCents: 20_000,
    payableCents: 20_000,
  });
  expect(
    await coordinator.refused(`${path}/payments`, payment(team, { cents: 20_001, reference: 'S-2' })),
  ).toEqual(['payment_above_price']);
  await coordinator.make(`${path}/payments`, payment(team, { cents: 20_000, reference: 'S-2' }));
  expect(
    await coordinator.refused(`${path}/payment-plans`, {
      count: 2,
      firstOn: today(team.clinic.timeZone),
      every: 'week',
    }),
  ).toEqual(['agreement_ended']);
}, 20_000);

it('takes the last installment after the case is closed', async () => {
  const { coordinator } = team;
  const { caseId, path } = await payingCase(team, { bodySite: 'back', side: 'midline' });
  const { version } = await coordinator.case(caseId);
  await coordinator.move(`/api/cases/${caseId}/closures`, { version, reason: 'transferred' });
  await coordinator.make(`${path}/payments`, payment(team));
  expect((await ledgerOf(team, path)).paidCents).toBe(50_000);
});

it('lets the manager give up, the desk take and give back, and whoever treats see what is owed', async () => {
  const { coordinator, physician, manager } = team;
  const { path } = await payingCase(team, { bodySite: 'neck' });
  expect((await coordinator.post(`${path}/adjustments`, adjustmentOf(team))).status).toBe(403);
  expect((await physician.get(`${path}/ledger`)).status).toBe(403);
  expect((await physician.get(`${path}/balance`)).status).toBe(200);
  const moves = (await ledgerOf(team, path)).moves.map(({ move, refusals }) => [
    move,
    refusals.map(({ code }) => code),
  ]);
  expect(Object.fromEntries(moves)).toMatchObject({
    pay: [],
    agree: [],
    adjust: ['wrong_role', 'adjustment_above_charges'],
  });
  expect((await manager.get(`${path}/ledger`)).status).toBe(200);
});

it('writes entries once: the application may not change or delete them', async () => {
  for (const write of [
    'UPDATE stipple.ledger_entry SET cents = 1',
    'DELETE FROM stipple.ledger_entry',
    'UPDATE stipple.ledger_posting SET cents = 1',
    'DELETE FROM stipple.payment_plan_installment',
  ])
    await expect(stage.db.application.query(write)).rejects.toThrow(/permission denied/);
});

it('neither shows nor takes money of another clinic’s agreement', async () => {
  const { path } = await payingCase(team, { bodySite: 'forearm' });
  const others = await signInTeam(stage, await makeClinic(stage.db.owner, 'Elsewhere'));
  for (const what of ['balance', 'ledger', 'receipt'])
    expect([what, (await others.coordinator.get(`${path}/${what}`)).status]).toEqual([what, 404]);
  expect((await others.coordinator.post(`${path}/payments`, payment(others))).status).toBe(404);
  expect((await ledgerOf(team, path)).entries).toEqual([]);
});
