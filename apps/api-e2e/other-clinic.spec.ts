import type { AuditEntry } from '@stipple/contracts';
import { makeClinic } from '@stipple/testing';
import { bodies } from './bodies';
import { Browser, Stage, mustBe, openStage, pdf } from './harness';
import { someDraft } from './draft-story';
import { payingCase, payment, reversalOf } from './ledger-story';
import { draftedPolicy, publishedPolicy } from './payer-story';
import { issuedAgreement, patientSignature } from './self-pay-story';
import {
  Team,
  approval,
  benefitCall,
  booking,
  caseWithPayer,
  deniedCase,
  newCase,
  openCase,
  requestFor,
  signInTeam,
  today,
} from './story';
import { whatIsStored } from './what-is-stored';
import { World, anotherCase, makeWorld } from './world';

let stage: Stage;
let ours: World;
let theirs: World;
beforeAll(async () => {
  stage = await openStage();
  const other = await makeClinic(stage.db.owner, 'Elsewhere');
  const [us, them] = await Promise.all([signInTeam(stage), signInTeam(stage, other)]);
  [ours, theirs] = await Promise.all([makeWorld(us), makeWorld(them)]);
}, 60_000);
afterAll(() => stage.close());

/** Every row a clinic has, in every table that knows clinics; for ours without what every request leaves. */
const theirRows = () => whatIsStored(stage.db.owner, [], theirs.team.clinic.id);
const trail = ['audit_entry', 'audit_head', 'idempotency_record', 'sign_in'];
const ourRows = () => whatIsStored(stage.db.owner, trail, ours.team.clinic.id);
const us = (role: keyof Team): Browser => ours.team[role] as Browser;

describe('an id of another clinic in the path', () => {
  it.each(Object.entries(bodies).filter(([, sent]) => sent.about !== null))(
    '%s is 404 and changes nothing',
    async (route, sent) => {
      const before = [await theirRows(), await ourRows()];
      const path = route.replace('POST ', '').replace(':id', sent.about ? theirs[sent.about] : '');
      const answer = await us(sent.by).post(path, sent.example(ours));
      expect([answer.status, answer.problem.code]).toEqual([404, 'not_found']);
      expect([await theirRows(), await ourRows()]).toEqual(before);
    },
  );

  it('takes no document into another clinic’s case', async () => {
    const before = [await theirRows(), await ourRows()];
    const answer = await us('coordinator').upload(theirs.case, { kind: 'photo', title: 'x' }, pdf);
    expect(answer.status).toBe(404);
    expect([await theirRows(), await ourRows()]).toEqual(before);
  });

  it.each([
    ['cases', () => theirs.case],
    ['patients', () => theirs.team.clinic.patientId],
    ['documents', () => theirs.document],
    ['patient-photos', () => theirs.patientPhoto, '/picture'],
    ['letters', () => theirs.letter, '/versions'],
    ['letters', () => theirs.letter, '/docx'],
    ['cases', () => theirs.case, '/packet'],
    ['auth-requests', () => theirs.draft, '/packet'],
    ['auth-requests', () => theirs.draft, '/packet/manifest'],
    ['cases', () => theirs.case, '/authorization-required'],
    ['cases', () => theirs.deniedCase, '/next-routes'],
    ['challenges', () => theirs.challenge, '/outline'],
    ['payers', () => theirs.payer],
    ['policy-versions', () => theirs.policy],
    ['policy-versions', () => theirs.policy, '/export'],
  ])('GET /api/%s/:id is 404 and tells nothing', async (kind, id, more = '') => {
    const answer = await us('coordinator').get(`/api/${kind}/${id()}${more}`);
    expect(answer.status).toBe(404);
    expect(JSON.stringify(answer.body)).not.toMatch(/Testpatient|Elsewhere|T-/);
    const control = await theirs.team.coordinator.get(`/api/${kind}/${id()}${more}`);
    expect(control.status).toBe(200);
  });
});

