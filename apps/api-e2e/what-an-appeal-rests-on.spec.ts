import type { GroundView } from '@stipple/contracts';
import { blueHeronScar4 } from '@stipple/domain';
import { Denied, appealsOf } from './appeal-story';
import { Stage, openStage } from './harness';
import { publishPolicy } from './screening-story';
import { Team, caseWithPayer, deniedCase, denialOf, signInTeam } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const sites = ['hand', 'wrist', 'elbow', 'knee', 'ankle', 'hip', 'foot', 'shoulder', 'thigh', 'forearm'];
let site = 0;
const somewhere = () => ({ bodySite: sites[site++ % sites.length], duplicateIntended: true });
const deniedAs = (denial: object, more: object = {}) =>
  deniedCase(team, { ...somewhere(), ...more }, { page: '2', ...denial });
let desk: ReturnType<typeof appealsOf>;
beforeAll(() => {
  desk = appealsOf(stage, team);
});
const open = (of: Denied, kind?: string) => desk.open(of, kind);
const outline = (id: string) => desk.outline(id);
const exported = (id: string) => desk.exported(id);
const signed = (id: string) => desk.signed(id);
const enter = (id: string, what: string, body: object) =>
  team.coordinator.make(`/api/challenges/${id}/grounds/${what}`, body);
const refusedToEnter = (id: string, what: string, body: object) =>
  team.coordinator.refused(`/api/challenges/${id}/grounds/${what}`, body);
const entry = async (id: string, topic: GroundView['topic'], about = ''): Promise<GroundView> => {
  const { entered } = await outline(id);
  const found = entered.grounds.find((one) => one.topic === topic && (about === '' || one.about === about));
  if (found === undefined) throw new Error(`nothing is asked about ${topic}`);
  return found;
};

const certificate = ({ caseId }: Denied) =>
  team.coordinator.attach(caseId, 'other', 'Certificate of coverage');
const exclusion = (documentId: string, more: object = {}) => ({
  clause: 'exclusion',
  words: 'Services to improve appearance are excluded.',
  page: '41',
  section: '5.2',
  documentId,
  ...more,
});
const coding = { kind: 'administrative', code: '11' };
const excluded = { kind: 'benefit_exclusion', code: '96 N383' };
const corrected = { was: '17999', now: '96999', why: 'This payer takes the other unlisted code' };

describe('a denial of coding', () => {
  it('is appealed with the corrected code, and does not leave before it is entered', async () => {
    const id = await open(await deniedAs(coding));
    expect((await entry(id, 'correction')).needed).toBe(true);
    expect(await exported(id)).toContainEqual(expect.stringContaining('the corrected code'));
    await enter(id, 'corrections', corrected);
    expect((await entry(id, 'correction')).newest).toMatchObject({
      codeWas: '17999',
      codeNow: '96999',
      by: team.clinic.coordinator.name,
      takenOver: false,
    });
    expect(await signed(id)).toContain('The request said 17999; it is corrected to 96999, since this payer');
  });

  it('takes only a code that was asked for, and only one that is valid instead', async () => {
    const id = await open(await deniedAs(coding));
    expect(await refusedToEnter(id, 'corrections', { ...corrected, was: '97110' })).toEqual([
      'code_not_asked',
    ]);
    expect(await refusedToEnter(id, 'corrections', { ...corrected, now: '17999' })).toEqual([
      'code_unchanged',
    ]);
    expect(await refusedToEnter(id, 'corrections', { ...corrected, now: '15780' })).toEqual([
      'procedure_do_not_use',
    ]);
    expect(await refusedToEnter(id, 'corrections', { ...corrected, now: 'L90.5' })).toEqual([
      'code_unreadable',
    ]);
    const [diagnosis = ''] = (await outline(id)).entered.codes
      .map(({ code }) => code)
      .filter((code) => code.includes('.'));
    await enter(id, 'corrections', { was: diagnosis.toLowerCase(), now: 'l910', why: 'The scar is raised' });
    expect((await entry(id, 'correction')).newest).toMatchObject({ codeWas: diagnosis, codeNow: 'L91.0' });
  });
});

