import type { CaseView, PacketView } from '@stipple/contracts';
import { sentencesOf } from '@stipple/domain';
import type { TestClinic } from '@stipple/testing';
import { Browser, mustBe } from './browser';
import { fittingCodes } from './fitting-codes';
import type { Stage } from './harness';

/** The people of one clinic, signed in, with the steps of a case as the verbs of their day. */
export interface Team {
  readonly clinic: TestClinic;
  readonly coordinator: Browser;
  readonly physician: Browser;
  readonly manager: Browser;
  readonly administrator: Browser;
}

export async function signInTeam(stage: Stage, clinic: TestClinic = stage.clinic): Promise<Team> {
  const [coordinator, physician, manager, administrator] = await Promise.all(
    [clinic.coordinator, clinic.physician, clinic.manager, clinic.administrator].map((person) =>
      stage.as(person),
    ),
  );
  if (!coordinator || !physician || !manager || !administrator) throw new Error('somebody did not arrive');
  return { clinic, coordinator, physician, manager, administrator };
}

export function today(timeZone: string, days = 0): string {
  return Temporal.Now.zonedDateTimeISO(timeZone).toPlainDate().add({ days }).toString();
}

/** A point in time on a day of the clinic, as the browser would send it. */
export function at(timeZone: string, days: number, hour: number, minute = 0): string {
  const day = Temporal.Now.zonedDateTimeISO(timeZone).toPlainDate().add({ days });
  return day
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour, minute }) })
    .toInstant()
    .toString();
}

export const newCase = ({ clinic }: Team, more: object = {}) => {
  const place = { bodySite: 'hand', side: 'right', ...more } as Parameters<typeof fittingCodes>[0];
  return {
    patientId: clinic.patientId,
    coverageId: clinic.coverageId,
    planType: 'commercial_insured',
    cause: 'burn',
    injuryContext: 'neither',
    bodySite: 'hand',
    side: 'right',
    diagnoses: fittingCodes(place),
    procedureCode: '17999',
    plannedSessions: 3,
    physicianId: clinic.physician.id,
    nextTouchOn: today(clinic.timeZone, 3),
    ...more,
  };
};

export async function openCase(team: Team, more: object = {}): Promise<string> {
  return mustBe(201, await team.coordinator.post<{ id: string }>('/api/cases', newCase(team, more))).id;
}

export const benefitCall = (more: object = {}) => ({
  calledAt: new Date(Date.now() - 60_000).toISOString(),
  numberDialled: '555-0100',
  representative: 'Kim',
  referenceNumber: 'CALL-1',
  codesAsked: ['17999'],
  authorizationRequired: 'yes',
  cosmeticExclusion: 'no',
  answer: 'Send by portal.',
  disclaimerHeard: true,
  ...more,
});

export const screeningProposal = { reasons: 'Contracture of the hand after a burn.' };
/** A letter whose every sentence rests on what the case says of the scar. */
export const letterOf = (body: string) => ({
  procedureCodes: ['17999'],
  body,
  bindings: sentencesOf(body).map(({ text }) => ({ sentence: text, to: [{ ref: 'fact:cause_of_scar' }] })),
});
export const letterText = letterOf(
  'The patient has a burn scar contracture of the right hand. Treatment is needed to restore its function.',
);
export const requestFor = ({ clinic }: Team, more: object = {}) => ({
  lines: [{ procedureCode: '17999', units: 3 }],
  fromOn: today(clinic.timeZone),
  toOn: today(clinic.timeZone, 90),
  urgency: 'standard',
  ...more,
});

/** What an unlisted code does not say by itself, with nothing missing. */
export const worksheet = {
  comparatorCode: '0479T',
  comparison: 'The same scar and area; needles instead of a laser, and a third more time.',
  minutes: 45,
  skill: 'Physician, trained in medical microneedling of contractures.',
  equipment: 'Needling pen, cleared for acne scars only; sterile cartridge and topical anaesthetic.',
  feeCents: 45_000,
  feeRestsOn: 'comparator',
  feeBasis: 'Fee for 0479T of $360.00 times 1.25, the ratio of the minutes.',
  lineDescription: 'MEDICAL MICRONEEDLING OF BURN SCAR, RIGHT HAND',
};

/** Fills in the worksheet of 17999, without which no request for it goes out. Returns its id. */
export const fillWorksheet = ({ coordinator }: Team, caseId: string, more: object = {}) =>
  coordinator.make(`/api/cases/${caseId}/worksheets`, { procedureCode: '17999', ...worksheet, ...more });

