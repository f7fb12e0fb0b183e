import { sentPhoto } from './case-patient';
import { disputedBill } from './dispute-story';
import { randomUUID } from 'node:crypto';
import { someDraft } from './draft-story';
import { weekly } from './export-story';
import { draftedPolicy } from './payer-story';
import { beginImport } from './roster-story';
import { issuedAgreement } from './self-pay-story';
import {
  Team,
  authorizedCase,
  booking,
  deniedCase,
  letterText,
  openCase,
  requestFor,
  screeningProposal,
  today,
} from './story';

/** One of everything a clinic can have, by its id. */
export interface World {
  readonly team: Team;
  readonly case: string;
  readonly document: string;
  /** A piece of evidence of the open case. */
  readonly evidence: string;
  readonly screening: string;
  readonly letter: string;
  /** Of the open case's unlisted code. */
  readonly worksheet: string;
  readonly request: string;
  readonly draft: string;
  /** A request that the payer has denied, its case, and what is argued against it. */
  readonly denied: string;
  readonly deniedCase: string;
  readonly challenge: string;
  readonly authorization: string;
  readonly agreement: string;
  /** Sent by the patient, and not looked at. */
  readonly patientPhoto: string;
  /** Open, of another agreement. */
  readonly dispute: string;
  readonly session: string;
  readonly task: string;
  readonly person: string;
  readonly provider: string;
  readonly room: string;
  readonly payer: string;
  /** The draft of a version of its policy. */
  readonly policy: string;
  readonly rosterImport: string;
  readonly savedView: string;
  readonly scheduledReport: string;
  /** A draft of the coordinator's, not yet sent. */
  readonly typed: string;
}

/** Walks one clinic until it has one of everything: an open, authorized case with a booking, and a task in another. */
export async function makeWorld(team: Team): Promise<World> {
  const { coordinator, clinic } = team;
  const { caseId, requestId, authorizationId } = await authorizedCase(team, { bodySite: 'hand' });
  const revoked = await authorizedCase(team, { bodySite: 'back', side: 'midline' });
  await coordinator.make(`/api/cases/${revoked.caseId}/sessions`, booking(team, 40, 9));
  await coordinator.move(`/api/authorizations/${revoked.authorizationId}/revocations`, {
    version: 1,
    reason: 'Mistake',
  });
  const denied = await deniedCase(team, { bodySite: 'knee' });
  const [needed] = (await coordinator.case(caseId)).worksheets;
  const [task] = (await coordinator.case(revoked.caseId)).tasks;
  return {
    team,
    case: caseId,
    document: await coordinator.attach(caseId, 'photo'),
    evidence: await team.physician.make(`/api/cases/${caseId}/evidence/areas`, {
      onDay: today(clinic.timeZone),
      ratedBy: 'Pat Physician',
      areaCm2: 12,
      method: 'ruler',
    }),
    screening: await coordinator.make(`/api/cases/${caseId}/screenings`, screeningProposal),
    letter: await coordinator.make(`/api/cases/${caseId}/letters`, letterText),
    worksheet: needed?.worksheet?.id ?? '',
    request: requestId,
    draft: await coordinator.make(`/api/cases/${caseId}/auth-requests`, requestFor(team)),
    denied: denied.requestId,
    deniedCase: denied.caseId,
    challenge: await coordinator.make(`/api/cases/${denied.caseId}/challenges`, {
      requestId: denied.requestId,
      kind: 'reconsideration',
    }),
    authorization: authorizationId,
    agreement: await issuedAgreement(team, caseId),
    patientPhoto: await sentPhoto(team, caseId),
    dispute: await disputedBill(team),
    session: await coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 41, 9)),
    task: task?.id ?? '',
    person: clinic.coordinator.id,
    provider: clinic.otherClinicianId,
    room: clinic.otherRoomId,
    payer: clinic.payerId,
    policy: await draftedPolicy(team),
    rosterImport: await beginImport(coordinator),
    scheduledReport: await team.manager.make('/api/scheduled-reports', weekly(team)),
    savedView: await coordinator.make('/api/saved-views', { name: 'Denied', query: 'view=denied' }),
    typed: await coordinator.make('/api/drafts', someDraft(team, caseId)),
  };
}

/** Another case in which the same id would be asked for, so that two stories do not get in each other's way. */
export const anotherCase = (team: Team) =>
  openCase(team, { bodySite: 'face', side: 'midline', duplicateIntended: true });

export const newEmail = () => `${randomUUID()}@clinic.test`;
