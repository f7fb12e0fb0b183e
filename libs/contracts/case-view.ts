import {
  appealRights,
  authorizationBases,
  bodySites,
  challengeGrounds,
  challengeKinds,
  denialKinds,
  documentKinds,
  groupCodes,
  injuryContexts,
  parties,
  planTypes,
  readClasses,
  requestPurposes,
  scarCauses,
  screeningOutcomes,
  sides,
  stages,
  truths,
} from '@stipple/domain';
import { z } from 'zod';
import { ClockView } from './case-clocks';
import { CodeFinding, CodesOnFile } from './codes';
import { NoteView } from './notes';
import { id } from './primitives';
import { Refusal } from './problem';
import { PatientView } from './roster';
import { WorksheetGap } from './worksheets';

/** A move as the menu shows it: legal when it has no refusals. */
export const OfferedMove = z.strictObject({
  move: z.string(),
  label: z.string(),
  needs: z.array(z.string()),
  refusals: z.array(Refusal),
});
export type OfferedMove = z.infer<typeof OfferedMove>;

const subject = { id, version: z.number(), moves: z.array(OfferedMove) };
const codeUnits = z.strictObject({ procedureCode: z.string(), units: z.number() });
const person = z.strictObject({ id, name: z.string() });
const signed = z.strictObject({ by: z.string(), at: z.string(), hash: z.string() }).nullable();

export const BenefitCallView = z.strictObject({
  id,
  calledAt: z.string(),
  numberDialled: z.string(),
  representative: z.string(),
  referenceNumber: z.string(),
  codesAsked: z.array(z.string()),
  authorizationRequired: z.enum(['yes', 'no', 'unknown']),
  policyCited: z.string().nullable(),
  cosmeticExclusion: z.enum(['yes', 'no', 'unknown']),
  answer: z.string(),
  disclaimerHeard: z.boolean(),
  by: z.string(),
});

export const DocumentView = z.strictObject({
  id,
  kind: z.enum(documentKinds),
  title: z.string(),
  datedOn: z.string().nullable(),
  mediaType: z.string(),
  bytes: z.number(),
  by: z.string(),
  at: z.string(),
});
export type DocumentView = z.infer<typeof DocumentView>;

export const ScreeningView = z.strictObject({
  ...subject,
  state: z.enum(['proposed', 'signed', 'superseded']),
  outcome: z.enum(screeningOutcomes),
  /** Ticked by hand, in older ones that were not computed. */
  criteria: z.array(z.string()),
  reasons: z.string(),
  evidenceIds: z.array(id),
  proposedBy: z.string(),
  proposedAt: z.string(),
  /** What it was computed by and to; null in older ones. */
  computed: z
    .strictObject({
      outcome: z.enum(screeningOutcomes),
      headline: z.string(),
      policyKey: z.string(),
      general: z.boolean(),
      /** Only for who reads evidence. */
      result: z
        .strictObject({
          engine: z.string(),
          sentence: z.string(),
          serviceOn: z.string(),
          counts: z.strictObject({ met: z.number(), not_met: z.number(), unknown: z.number() }),
          criteria: z.array(z.strictObject({ label: z.string(), truth: z.enum(truths) })),
          flagged: z.array(z.strictObject({ key: z.string(), reason: z.string(), by: z.string() })),
        })
        .nullable(),
    })
    .nullable(),
  /** Why who signed it decided otherwise than computed. */
  overrideReason: z.string().nullable(),
  signed,
});
export type ScreeningView = z.infer<typeof ScreeningView>;

export const LetterView = z.strictObject({
  ...subject,
  state: z.enum(['draft', 'ready', 'signed', 'discarded', 'superseded']),
  wording: z.number(),
  procedureCodes: z.array(z.string()),
  body: z.string(),
  author: z.string(),
  writtenAt: z.string(),
  signed,
});
export type LetterView = z.infer<typeof LetterView>;

