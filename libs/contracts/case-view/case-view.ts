import { bodySites, injuryContexts, parties, planTypes, scarCauses, sides, stages } from '@stipple/domain';
import { z } from 'zod';
import { ClockView } from '../case-clocks';
import { CodeFinding, CodesOnFile } from '../codes';
import { NoteView } from '../notes';
import { id } from '../primitives';
import { PatientView } from '../roster';
import { CaseLinkView } from '../your-case';
import { OfferedMove, person } from './parts';
import { AuthorizationView, ChallengeView, RequestView } from './payer';
import { BenefitCallView, DocumentView, LetterView, NeededWorksheet, ScreeningView } from './preparation';
import { AgreementView, ClearanceView, SessionView, TaskView } from './treatment';

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
  /** The last link to the case for its patient; those to an estimate stand beside it. */
  caseLink: CaseLinkView.nullable(),
  /** Only of the lanes that the person may read. */
  notes: z.array(NoteView),
  timeline: z.array(TimelineEntry),
});
export type CaseView = z.infer<typeof CaseView>;