describe('an id of another clinic in the question', () => {
  it.each([
    ['/api/cases?payerId=', () => theirs.team.clinic.payerId],
    ['/api/cases?owner=', () => theirs.team.clinic.coordinator.id],
    ['/api/reports/metrics/denials/cases?payerId=', () => theirs.team.clinic.payerId],
    ['/api/reports/metrics/denials/cases?physicianId=', () => theirs.team.clinic.physician.id],
    ['/api/reports/metrics/denials/cases?coordinatorId=', () => theirs.team.clinic.coordinator.id],
    ['/api/reports/standing/rows?list=open_cases&payerId=', () => theirs.team.clinic.payerId],
    ['/api/reports/standing/rows?list=open_cases&physicianId=', () => theirs.team.clinic.physician.id],
    ['/api/reports/standing/rows?list=recorded_steps&personId=', () => theirs.team.clinic.coordinator.id],
    ['/api/submissions?payerId=', () => theirs.team.clinic.payerId],
    ['/api/submissions?person=', () => theirs.team.clinic.coordinator.id],
  ])('%s finds nothing', async (path, id) => {
    const answer = await us('coordinator').get<{ rows: unknown[] }>(`${path}${id()}`);
    expect([answer.status, answer.body.rows]).toEqual([200, []]);
  });

  it('/api/reports/metrics/completeness?payerId= compares nothing', async () => {
    const path = `/api/reports/metrics/completeness?payerId=${theirs.team.clinic.payerId}`;
    const { status, body } = await us('manager').get(path);
    expect([status, body]).toMatchObject([200, { strata: [], beside: [], association: { decided: 0 } }]);
  });

  it('/api/audit?caseId= finds nothing but our own tries to read it', async () => {
    const answer = await us('manager').get<AuditEntry[]>(`/api/audit?caseId=${theirs.case}`);
    expect(answer.status).toBe(200);
    for (const entry of answer.body)
      expect(entry).toMatchObject({
        action: expect.stringMatching(/^(treatment_case|packet)\.read$/) as string,
        caseNumber: null,
        detail: {},
      });
  });
});

/** A command that would succeed, with one id in its body replaced by another clinic's. */
interface Attempt {
  readonly path: string;
  readonly body: object;
  readonly forged: object;
}
const book = async () => {
  const { team } = ours;
  const { caseId, requestId } = await caseWithPayer(team, { bodySite: 'foot', duplicateIntended: true });
  const proofId = await team.coordinator.attach(caseId, 'payer_notice');
  await team.coordinator.make(`/api/auth-requests/${requestId}/approvals`, approval(team, proofId, 4));
  return `/api/cases/${caseId}/sessions`;
};
const asked = async () => {
  const { team } = ours;
  const { caseId, requestId } = await caseWithPayer(team, { bodySite: 'foot', duplicateIntended: true });
  return { caseId, requestId, proofId: await team.coordinator.attach(caseId, 'payer_notice') };
};
/** An appeal of what was wrong on paper, so that it goes without a signature. */
const drafted = async () => {
  const { team } = ours;
  const where = { bodySite: 'foot', duplicateIntended: true };
  const { caseId, requestId } = await deniedCase(team, where, { kind: 'administrative', code: '16' });
  const challenge = await team.coordinator.make(`/api/cases/${caseId}/challenges`, {
    requestId,
    kind: 'reconsideration',
  });
  await team.coordinator.move(`/api/challenges/${challenge}/wordings`, {
    version: 1,
    body: 'It is there now.',
  });
  return { challenge, proofId: await team.coordinator.attach(caseId, 'payer_notice') };
};
/** An appeal for the patient, of what was wrong on paper, with their form in the case. */
const forPatient = async () => {
  const { team } = ours;
  const where = { bodySite: 'foot', duplicateIntended: true };
  const { caseId, requestId } = await deniedCase(team, where, { kind: 'administrative', code: '16' });
  const appeal = { requestId, kind: 'appeal_1', appealsAs: 'representative' };
  const challenge = await team.coordinator.make(`/api/cases/${caseId}/challenges`, appeal);
  await team.coordinator.move(`/api/challenges/${challenge}/wordings`, { version: 1, body: 'It is there.' });
  return { challenge, formId: await team.coordinator.attach(caseId, 'representative_form') };
};
let hour = 0;
const nextSlot = () => booking(ours.team, 50 + (hour += 1), 9);
const area = () => ({
  path: `/api/cases/${ours.case}/evidence/areas`,
  body: {
    onDay: today(ours.team.clinic.timeZone),
    ratedBy: 'Dr. Pat Physician',
    areaCm2: 12,
    method: 'tracing',
  },
});