/** Every wording a letter ever had, newest first, and what to hold the newest one against. */
export const LetterVersions = z.strictObject({
  letterId: id,
  caseId: id,
  state: z.enum(['draft', 'ready', 'signed', 'discarded', 'superseded']),
  version: z.number(),
  wordings: z.array(
    z.strictObject({
      wording: z.number(),
      procedureCodes: z.array(z.string()),
      body: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  /** The words a physician last signed in this case or sent back, or this person last read, whichever came last. */
  known: z
    .strictObject({
      because: z.enum(['signed', 'sent_back', 'read']),
      procedureCodes: z.array(z.string()),
      body: z.string(),
      by: z.string(),
      at: z.string(),
    })
    .nullable(),
});
export type LetterVersions = z.infer<typeof LetterVersions>;

/** What the payer says of what it did not grant, and what its codes make of it. */
const reasonRead = {
  words: z.string(),
  group: z.enum(groupCodes).nullable(),
  /** As received, as the remarks are. */
  code: z.string().nullable(),
  remarks: z.array(z.string()),
  reason: z.string(),
  denialClass: z.enum(readClasses),
  /** A sentence: what makes it this class. */
  why: z.string(),
  /** What somebody should look at in the codes; none of it changes the class. */
  findings: z.array(Refusal),
  page: z.string().nullable(),
  kind: z.enum(denialKinds),
};

export const RequestView = z.strictObject({
  ...subject,
  state: z.string(),
  stateWords: z.string(),
  purpose: z.enum(requestPurposes),
  ofAuthorizationId: id.nullable(),
  lines: z.array(codeUnits),
  fromOn: z.string(),
  toOn: z.string(),
  urgency: z.enum(['standard', 'expedited']),
  urgencyReason: z.string().nullable(),
  channel: z.string().nullable(),
  submittedAt: z.string().nullable(),
  /** Who recorded that it was sent. */
  submittedBy: z.string().nullable(),
  submissionReference: z.string().nullable(),
  submissionProofId: id.nullable(),
  payerReceivedAt: z.string().nullable(),
  payerReference: z.string().nullable(),
  informationItems: z.array(z.string()).nullable(),
  respondByOn: z.string().nullable(),
  rejection: z.strictObject({ code: z.string().nullable(), words: z.string() }).nullable(),
  denial: z
    .strictObject({
      ...reasonRead,
      deniedOn: z.string(),
      noticeDatedOn: z.string().nullable(),
      noticeReceivedOn: z.string(),
    })
    .nullable(),
  /** Why less was granted than was asked, where that is on record. */
  withheld: z.strictObject(reasonRead).nullable(),
  /** The request it follows: one returned without review, or one decided against the patient. */
  supersedesId: id.nullable(),
  payerWords: z.string().nullable(),
  endReason: z.string().nullable(),
});
export type RequestView = z.infer<typeof RequestView>;

export const AuthorizationView = z.strictObject({
  ...subject,
  state: z.string(),
  stateWords: z.string(),
  basis: z.enum(authorizationBases),
  /** Null: nothing was asked, as none is required. */
  requestId: id.nullable(),
  number: z.string(),
  decidedOn: z.string(),
  effectiveOn: z.string(),
  expiresOn: z.string(),
  lines: z.array(codeUnits),
  /** Asked against granted where they differ, code by code. */
  differences: z.array(z.strictObject({ procedureCode: z.string(), asked: z.number(), granted: z.number() })),
  askedWindow: z.strictObject({ fromOn: z.string(), toOn: z.string() }).nullable(),
  assents: z.array(z.strictObject({ as: z.string(), by: z.string(), at: z.string() })),
  assentsOpen: z.array(z.string()),
  clinicians: z.array(person),
  proofId: id,
  payerWords: z.string().nullable(),
  endReason: z.string().nullable(),
  earlierTerms: z.array(
    z.strictObject({
      effectiveOn: z.string(),
      expiresOn: z.string(),
      lines: z.array(codeUnits),
      at: z.string(),
    }),
  ),
});
export type AuthorizationView = z.infer<typeof AuthorizationView>;

/** A call, an appeal or a review that argues with a decision. */
export const ChallengeView = z.strictObject({
  ...subject,
  state: z.string(),
  stateWords: z.string(),
  kind: z.enum(challengeKinds),
  requestId: id,
  /** Signed by a physician before it goes. */
  clinical: z.boolean(),
  argues: z.enum(challengeGrounds).nullable(),
  /** Null where it is not asked, or was not yet. */
  appealsAs: z.enum(appealRights).nullable(),
  representativeFormId: id.nullable(),
  body: z.string().nullable(),
  fileByOn: z.string().nullable(),
  lateReason: z.string().nullable(),
  exhaustedBecause: z.string().nullable(),
  signed,
  sentOn: z.string().nullable(),
  sentProofId: id.nullable(),
  offeredSlots: z.array(z.string()).nullable(),
  payerReceivedOn: z.string().nullable(),
  payerReference: z.string().nullable(),
  callAt: z.string().nullable(),
  spokenWith: z.string().nullable(),
  decidedOn: z.string().nullable(),
  decisionWords: z.string().nullable(),
  authorizationId: id.nullable(),
  endReason: z.string().nullable(),
});
export type ChallengeView = z.infer<typeof ChallengeView>;

export const AgreementView = z.strictObject({
  ...subject,
  state: z.enum(['draft', 'estimate_issued', 'signed', 'active', 'completed', 'void']),
  stateWords: z.string(),
  procedureCode: z.string(),
  sessions: z.number(),
  lines: z.array(z.strictObject({ description: z.string(), quantity: z.number(), unitCents: z.number() })),
  totalCents: z.number(),
  warnings: z.array(Refusal),
  estimateOn: z.string().nullable(),
  validUntil: z.string().nullable(),
  delivery: z.string().nullable(),
  waiverNeeded: z.string().nullable(),
  waiverId: id.nullable(),
  signature: z
    .strictObject({ signerName: z.string(), at: z.string(), witness: z.string(), proofId: id })
    .nullable(),
  endReason: z.string().nullable(),
});
export type AgreementView = z.infer<typeof AgreementView>;

export const ClearanceView = z.strictObject({
  id,
  source: z.enum(['authorization', 'self_pay']),
  number: z.string().nullable(),
  procedureCode: z.string(),
  opensOn: z.string(),
  closesOn: z.string(),
  active: z.boolean(),
  units: z.number(),
  held: z.number(),
  used: z.number(),
  clinicianIds: z.array(id),
});
export type ClearanceView = z.infer<typeof ClearanceView>;

export const SessionView = z.strictObject({
  ...subject,
  state: z.string(),
  stateWords: z.string(),
  procedureCode: z.string(),
  units: z.number(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  day: z.string().nullable(),
  roomId: id.nullable(),
  room: z.string().nullable(),
  clinicianId: id.nullable(),
  clinician: z.string().nullable(),
  clearance: z.string().nullable(),
  endReason: z.string().nullable(),
  record: z
    .strictObject({
      performedOn: z.string(),
      performer: z.string(),
      areaCm2: z.number(),
      device: z.string(),
      lot: z.string(),
      note: z.string(),
      signedBy: z.string(),
    })
    .nullable(),
});
export type SessionView = z.infer<typeof SessionView>;

export const TaskView = z.strictObject({
  ...subject,
  state: z.string(),
  kind: z.string(),
  about: z.string(),
  forRole: z.string(),
  dueOn: z.string(),
});
export type TaskView = z.infer<typeof TaskView>;

export const TimelineEntry = z.strictObject({
  at: z.string(),
  by: z.string(),
  subject: z.string(),
  subjectId: id,
  /** The version of the subject that it made. */
  seq: z.number(),
  move: z.string(),
  /** The move in words, such as “Denial recorded”. */
  words: z.string(),
  data: z.record(z.string(), z.unknown()),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** `ahead`: nobody looks at it yet; the page of the case before it does, to show it at once if asked for. */
export const CaseQuery = z.strictObject({ ahead: z.literal('yes').optional() });
export type CaseQuery = z.infer<typeof CaseQuery>;

/** An unlisted code of the case with its worksheet, where there is one, and what that lacks. */
export const NeededWorksheet = z.strictObject({
  procedureCode: z.string(),
  worksheet: z.strictObject({ ...subject, state: z.enum(['incomplete', 'complete']) }).nullable(),
  gaps: z.array(WorksheetGap),
});
export type NeededWorksheet = z.infer<typeof NeededWorksheet>;

/** One case with everything on its page, read in one go. Lists come newest first. */
export const CaseView = z.strictObject({
  id,
  version: z.number(),
  number: z.number(),
  open: z.boolean(),
  closeReason: z.string().nullable(),
  openedAt: z.string(),
  today: z.string(),
  timeZone: z.string(),
  patient: PatientView.omit({ coverages: true, cases: true }),
  payer: z.strictObject({ id, name: z.string(), phone: z.string().nullable() }),
  memberId: z.string(),
  relation: z.string(),
  planType: z.enum(planTypes),
  cause: z.enum(scarCauses),
  injuredOn: z.string().nullable(),
  injuryContext: z.enum(injuryContexts),
  bodySite: z.enum(bodySites),
  side: z.enum(sides),
  diagnoses: z.array(z.strictObject({ code: z.string(), words: z.string() })),
  /** The planned day of service: the first one asked for, else today. */
  serviceOn: z.string(),
  /** What is to say about its codes on that day, the gravest first. */
  codeWarnings: z.array(CodeFinding),
  /** What the code lists know of its diagnoses: enough to say the same about another day or order. */
  codes: CodesOnFile,
  procedureCode: z.string(),
  plannedSessions: z.number(),
  physician: person,
  owner: person.nullable(),
  nextTouchOn: z.string().nullable(),
  stage: z.enum(stages),
  actsNext: z.enum(parties),
  nextStep: z.string(),
  dueOn: z.string().nullable(),
  /** The move behind the one main button, where the next step is one move and not a choice. */
  nextMove: z.strictObject({ subject: z.string(), move: z.string(), subjectId: id.nullable() }).nullable(),
  lock: z.strictObject({
    unlocked: z.boolean(),
    by: z.enum(['authorization', 'self_pay']).nullable(),
    sentence: z.string(),
  }),
  /** What has an end comes first, the earliest one first. */
  clocks: z.array(ClockView),
  moves: z.array(OfferedMove),
  /** The first moves of what does not exist yet, by the kind of thing: `letter`, `auth_request` … */
  beginnings: z.record(z.string(), z.array(OfferedMove)),
  benefitCalls: z.array(BenefitCallView),
  documents: z.array(DocumentView),
  screenings: z.array(ScreeningView),
  letters: z.array(LetterView),
  worksheets: z.array(NeededWorksheet),
  requests: z.array(RequestView),
  authorizations: z.array(AuthorizationView),
  challenges: z.array(ChallengeView),
  agreements: z.array(AgreementView),
  clearances: z.array(ClearanceView),
  sessions: z.array(SessionView),
  tasks: z.array(TaskView),
  /** Only of the lanes that the person may read. */
  notes: z.array(NoteView),
  timeline: z.array(TimelineEntry),
});
export type CaseView = z.infer<typeof CaseView>;
