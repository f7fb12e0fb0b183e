import type { ClockView } from '@stipple/contracts';
import { dayOf } from '@stipple/domain';
import { Stage, mustBe, openStage } from './harness';
import { payerProfile } from './payer-story';
import { sentEarlier } from './sent-story';
import { Team, approval, caseWithPayer, denialOf, deniedCase, requestFor, signInTeam, today } from './story';
import { watched, watchedTasks } from './watch-story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const sites = ['hand', 'wrist', 'elbow', 'knee', 'ankle', 'hip', 'foot', 'shoulder', 'thigh', 'forearm'];
let site = 0;
const of = (planType: string) => ({
  planType,
  bodySite: sites[site++ % sites.length],
  duplicateIntended: true,
});
const day = (days: number) => today(team.clinic.timeZone, days);
const clocksOf = async (caseId: string) => (await team.coordinator.case(caseId)).clocks;
const named = (clocks: readonly ClockView[], clock: ClockView['clock']) =>
  clocks.find((one) => one.clock === clock);

describe('until the payer decides', () => {
  it('the page names the last day, its rule and its computation', async () => {
    const { caseId, requestId } = await caseWithPayer(team, of('commercial_insured'));
    expect(await clocksOf(caseId)).toEqual([
      expect.objectContaining({
        subject: 'auth_request',
        subjectId: requestId,
        what: 'Decision, standard request',
        kind: 'due',
        dueOn: day(15),
        dueAt: null,
        pressure: 'calm',
        rule: expect.objectContaining({ key: 'C11', source: '29 CFR 2560.503-1(f)(2)(iii)(A)' }),
        steps: [
          expect.stringMatching(/^The payer received the request/),
          expect.stringMatching(/^\+ 15 calendar/),
        ],
        estimated: null,
      }),
    ]);
  });

  it('an expedited request has its hour', async () => {
    const urgent = { urgency: 'expedited', urgencyReason: 'The hand stiffens by the day.' };
    const { caseId } = await caseWithPayer(team, of('commercial_insured'), urgent);
    const { requests, clocks } = await team.coordinator.case(caseId);
    const received = Temporal.Instant.from(requests[0]?.payerReceivedAt ?? '');
    const dueAt = Temporal.Instant.from(clocks[0]?.dueAt ?? '');
    expect(received.until(dueAt).total('hours')).toBe(72);
  });

  it('a plan that nobody knows shows “unknown”, and no date (rule 11: never a guessed date)', async () => {
    const { caseId } = await caseWithPayer(team, of('unknown'));
    expect(await clocksOf(caseId)).toEqual([
      expect.objectContaining({ kind: 'unknown_plan', dueOn: null, rule: null, pressure: null }),
    ]);
  });

  it('counts from the submission, as an estimate, until the receipt is recorded, and then anew from that', async () => {
    const { coordinator } = team;
    const { caseId, requestId } = await caseWithPayer(team, of('medicare_advantage'));
    await coordinator.move(`/api/auth-requests/${requestId}/withdrawals`, { version: 4, reason: 'Again' });
    const id = await coordinator.make(`/api/cases/${caseId}/auth-requests`, requestFor(team));
    await coordinator.move(`/api/auth-requests/${id}/completions`, { version: 1 });
    const submittedAt = Temporal.Now.instant().subtract({ hours: 72 }).toString();
    const sent = { version: 2, channel: 'fax', submittedAt, reference: 'FAX-1' };
    await coordinator.move(`/api/auth-requests/${id}/submissions`, sent);
    const [estimate] = await clocksOf(caseId);
    expect(estimate).toMatchObject({
      dueOn: Temporal.PlainDate.from(dayOf(submittedAt, team.clinic.timeZone)).add({ days: 7 }).toString(),
      estimated: 'receipt is not known; counted from when it was submitted',
    });

    const receipt = { version: 3, payerReceivedAt: new Date().toISOString() };
    await coordinator.move(`/api/auth-requests/${id}/receipts`, receipt);
    expect((await clocksOf(caseId))[0]).toMatchObject({ dueOn: day(7), estimated: null });
  });

  it('stands still while the payer waits for an answer', async () => {
    const { caseId, requestId } = await caseWithPayer(team, of('commercial_insured'));
    await team.coordinator.move(`/api/auth-requests/${requestId}/information-requests`, {
      version: 4,
      items: ['Range of motion'],
      respondByOn: day(10),
    });
    const clocks = await clocksOf(caseId);
    expect(named(clocks, 'decision_standard')).toMatchObject({ kind: 'paused', dueOn: null, pressure: null });
    expect(named(clocks, 'information_answer')).toMatchObject({
      dueOn: day(10),
      rule: { source: 'The payer’s question' },
      others: [{ rule: { key: 'C12' } }],
    });
  });
});

