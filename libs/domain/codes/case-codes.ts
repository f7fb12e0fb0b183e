import { Day, dayInWords } from '../calendar';
import type { AuthRequest, CaseFacts } from '../case-facts';
import { CodeFinding, finding } from './code-finding';
import { validityOf } from './codes-on-file';
import { diagnosisFindings } from './diagnosis-findings';
import { procedureFindings, procedureOn } from './procedure-findings';

type CodesOfCase = Pick<CaseFacts, 'case' | 'clock' | 'codes' | 'requests'>;

/** The day of service that is planned: the first one asked for in the newest request that stands, else today. */
export function serviceDayOf({ clock, requests }: Pick<CodesOfCase, 'clock' | 'requests'>): Day {
  return newestStanding(requests)?.fromOn ?? clock.today;
}

const gone = ['rejected_unreviewed', 'withdrawn', 'cancelled'];

function newestStanding(requests: readonly AuthRequest[]): AuthRequest | undefined {
  return requests.findLast(({ state }) => !gone.includes(state));
}

/** Everything there is to say about the codes of a case, or of one request of it. */
export function codeFindings(
  facts: CodesOfCase,
  request = newestStanding(facts.requests),
): readonly CodeFinding[] {
  const { case: record, codes: known } = facts;
  const on = request?.fromOn ?? facts.clock.today;
  const asked = request ? request.lines.map(({ procedureCode }) => procedureCode) : [record.procedureCode];
  return [
    ...diagnosisFindings(record.diagnoses, { place: record, on, known }),
    ...procedureFindings(asked, on, request ? 'lines' : 'procedureCode'),
    ...(request ? closing(facts, request, asked) : []),
  ];
}

/** Codes that end while the window that was asked for is still open. */
function closing(
  { case: record, codes }: CodesOfCase,
  request: AuthRequest,
  asked: readonly string[],
): readonly CodeFinding[] {
  const ends = [
    ...record.diagnoses.map((code) => ['diagnoses', code, validityOf(code, codes)?.closesOn] as const),
    ...asked.map((code) => ['lines', code, procedureOn(request.fromOn, code)?.closesOn] as const),
  ];
  return ends.flatMap(([field, code, closesOn]) => {
    if (!closesOn || closesOn < request.fromOn || closesOn >= request.toOn) return [];
    const sentence = `${code} is valid until ${dayInWords(closesOn)}; sessions after that day need another code.`;
    return [finding('note', ['code_closes', sentence, field], code)];
  });
}
