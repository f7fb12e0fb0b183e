import type { CaseFacts, Challenge } from '../case-facts';
import { refusedBeforeRequest } from '../codes/code-finding';
import { CodesOnFile, standingOn } from '../codes/codes-on-file';
import { procedureFindings } from '../codes/procedure-findings';
import { normalizeDiagnosis } from '../diagnosis';
import type { ShelfKind } from '../letter/shelf';
import type { ChallengeState } from '../moves/challenge-states';
import { isProcedureCode } from '../procedure';
import { Refusal, refusal, refusalsOf } from '../refusal';
import { isAppealWithoutChange } from './appeal-sections';
import { FindingTopic } from './decision-findings';

/** While these last, what an appeal rests on may still change: afterwards it is what was signed, or what went out. */
export const changeableChallenges: readonly ChallengeState[] = ['open', 'drafted'];

export function groundRefusals({ kind, state }: Pick<Challenge, 'kind' | 'state'>): readonly Refusal[] {
  return refusalsOf(
    kind === 'peer_to_peer'
      ? refusal('ground_of_a_call', 'A call is prepared from its brief; nothing is entered for it.')
      : null,
    changeableChallenges.includes(state)
      ? null
      : refusal(
          'grounds_stand',
          'What a signed appeal rests on stands. Enter it for the next level, or withdraw this one first.',
        ),
  );
}

/** An answer to a criterion rests on the record and on what is published, not on the payer’s own words or on names. */
export const answerRestsOn: readonly ShelfKind[] = [
  'fact',
  'measurement',
  'document',
  'literature',
  'statement',
];

/** The payer’s words are on record once; a page can be added to them, and nothing else put in their place. */
export function noticeRefusals(onRecord: string, words: string | undefined): readonly Refusal[] {
  const held = onRecord.trim() !== '';
  return refusalsOf(
    held && words !== undefined
      ? refusal('words_on_record', 'The payer’s words are on record; name the page they stand on.', 'words')
      : null,
    !held && words === undefined
      ? refusal('words_missing', 'Enter what the notice says, word for word.', 'words')
      : null,
  );
}

export interface Correction {
  readonly was: string;
  readonly now: string;
}

/** Both codes as they are written in the lists, with all that is wrong about them. */
export function readCorrection(
  facts: Pick<CaseFacts, 'case' | 'requests'>,
  { requestId }: Pick<Challenge, 'requestId'>,
  { was, now }: Correction,
): { readonly is: 'procedure' | 'diagnosis'; readonly was: string; readonly now: string } | null {
  const request = facts.requests.find(({ id }) => id === requestId);
  const asked = (request?.lines ?? []).map(({ procedureCode }) => procedureCode);
  const [before, after] = [was.trim().toUpperCase(), now.trim().toUpperCase()];
  if (asked.includes(before)) return { is: 'procedure', was: before, now: after };
  const diagnosis = normalizeDiagnosis(was);
  return diagnosis !== null && facts.case.diagnoses.includes(diagnosis)
    ? { is: 'diagnosis', was: diagnosis, now: normalizeDiagnosis(now) ?? after }
    : null;
}

/** What is wrong with a corrected code on the day of service that was asked for; `known`: what the lists have of it. */
export function correctionRefusals(
  facts: Pick<CaseFacts, 'case' | 'requests'>,
  { requestId }: Pick<Challenge, 'requestId'>,
  correction: Correction,
  known: CodesOnFile,
): readonly Refusal[] {
  const request = facts.requests.find(({ id }) => id === requestId);
  const read = readCorrection(facts, { requestId }, correction);
  if (request === undefined || read === null)
    return [refusal('code_not_asked', 'Choose a code that the request or the case has.', 'was')];
  if (read.was === read.now && !isAppealWithoutChange(request.denial?.code ?? null))
    return [refusal('code_unchanged', `${read.now} is what the request said already.`, 'now')];
  return read.is === 'procedure'
    ? procedureRefusals(read.now, request.fromOn)
    : diagnosisRefusals(read.now, request.fromOn, known);
}

function procedureRefusals(code: string, on: string): readonly Refusal[] {
  return isProcedureCode(code)
    ? refusedBeforeRequest(procedureFindings([code], on, 'now'))
    : [refusal('code_unreadable', 'It is not a procedure code such as 17999.', 'now')];
}

/** What no list at hand knows is taken: whoever corrects it has the book. */
function diagnosisRefusals(code: string, on: string, known: CodesOnFile): readonly Refusal[] {
  if (normalizeDiagnosis(code) === null)
    return [refusal('code_unreadable', 'It is not a diagnosis code such as L90.5.', 'now')];
  const stands = standingOn(on, code, known);
  if (stands === 'heading')
    return [refusal('code_is_heading', `${code} is a heading: name the code below it.`, 'now')];
  return stands === 'not_valid'
    ? [refusal('code_not_valid', `${code} is not valid on the day of service that was asked for.`, 'now')]
    : [];
}

/** Whether an exclusion is a judgement is asked of what was not granted because of an exclusion, and of nothing else. */
export function findingRefusals(topic: FindingTopic, isExclusion: boolean): readonly Refusal[] {
  return topic === 'exclusion_is_judgement' && !isExclusion
    ? [refusal('not_an_exclusion', 'This decision is not about an exclusion.', 'topic')]
    : [];
}