describe('an exclusion', () => {
  it('applied as a judgement is argued with the plan’s own words, which the file quotes with page and section', async () => {
    const of = await deniedAs(excluded, { injuredOn: '2024-02-01' });
    const id = await open(of);
    expect(await exported(id)).toContainEqual(
      expect.stringContaining('the plan’s own words on the exclusion'),
    );
    const document = await certificate(of);
    await enter(id, 'plan-clauses', exclusion(document));
    await enter(id, 'plan-clauses', {
      ...exclusion(document, { clause: 'reconstructive', page: '38' }),
      words: 'Treatment that restores function after an injury is covered.',
      section: undefined,
    });
    await team.physician.make(`/api/cases/${of.caseId}/evidence/statements`, {
      onDay: denialOf(team).decisionOn,
      ratedBy: 'Pat Physician',
      fact: 'functional_impairment',
      says: true,
      words: 'Cannot close the hand',
    });
    await team.physician.make(`/api/cases/${of.caseId}/evidence/no-treatments`, {
      onDay: denialOf(team).decisionOn,
      ratedBy: 'Pat Physician',
    });
    expect((await outline(id)).sections.map(({ key }) => key)).not.toContain('judgement');
    await team.coordinator.make(`/api/auth-requests/${of.requestId}/findings`, {
      topic: 'exclusion_is_judgement',
      says: true,
      words: 'The reviewer found the treatment cosmetic (notice, page 2).',
    });
    const judged = (await outline(id)).sections.find(({ key }) => key === 'judgement');
    expect(judged?.paragraphs[0]?.sources.map(({ ref }) => ref)).toContain('finding:exclusion_is_judgement');
    const file = await signed(id);
    for (const part of [
      'page 41, section 5.2: “Services to improve appearance are excluded.”',
      'page 38: “Treatment that restores function',
      'The reviewer found the treatment cosmetic',
      'Certificate of coverage',
    ])
      expect(file).toContain(part);
  });

  it('is quoted from a paper of the case in which a plan can speak, or from the policy on file', async () => {
    const of = await deniedAs(excluded);
    const id = await open(of);
    const photo = await team.coordinator.attach(of.caseId, 'photo', 'Hand');
    expect(await refusedToEnter(id, 'plan-clauses', exclusion(photo))).toEqual(['document_unknown']);
    const { documentId: _, ...policy } = exclusion('');
    expect(await refusedToEnter(id, 'plan-clauses', policy)).toEqual(['source_missing']);
  });
});

describe('what is entered', () => {
  it('may be changed and taken back, with all that it was, until the appeal is signed', async () => {
    const id = await open(await deniedAs(coding));
    const first = await enter(id, 'corrections', corrected);
    const changed = { ...corrected, why: 'The policy names the other one', replacesId: first };
    const second = await enter(id, 'corrections', changed);
    expect(await entry(id, 'correction')).toMatchObject({
      newest: { id: second, words: changed.why },
      earlier: [{ id: first, words: corrected.why }],
    });
    // Who saw the first only, is told so.
    expect(await refusedToEnter(id, 'corrections', changed)).toEqual(['entered_meanwhile']);
    expect(await refusedToEnter(id, 'corrections', corrected)).toEqual(['entered_meanwhile']);
    const third = await enter(id, 'takings-back', { replacesId: second });
    expect((await entry(id, 'correction')).newest).toMatchObject({ takenBack: true });
    expect(await exported(id)).toContainEqual(expect.stringContaining('the corrected code'));
    await enter(id, 'corrections', { ...corrected, replacesId: third });
    await signed(id);
    const { newest } = await entry(id, 'correction');
    for (const [what, body] of [
      ['corrections', { ...corrected, replacesId: newest?.id }],
      ['takings-back', { replacesId: newest?.id }],
    ] as const)
      expect(await refusedToEnter(id, what, body)).toEqual(['grounds_stand']);
  });

  it('is kept by PostgreSQL as it was signed, without us', async () => {
    const of = await deniedAs(coding);
    const id = await open(of);
    const ground = await enter(id, 'corrections', corrected);
    await signed(id);
    const { owner, application } = stage.db;
    const later = `INSERT INTO stipple.appeal_ground (clinic_id, case_id, challenge_id, state, seq, topic, about, words, code_was, code_now, taken_back, replaces_id)
      VALUES ($1, $2, $3, 'recorded', 1, 'correction', '', 'Otherwise', '17999', '96999', false, $4)`;
    await expect(owner.query(later, [team.clinic.id, of.caseId, id, ground])).rejects.toThrow(
      /rests on stands/,
    );
    for (const write of [`UPDATE stipple.appeal_ground SET words = 'x'`, 'DELETE FROM stipple.appeal_ground'])
      await expect(application.query(write)).rejects.toThrow(/permission denied/);
  });

  it('is taken over by the next level, and the one before keeps what it had', async () => {
    const of = await deniedAs(coding);
    const first = await open(of);
    await enter(first, 'corrections', corrected);
    await signed(first);
    const second = await open(of, 'appeal_2');
    const taken = (await entry(second, 'correction')).newest;
    expect(taken).toMatchObject({ codeNow: '96999', takenOver: true });
    await enter(second, 'corrections', { ...corrected, why: 'As the manual says', replacesId: taken?.id });
    expect((await entry(first, 'correction')).newest).toMatchObject({ words: corrected.why });
    expect((await entry(second, 'correction')).earlier).toHaveLength(1);
  });

  it('is nothing for a call', async () => {
    const id = await open(await deniedAs({ code: '50' }), 'peer_to_peer');
    expect(await refusedToEnter(id, 'payers-words', { page: '2' })).toEqual(['ground_of_a_call']);
  });

  it('adds the page that was not noted with the denial, and puts no other words in the payer’s mouth', async () => {
    const id = await open(await deniedCase(team, somewhere(), { code: '50' }), 'reconsideration');
    expect((await entry(id, 'payers_words')).needed).toBe(true);
    expect(await refusedToEnter(id, 'payers-words', { page: '4', words: 'Other' })).toEqual([
      'words_on_record',
    ]);
    await enter(id, 'payers-words', { page: '4' });
    const { sections } = await outline(id);
    expect(sections[0]?.paragraphs.at(-1)?.text).toBe(`Page 4 of the notice says: “${denialOf(team).words}”`);
  });
});