const attempts: Readonly<Record<string, () => Promise<Attempt>>> = {
  'ReverseEntry.entryId': async () => {
    const paid = async ({ team }: World) => {
      const { path } = await payingCase(team, { bodySite: 'neck', side: 'midline' });
      await team.coordinator.make(`${path}/payments`, payment(team));
      return { path: `${path}/reversals`, body: await reversalOf(team, path) };
    };
    const [own, { body: foreign }] = [await paid(ours), await paid(theirs)];
    return { ...own, forged: { entryId: foreign.entryId } };
  },
  ...Object.fromEntries(
    (['caseId', 'subjectId', 'authorId'] as const).map((field) => [
      `SaveDraft.${field}`,
      async () => {
        const about = { subject: 'letter', subjectId: ours.letter, move: 'revise', counter: Date.now() };
        const foreign = {
          caseId: theirs.case,
          subjectId: theirs.letter,
          authorId: theirs.team.clinic.coordinator.id,
        };
        const body = someDraft(ours.team, ours.case, about);
        return { path: '/api/drafts', body, forged: { [field]: foreign[field] } };
      },
    ]),
  ),
  ...Object.fromEntries(
    (['patientId', 'coverageId', 'physicianId', 'ownerId'] as const).map((field) => [
      `OpenCase.${field}`,
      async () => {
        const { clinic } = theirs.team;
        const foreign = {
          patientId: clinic.patientId,
          coverageId: clinic.coverageId,
          physicianId: clinic.physician.id,
          ownerId: clinic.coordinator.id,
        };
        const body = newCase(ours.team, {
          duplicateIntended: true,
          ownerId: ours.team.clinic.coordinator.id,
        });
        return { path: '/api/cases', body, forged: { [field]: foreign[field] } };
      },
    ]),
  ),
  'AssignCase.ownerId': async () => ({
    path: `/api/cases/${await anotherCase(ours.team)}/assignments`,
    body: { version: 1, ownerId: ours.team.clinic.manager.id },
    forged: { ownerId: theirs.team.clinic.manager.id },
  }),
  'DraftRequest.supersedesId': async () => ({
    path: `/api/cases/${ours.case}/auth-requests`,
    body: requestFor(ours.team),
    forged: { supersedesId: theirs.request },
  }),
  'DraftRequest.ofAuthorizationId': async () => ({
    path: `/api/cases/${ours.case}/auth-requests`,
    body: requestFor(ours.team, { purpose: 'revision', ofAuthorizationId: ours.authorization }),
    forged: { ofAuthorizationId: theirs.authorization },
  }),
  'OpenChallenge.requestId': async () => {
    const { caseId, requestId } = await deniedCase(ours.team, { bodySite: 'foot', duplicateIntended: true });
    const body = { requestId, kind: 'appeal_1' };
    return { path: `/api/cases/${caseId}/challenges`, body, forged: { requestId: theirs.denied } };
  },
  ...Object.fromEntries(
    (
      [
        ['DraftChallenge', 'wordings', { body: 'It is there now.' }],
        [
          'SendChallenge',
          'sendings',
          { channel: 'fax', sentAt: new Date().toISOString(), reference: 'FAX-1' },
        ],
      ] as const
    ).map(([form, path, said]) => [
      `${form}.representativeFormId`,
      async () => {
        const { challenge, formId } = await forPatient();
        return {
          path: `/api/challenges/${challenge}/${path}`,
          body: { version: 2, ...said, representativeFormId: formId },
          forged: { representativeFormId: theirs.document },
        };
      },
    ]),
  ),
  ...Object.fromEntries(
    (['documentId', 'replacesId'] as const).map((field) => [
      `RecordPlanClause.${field}`,
      async () => {
        const { challenge, proofId } = await drafted();
        const path = `/api/challenges/${challenge}/grounds/plan-clauses`;
        const clause = { clause: 'exclusion', words: 'Looks are excluded.', page: '4', documentId: proofId };
        const replacesId = await ours.team.coordinator.make(path, clause);
        const forged = { documentId: theirs.document, replacesId: theirs.challenge };
        return { path, body: { ...clause, replacesId }, forged: { [field]: forged[field] } };
      },
    ]),
  ),
  'RecordFinding.documentId': async () => {
    const { caseId, requestId } = await deniedCase(ours.team, { bodySite: 'foot', duplicateIntended: true });
    const documentId = await ours.team.coordinator.attach(caseId, 'payer_notice');
    const body = { topic: 'second_level', says: true, words: 'Page 60', documentId };
    const forged = { documentId: theirs.document };
    return { path: `/api/auth-requests/${requestId}/findings`, body, forged };
  },
  'SendChallenge.proofId': async () => {
    const { challenge, proofId } = await drafted();
    const body = { version: 2, channel: 'fax', sentAt: new Date().toISOString(), proofId };
    return { path: `/api/challenges/${challenge}/sendings`, body, forged: { proofId: theirs.document } };
  },
  ...Object.fromEntries(
    (['proofId', 'clinicianIds'] as const).map((field) => [
      `OverturnChallenge.${field}`,
      async () => {
        const { challenge, proofId } = await drafted();
        const sending = { version: 2, channel: 'fax', sentAt: new Date().toISOString(), proofId };
        await ours.team.coordinator.move(`/api/challenges/${challenge}/sendings`, sending);
        const forged = { proofId: theirs.document, clinicianIds: [theirs.team.clinic.clinicianId] };
        const body = approval(ours.team, proofId, 3);
        return { path: `/api/challenges/${challenge}/overturns`, body, forged: { [field]: forged[field] } };
      },
    ]),
  ),
  'SubmitRequest.proofId': async () => {
    const { coordinator } = ours.team;
    const { caseId, requestId, proofId } = await asked();
    await coordinator.move(`/api/auth-requests/${requestId}/withdrawals`, { version: 4, reason: 'Again' });
    const id = await coordinator.make(`/api/cases/${caseId}/auth-requests`, requestFor(ours.team));
    await coordinator.move(`/api/auth-requests/${id}/completions`, { version: 1 });
    const body = { version: 2, channel: 'fax', submittedAt: new Date().toISOString(), proofId };
    return { path: `/api/auth-requests/${id}/submissions`, body, forged: { proofId: theirs.document } };
  },
  ...Object.fromEntries(
    (['proofId', 'clinicianIds'] as const).map((field) => [
      `RecordApproval.${field}`,
      async () => {
        const { requestId, proofId } = await asked();
        const forged = { proofId: theirs.document, clinicianIds: [theirs.team.clinic.clinicianId] };
        return {
          path: `/api/auth-requests/${requestId}/approvals`,
          body: approval(ours.team, proofId, 4),
          forged: { [field]: forged[field] },
        };
      },
    ]),
  ),
  ...Object.fromEntries(
    (['proofId', 'requestId'] as const).map((field) => [
      `RecordExtension.${field}`,
      async () => {
        const { caseId, requestId, proofId } = await asked();
        const datedOn = today(ours.team.clinic.timeZone);
        const body = { version: 1, requestId, datedOn, because: 'more_time', words: 'Longer', proofId };
        const forged = { proofId: theirs.document, requestId: theirs.request };
        return { path: `/api/cases/${caseId}/extension-notices`, body, forged: { [field]: forged[field] } };
      },
    ]),
  ),
  'RecordDenial.proofId': async () => {
    const { requestId, proofId } = await asked();
    const day = today(ours.team.clinic.timeZone);
    const body = {
      version: 4,
      words: 'No',
      kind: 'clinical',
      decisionOn: day,
      noticeReceivedOn: day,
      proofId,
    };
    return { path: `/api/auth-requests/${requestId}/denials`, body, forged: { proofId: theirs.document } };
  },
  ...Object.fromEntries(
    (['proofId', 'clinicianIds', 'requestId'] as const).map((field) => [
      `RecordNotRequired.${field}`,
      async () => {
        const { coordinator } = ours.team;
        const caseId = await openCase(ours.team, { bodySite: 'neck', duplicateIntended: true });
        await coordinator.make(
          `/api/cases/${caseId}/benefit-calls`,
          benefitCall({ authorizationRequired: 'no' }),
        );
        const proofId = await coordinator.attach(caseId, 'payer_notice');
        const { version: _, ...grant } = approval(ours.team, proofId, 1);
        const forged = {
          proofId: theirs.document,
          clinicianIds: [theirs.team.clinic.clinicianId],
          requestId: theirs.request,
        };
        const body = { ...grant, payerWords: 'None', payerNamedWindow: false };
        return { path: `/api/cases/${caseId}/not-required`, body, forged: { [field]: forged[field] } };
      },
    ]),
  ),
  'AmendAuthorization.proofId': async () => {
    const { requestId, proofId } = await asked();
    const id = await ours.team.coordinator.make(
      `/api/auth-requests/${requestId}/approvals`,
      approval(ours.team, proofId, 4),
    );
    const { timeZone } = ours.team.clinic;
    const terms = {
      effectiveOn: today(timeZone),
      expiresOn: today(timeZone, 60),
      lines: [{ procedureCode: '17999', units: 2 }],
    };
    return {
      path: `/api/authorizations/${id}/amendments`,
      body: { version: 1, ...terms, reason: 'Less', proofId },
      forged: { proofId: theirs.document },
    };
  },
  'TryPolicy.againstId': async () => {
    const [id, againstId] = [await publishedPolicy(ours.team), await publishedPolicy(theirs.team)];
    const tried = await draftedPolicy(ours.team, { version: 'next' });
    const path = `/api/policy-versions/${tried}/dry-runs`;
    return { path, body: { version: 1, againstId: id }, forged: { againstId } };
  },
  'RecordArea.documentId': async () => {
    const documentId = await ours.team.coordinator.attach(ours.case, 'clinical_note');
    return { ...area(), body: { ...area().body, documentId }, forged: { documentId: theirs.document } };
  },
  'RecordArea.replacesId': async () => {
    const measured = (world: World) => ({ ...area().body, documentId: world.document });
    const foreign = await theirs.team.coordinator.make(
      `/api/cases/${theirs.case}/evidence/areas`,
      measured(theirs),
    );
    const replacesId = await ours.team.coordinator.make(area().path, measured(ours));
    const body = { ...measured(ours), replacesId, reason: 'Measured anew' };
    return { path: area().path, body, forged: { replacesId: foreign } };
  },
  'WriteNote.correctsId': async () => {
    const body = { body: 'Corrected' };
    const foreign = await theirs.team.coordinator.make(`/api/cases/${theirs.case}/billing-notes`, body);
    return { path: `/api/cases/${ours.case}/billing-notes`, body, forged: { correctsId: foreign } };
  },
  ...Object.fromEntries(
    (['proofId', 'waiverId', 'clinicianIds'] as const).map((field) => [
      `SignAgreement.${field}`,
      async () => {
        const caseId = await anotherCase(ours.team);
        const id = await issuedAgreement(ours.team, caseId);
        const [proofId, waiverId] = [
          await ours.team.coordinator.attach(caseId, 'signed_estimate'),
          await ours.team.coordinator.attach(caseId, 'waiver'),
        ];
        const forged = {
          proofId: theirs.document,
          waiverId: theirs.document,
          clinicianIds: [theirs.team.clinic.clinicianId],
        };
        return {
          path: `/api/self-pay-agreements/${id}/signatures`,
          body: patientSignature(ours.team, 2, proofId, { waiverId }),
          forged: { [field]: forged[field] },
        };
      },
    ]),
  ),
  ...Object.fromEntries(
    (['roomId', 'clinicianId'] as const).flatMap((field) => {
      const forged = () => ({ [field]: theirs.team.clinic[field] });
      return [
        [`BookSession.${field}`, async () => ({ path: await book(), body: nextSlot(), forged: forged() })],
        [
          `RescheduleSession.${field}`,
          async () => {
            const id = await ours.team.coordinator.make(await book(), nextSlot());
            const { startsAt, minutes, roomId, clinicianId } = nextSlot() as Record<string, unknown>;
            return {
              path: `/api/sessions/${id}/reschedulings`,
              body: { version: 1, startsAt, minutes, roomId, clinicianId },
              forged: forged(),
            };
          },
        ],
      ];
    }),
  ),
};