/** Marks a request ready; what its payer asks for and the case has not is left out with a reason. */
export async function markReady({ coordinator }: Team, caseId: string, requestId: string): Promise<void> {
  const { policy, checklist } = mustBe(200, await coordinator.get<PacketView>(`/api/cases/${caseId}/packet`));
  const missing = checklist.filter(({ state }) => policy !== null && state === 'missing');
  const omissions = missing.map(({ kind }) => ({ kind, reason: 'It is not this test’s matter.' }));
  await coordinator.move(`/api/auth-requests/${requestId}/completions`, { version: 1, omissions });
}

/** Walks a case to a request that the payer has received. */
export async function caseWithPayer(
  team: Team,
  more: object = {},
  requestMore: object = {},
): Promise<{ caseId: string; requestId: string }> {
  const { coordinator, physician, clinic } = team;
  const caseId = await openCase(team, more);
  mustBe(201, await coordinator.post(`/api/cases/${caseId}/benefit-calls`, benefitCall()));
  await coordinator.attach(caseId, 'photo', 'Right hand, palm');
  const screening = mustBe(
    201,
    await coordinator.post<{ id: string }>(`/api/cases/${caseId}/screenings`, screeningProposal),
  );
  mustBe(
    204,
    await physician.post(`/api/screenings/${screening.id}/signatures`, {
      version: 1,
      password: clinic.physician.password,
    }),
  );
  const letter = mustBe(
    201,
    await coordinator.post<{ id: string }>(`/api/cases/${caseId}/letters`, letterText),
  );
  mustBe(204, await coordinator.post(`/api/letters/${letter.id}/signature-requests`, { version: 1 }));
  mustBe(
    204,
    await physician.post(`/api/letters/${letter.id}/signatures`, {
      version: 2,
      password: clinic.physician.password,
    }),
  );
  await fillWorksheet(team, caseId);
  const request = mustBe(
    201,
    await coordinator.post<{ id: string }>(
      `/api/cases/${caseId}/auth-requests`,
      requestFor(team, requestMore),
    ),
  );
  await markReady(team, caseId, request.id);
  const now = new Date().toISOString();
  mustBe(
    204,
    await coordinator.post(`/api/auth-requests/${request.id}/submissions`, {
      version: 2,
      channel: 'portal',
      submittedAt: now,
      reference: 'PORTAL-77',
      payerReceivedAt: now,
    }),
  );
  return { caseId, requestId: request.id };
}

export const approval = ({ clinic }: Team, proofId: string, version: number, more: object = {}) => ({
  version,
  number: 'AUTH-1',
  decidedOn: today(clinic.timeZone),
  effectiveOn: today(clinic.timeZone),
  expiresOn: today(clinic.timeZone, 90),
  lines: [{ procedureCode: '17999', units: 3 }],
  clinicianIds: [clinic.clinicianId],
  placeOfService: '11',
  channel: 'portal',
  proofId,
  verified: true,
  ...more,
});

export const denialOf = ({ clinic }: Team, more: object = {}) => ({
  version: 4,
  words: 'Guidelines for scar treatment are not met.',
  code: '272',
  kind: 'clinical',
  decisionOn: today(clinic.timeZone),
  noticeReceivedOn: today(clinic.timeZone),
  ...more,
});

/** Walks a case to a request that the payer has denied. */
export async function deniedCase(
  team: Team,
  more: object = {},
  denial: object = {},
): Promise<{ caseId: string; requestId: string }> {
  const made = await caseWithPayer(team, more);
  await team.coordinator.move(`/api/auth-requests/${made.requestId}/denials`, denialOf(team, denial));
  return made;
}

/** Walks a case to an authorization in force. */
export async function authorizedCase(
  team: Team,
  more: object = {},
): Promise<{ caseId: string; requestId: string; authorizationId: string }> {
  const { caseId, requestId } = await caseWithPayer(team, more);
  const proofId = await team.coordinator.attach(caseId, 'payer_notice', 'Approval letter');
  const authorization = mustBe(
    201,
    await team.coordinator.post<{ id: string }>(
      `/api/auth-requests/${requestId}/approvals`,
      approval(team, proofId, 4),
    ),
  );
  return { caseId, requestId, authorizationId: authorization.id };
}

export const booking = ({ clinic }: Team, days: number, hour: number, more: object = {}) => ({
  startsAt: at(clinic.timeZone, days, hour),
  minutes: 60,
  roomId: clinic.roomId,
  clinicianId: clinic.clinicianId,
  procedureCode: '17999',
  ...more,
});

/** The names of the moves that a subject offers without refusal. */
export function legal(subject: { moves: CaseView['moves'] } | undefined): string[] {
  return (subject?.moves ?? []).filter((move) => move.refusals.length === 0).map((move) => move.move);
}