// Last, since the policy stays in force for the payer.
describe('a denial of need', () => {
  let of: Denied;
  let id: string;
  beforeAll(async () => {
    const { physician } = team;
    of = await caseWithPayer(team, somewhere());
    await publishPolicy(stage, { ...blueHeronScar4, documents: [] });
    const today = denialOf(team).decisionOn;
    const record = (kind: string, body: object) =>
      physician.make(`/api/cases/${of.caseId}/evidence/${kind}`, {
        onDay: today,
        ratedBy: 'Pat Physician',
        ...body,
      });
    for (const fact of ['functional_impairment', 'measurable_gain_stated'])
      await record('statements', { fact, says: true, words: 'Seen today' });
    await record('functions', { activities: ['gripping'], work: 'limited' });
    await record('no-treatments', {});
    await record('motions', {
      joint: 'wrist',
      motion: 'extension',
      side: 'right',
      mode: 'active',
      degrees: 25,
    });
    await record('scales', { scale: 'vss', items: [2, 1, 3, 1] });
    await record('areas', { areaCm2: 24.5, method: 'tracing' });
    const denial = denialOf(team, { code: '50', page: '3' });
    await team.coordinator.move(`/api/auth-requests/${of.requestId}/denials`, denial);
    id = await open(of, 'reconsideration');
  });

  it('names each criterion that the record does not meet, and leaves only with an answer to it', async () => {
    const asked = (await outline(id)).entered.grounds.filter(({ topic }) => topic === 'criterion');
    expect(asked.map(({ about }) => about)).not.toEqual([]);
    for (const { about, quote } of asked) {
      expect(blueHeronScar4.criteria.map((one) => one.quote)).toContain(quote);
      expect(await exported(id)).toContainEqual(expect.stringContaining('on record this is not met'));
      await enter(id, 'answers', {
        criterion: about,
        words: 'What is asked for first is not tolerated over the grafted skin.',
        restsOn: ['fact:cause_of_scar'],
      });
    }
    expect(await signed(id)).toContain('is not tolerated over the grafted skin');
  });

  it('takes no answer to what is met, nor one that rests on what the record has not', async () => {
    const again = await open(of);
    const [asked] = (await outline(again)).entered.grounds.filter(({ topic }) => topic === 'criterion');
    const answer = { criterion: asked?.about, words: 'It is not.', restsOn: ['fact:cause_of_scar'] };
    expect(await refusedToEnter(again, 'answers', { ...answer, criterion: 'function_impaired' })).toEqual([
      'criterion_not_open',
    ]);
    expect(await refusedToEnter(again, 'answers', { ...answer, restsOn: ['denial:words'] })).toEqual([
      'source_unknown',
    ]);
  });
});