/** What was begun in the background has ended, so that it writes nothing while the next one is looked at. */
async function idle(): Promise<void> {
  const running = `SELECT FROM stipple.policy_dry_run WHERE state = 'running'`;
  while ((await stage.db.owner.query(running)).rowCount !== 0)
    await new Promise((resolve) => setTimeout(resolve, 30));
}

describe('an id of another clinic in the body', () => {
  it.each(Object.entries(attempts))(
    '%s is refused and changes nothing, where our own succeeds',
    async (_, prepare) => {
      const { path, body, forged } = await prepare();
      const before = [await theirRows(), await ourRows()];
      const answer = await us('coordinator').post(path, { ...body, ...forged });
      expect([404, 409]).toContain(answer.status);
      expect([await theirRows(), await ourRows()]).toEqual(before);
      const own = await us('coordinator').post(path, body);
      mustBe(own.status === 201 ? 201 : 204, own);
      await idle();
    },
  );

  it('covers every id that a body can hold', () => {
    // A filter of another clinic finds nothing, as in the questions above; served-cases.spec.ts has the proof.
    const filters = ['payerId'];
    // What is no notice of whoever marks it is passed over; notices.spec.ts has the proof.
    const passedOver = ['taskIds'];
    const named = Object.keys(attempts).map((name) => name.split('.')[1]);
    const known = new Set([...named, ...filters, ...passedOver]);
    for (const sent of Object.values(bodies))
      for (const field of Object.keys(sent.contract.shape))
        if (/Ids?$/.test(field)) expect(known).toContain(field);
  });
});