describe('the last day to file', () => {
  const opened = async (planType: string, kind: string, denial: object = {}) => {
    const { caseId, requestId } = await caseWithPayer(team, of(planType));
    await sentEarlier(stage.db.owner, requestId, 12);
    await team.coordinator.move(`/api/auth-requests/${requestId}/denials`, denialOf(team, denial));
    await team.coordinator.make(`/api/cases/${caseId}/challenges`, { requestId, kind });
    const { challenges, timeline, clocks } = await team.coordinator.case(caseId);
    return { caseId, fileByOn: challenges[0]?.fileByOn, told: timeline[0]?.data, clocks };
  };

  it.each([
    ['commercial_insured', 'appeal_1', 180, 'the notice came'],
    ['commercial_self_funded', 'appeal_1', 180, 'the notice came'],
    ['medicaid_managed_care', 'appeal_1', 50, 'the notice’s date, 60 days before'],
    ['medicare_advantage', 'appeal_1', 55, 'the notice’s date, 65 days before'],
  ])('of a %s plan, %s: %i days on, as counted from %s', async (planType, kind, days) => {
    const late = { decisionOn: day(-10), noticeReceivedOn: day(0) };
    const { fileByOn, told } = await opened(planType, kind, late);
    expect([fileByOn, told]).toMatchObject([day(days), { kind, fileByOn: day(days) }]);
  });

  it.each([
    ['medicaid_managed_care', 'appeal_1', 56, 'its own date'],
    ['medicare_advantage', 'appeal_1', 60, 'the day it came, which was before it is presumed to'],
    ['commercial_insured', 'appeal_1', 180, 'the day it came'],
  ])(
    'of a %s plan, %s, where the letter is younger than the decision: %i days on, from %s',
    async (planType, kind, days) => {
      const dates = { decisionOn: day(-10), noticeDatedOn: day(-4), noticeReceivedOn: day(0) };
      expect((await opened(planType, kind, dates)).fileByOn).toBe(day(days));
    },
  );

  it('of what was granted in part counts from its notice as well', async () => {
    const { caseId, requestId } = await caseWithPayer(team, of('medicare_advantage'));
    await sentEarlier(stage.db.owner, requestId, 12);
    const proofId = await team.coordinator.attach(caseId, 'payer_notice');
    const less = { lines: [{ procedureCode: '17999', units: 1 }], decidedOn: day(-10) };
    const body = approval(team, proofId, 4, { ...less, noticeDatedOn: day(-9), noticeReceivedOn: day(-6) });
    await team.coordinator.make(`/api/auth-requests/${requestId}/partial-approvals`, body);
    expect(named(await clocksOf(caseId), 'appeal_1_filing')).toMatchObject({ dueOn: day(54) });
  });

  it('presses in the queue as a deadline, although nobody typed it', async () => {
    const { caseId, clocks } = await opened('commercial_insured', 'appeal_1');
    expect(clocks.map(({ clock, dueOn }) => [clock, dueOn])).toEqual([
      ['appeal_1_filing', day(180)],
      ['peer_to_peer', null],
    ]);
    const { rows } = await stage.db.owner.query(
      'SELECT deadline_on::text, deadline_what, file_by_on::text FROM stipple.treatment_case WHERE id = $1',
      [caseId],
    );
    expect(rows).toEqual([
      { deadline_on: day(180), deadline_what: 'Appeal must be filed', file_by_on: day(180) },
    ]);
  });

  it.each([
    ['unknown', 'appeal_1'],
    ['marketplace', 'appeal_2'],
    ['commercial_insured', 'peer_to_peer'],
  ])('of a %s plan, %s, is not made up where no rule sets one', async (planType, kind) =>
    expect((await opened(planType, kind)).fileByOn).toBeNull(),
  );
});

describe('a manager sets another end (rule 12: with a reason, and the computed one stays)', () => {
  const wish = (requestId: string, more: object = {}) => ({
    version: 1,
    requestId,
    clock: 'appeal_1_filing',
    dueOn: day(90),
    reason: 'The notice names 90 days.',
    ...more,
  });

  it('the page shows it beside what the rules say, the appeal is to be filed by it, and the timeline says who and why', async () => {
    const { caseId, requestId } = await deniedCase(team, of('commercial_insured'));
    const challenge = { requestId, kind: 'appeal_1' };
    await team.coordinator.make(`/api/cases/${caseId}/challenges`, challenge);
    await team.manager.move(`/api/cases/${caseId}/clock-overrides`, wish(requestId));
    const { clocks, challenges, timeline } = await team.coordinator.case(caseId);
    expect(named(clocks, 'appeal_1_filing')).toMatchObject({
      kind: 'overridden',
      dueOn: day(90),
      sentence: expect.stringMatching(/set by a manager. Reason: The notice names 90 days.$/),
      rule: { key: 'C16' },
      notes: expect.arrayContaining([expect.stringMatching(/^Computed: Filing the first appeal: by /)]),
    });
    expect(challenges[0]).toMatchObject({ fileByOn: day(90) });
    expect(timeline[0]).toMatchObject({
      words: 'Deadline set by a manager',
      data: { clock: 'appeal_1_filing', dueOn: day(90), reason: 'The notice names 90 days.' },
    });
    const { rows } = await stage.db.owner.query(
      'SELECT computed, due_on::text FROM stipple.clock_override WHERE case_id = $1',
      [caseId],
    );
    expect(rows).toEqual([
      { computed: expect.stringMatching(/^Filing the first appeal: by /), due_on: day(90) },
    ]);
  });

  it('nobody else does, not without a reason, not for a day that has passed or a deadline that is not there', async () => {
    const { caseId, requestId } = await deniedCase(team, of('commercial_insured'));
    const path = `/api/cases/${caseId}/clock-overrides`;
    mustBe(403, await team.coordinator.post(path, wish(requestId)));
    mustBe(400, await team.manager.post(path, wish(requestId, { reason: ' ' })));
    const refused = (more: object) => team.manager.refused(path, wish(requestId, more));
    expect(await refused({ dueOn: day(-1) })).toEqual(['in_the_past']);
    expect(await refused({ clock: 'decision_standard' })).toEqual(['clock_not_there']);
  });

  it('is written once: not even the application changes or removes it', async () => {
    const { rows } = await stage.db.owner.query<{ privilege: string }>(
      `SELECT DISTINCT privilege_type AS privilege FROM information_schema.column_privileges
        WHERE table_name = 'clock_override' AND grantee = 'stipple_app' ORDER BY 1`,
    );
    expect(rows.map(({ privilege }) => privilege)).toEqual(['INSERT', 'SELECT']);
  });
});

