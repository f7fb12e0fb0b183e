import { Stage, openStage } from './harness';
import { Team, deniedCase, signInTeam } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const sites = ['hand', 'wrist', 'elbow', 'knee', 'ankle', 'hip', 'foot', 'shoulder', 'thigh', 'forearm'];
let site = 0;
const denied = (denial: object) =>
  deniedCase(team, { bodySite: sites[site++ % sites.length], duplicateIntended: true }, denial);
type Denied = Awaited<ReturnType<typeof denied>>;
const onPaper = { kind: 'administrative', code: '252' };

const open = ({ caseId, requestId }: Denied, kind: string, more: object = {}) =>
  team.coordinator.make(`/api/cases/${caseId}/challenges`, { requestId, kind, ...more });
const draft = (id: string, version = 1) =>
  team.physician.move(`/api/challenges/${id}/wordings`, { version, body: 'The photographs are there now.' });
const sending = (version: number, more: object = {}) => ({
  version,
  channel: 'fax',
  sentAt: new Date().toISOString(),
  reference: 'FAX-9',
  ...more,
});
const challenge = async ({ caseId }: Denied, id: string) =>
  (await team.coordinator.case(caseId)).challenges.find((one) => one.id === id);

describe('what it argues', () => {
  /** Opened as the codes suggest; with more, as somebody says. */
  const opened = async (denial: object, kind: string, more: object = {}) => {
    const of = await denied(denial);
    return { of, id: await open(of, kind, more) };
  };
  it.each([
    ['clinical', { code: '50' }, 'necessity', true],
    ['experimental', { code: '55' }, 'proof', true],
    ['an exclusion', { code: '96 N383', kind: 'benefit_exclusion' }, 'plan_language', false],
    ['something missing', { code: '252', kind: 'administrative' }, 'correction', false],
    ['something missing, filed as clinical', { code: '252', kind: 'clinical' }, 'correction', false],
  ])('follows from a denial that is %s', async (_, denial, argues, clinical) => {
    const { of, id } = await opened(denial, 'reconsideration');
    expect(await challenge(of, id)).toMatchObject({ argues, clinical, appealsAs: null });
  });

  it('is what somebody who has read the letter says instead, and then decides about the signature', async () => {
    const { of, id } = await opened({ code: '50' }, 'appeal_1', {
      argues: 'correction',
      appealsAs: 'own_right',
    });
    expect(await challenge(of, id)).toMatchObject({ argues: 'correction', clinical: false });
    await draft(id);
    await team.coordinator.move(`/api/challenges/${id}/sendings`, sending(2));
  });

  it('is never necessity where the plan excludes it: neither signed nor sent', async () => {
    const { id } = await opened({ code: '96 N383', kind: 'benefit_exclusion' }, 'appeal_1', {
      argues: 'necessity',
      appealsAs: 'own_right',
    });
    await draft(id);
    expect(
      await team.physician.refused(`/api/challenges/${id}/signatures`, {
        version: 2,
        password: team.clinic.physician.password,
      }),
    ).toEqual(['exclusion_argued_as_necessity']);
    expect(await team.coordinator.refused(`/api/challenges/${id}/sendings`, sending(2))).toEqual([
      'challenge_unsigned',
      'exclusion_argued_as_necessity',
    ]);
  });

  it('is not asked of a call, and in whose right not of a reconsideration', async () => {
    const { caseId, requestId } = await denied({});
    const path = `/api/cases/${caseId}/challenges`;
    const { coordinator } = team;
    expect(await coordinator.refused(path, { requestId, kind: 'peer_to_peer', argues: 'necessity' })).toEqual(
      ['ground_of_a_call'],
    );
    expect(
      await coordinator.refused(path, { requestId, kind: 'reconsideration', appealsAs: 'own_right' }),
    ).toEqual(['right_of_no_appeal']);
  });
});

describe('for the patient', () => {
  const forPatient = async () => {
    const of = await denied(onPaper);
    const id = await open(of, 'appeal_1');
    return { of, id, form: () => team.coordinator.attach(of.caseId, 'representative_form') };
  };

  it('it goes only with their form, which comes with the words', async () => {
    const { of, id, form } = await forPatient();
    await draft(id);
    const path = `/api/challenges/${id}/sendings`;
    expect(await challenge(of, id)).toMatchObject({
      appealsAs: 'representative',
      representativeFormId: null,
    });
    expect(await team.coordinator.refused(path, sending(2))).toEqual(['representative_form_missing']);
    const representativeFormId = await form();
    const words = { version: 2, body: 'The photographs are there now.', representativeFormId };
    await team.coordinator.move(`/api/challenges/${id}/wordings`, words);
    await draft(id, 3);
    await team.coordinator.move(path, sending(4));
    expect(await challenge(of, id)).toMatchObject({ state: 'sent', representativeFormId });
  });

  it('or with the sending, where it came only after the words were written', async () => {
    const { of, id, form } = await forPatient();
    await draft(id);
    const representativeFormId = await form();
    await team.coordinator.move(`/api/challenges/${id}/sendings`, sending(2, { representativeFormId }));
    expect(await challenge(of, id)).toMatchObject({ state: 'sent', representativeFormId });
  });

  it('another document is no such form, and who acts in their own right needs none', async () => {
    const { of, id } = await forPatient();
    const waiver = await team.coordinator.attach(of.caseId, 'waiver');
    const words = { version: 1, body: 'They are there now.' };
    expect(
      await team.coordinator.refused(`/api/challenges/${id}/wordings`, {
        ...words,
        representativeFormId: waiver,
      }),
    ).toEqual(['form_unknown']);
    const own = await open(await denied(onPaper), 'appeal_1', { appealsAs: 'own_right' });
    expect(
      await team.coordinator.refused(`/api/challenges/${own}/wordings`, {
        ...words,
        representativeFormId: waiver,
      }),
    ).toEqual(['form_unknown', 'form_of_no_representative']);
  });

  it('and PostgreSQL holds all of it without us', async () => {
    const { of, id } = await forPatient();
    const [form, waiver] = [
      await team.coordinator.attach(of.caseId, 'representative_form'),
      await team.coordinator.attach(of.caseId, 'waiver'),
    ];
    const write = (set: string) =>
      stage.db.owner.query(`UPDATE stipple.challenge SET ${set} WHERE id = '${id}'`);
    await expect(write(`argues = 'necessity'`)).rejects.toThrow(/judgement_is_clinical/);
    await expect(write(`representative_form_id = '${waiver}'`)).rejects.toThrow(/challenge_form/);
    await expect(write(`appeals_as = 'own_right', representative_form_id = '${form}'`)).rejects.toThrow(
      /form_of_a_representative/,
    );
    await expect(write(`kind = 'reconsideration'`)).rejects.toThrow(/right_of_an_appeal/);
    await draft(id);
    // Without its triggers, so that only the table's own rule stands in the way.
    const sent = `SET LOCAL session_replication_role = replica;
      UPDATE stipple.challenge SET state = 'sent', seq = 3, sent_on = current_date WHERE id = '${id}'`;
    await expect(stage.db.owner.query(sent)).rejects.toThrow(/representative_has_form/);
  });
});