describe('with what the clinic knows of the payer', () => {
  const describeAs = (version: number, more: object) =>
    team.coordinator.move(`/api/payers/${team.clinic.payerId}/profiles`, {
      version,
      ...payerProfile(team, { lines: ['commercial_self_funded', 'commercial_insured'], ...more }),
    });
  const decides = (lineOfBusiness: string, amount: number) => ({
    lineOfBusiness,
    clock: 'decision_standard',
    amount,
    unit: 'calendar_days',
    starts: 'payer_received',
    source: 'Provider manual, 3.1',
  });

  it('7 days never hold for a self-funded plan, and where no law sets a window the page says so', async () => {
    const { caseId } = await caseWithPayer(team, of('commercial_self_funded'));
    const denied = await deniedCase(team, of('commercial_self_funded'));
    expect(named(await clocksOf(denied.caseId), 'peer_to_peer')).toMatchObject({
      kind: 'no_legal_clock',
      sentence: expect.stringMatching(/no legal clock applies/),
    });
    await describeAs(0, { clocks: [decides('commercial_self_funded', 7)] });
    expect((await clocksOf(caseId))[0]).toMatchObject({
      dueOn: day(15),
      rule: { key: 'C11' },
      others: [
        { rule: { key: 'payer-decision_standard' }, due: null, why: expect.stringMatching(/^No 7-day rule/) },
      ],
    });
    expect(named(await clocksOf(denied.caseId), 'peer_to_peer')).toMatchObject({ kind: 'due' });
  });

  it('the law of its state and the days of its zone hold as soon as they are written down', async () => {
    const { caseId } = await caseWithPayer(team, of('commercial_insured'));
    await describeAs(1, { clocks: [], state: 'WA', timeZone: 'America/Los_Angeles' });
    const [clock] = await clocksOf(caseId);
    const received = (await team.coordinator.case(caseId)).requests[0]?.payerReceivedAt ?? '';
    expect(clock).toMatchObject({
      dueOn: Temporal.PlainDate.from(dayOf(received, 'America/Los_Angeles')).add({ days: 3 }).toString(),
      rule: { key: 'WA' },
      notes: expect.arrayContaining(['Days and hours are the payer’s: Pacific time.']),
    });
    const described = await team.coordinator.get(`/api/payers/${team.clinic.payerId}`);
    expect(described.body).toMatchObject({ profile: { state: 'WA', timeZone: 'America/Los_Angeles' } });
  });

  it('a shorter figure of its own wins, the law’s is shown beside it, and the day after its end somebody is to ask', async () => {
    const { caseId, requestId } = await caseWithPayer(team, of('commercial_insured'));
    await describeAs(2, { clocks: [decides('commercial_insured', 5)] });
    expect((await clocksOf(caseId))[0]).toMatchObject({
      dueOn: day(5),
      rule: { key: 'payer-decision_standard', source: 'Provider manual, 3.1' },
      others: [{ rule: { key: 'C11' }, why: expect.stringMatching(/^It ends later/) }],
    });

    await sentEarlier(stage.db.owner, requestId, 6);
    await watched(stage.db.owner, team.clinic);
    expect(await watchedTasks(stage.db.owner, team.clinic, caseId)).toEqual([
      { key: 'decision_overdue', state: 'open', history: 'raise!' },
    ]);
    await describeAs(3, { clocks: [] });
    await watched(stage.db.owner, team.clinic);
    expect(await watchedTasks(stage.db.owner, team.clinic, caseId)).toEqual([
      { key: 'decision_overdue', state: 'done', history: 'raise! finish!' },
    ]);
  });
});
