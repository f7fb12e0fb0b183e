import type { TimelineEntry } from '@stipple/contracts';
import {
  ChallengeKind,
  ClockName,
  challengeKindWords,
  clockDefinitions,
  evidenceRecordKinds,
  evidenceRecordWords,
  extensionReasonWords,
  extensionReasons,
  findingTopicWords,
  formatCents,
  groundTopicWords,
} from '@stipple/domain';
import { formatDay } from '@stipple/ui';

type Show = (value: unknown, entry: TimelineEntry) => string;

const text: Show = (value) => String(value);
const day: Show = (value) => formatDay(String(value));

/** What of an event is worth reading in the timeline, and how it reads. Anything else stays in the record. */
const shown: Readonly<Record<string, Show>> = {
  kind: (value, { subject }) => {
    if (subject === 'challenge') return challengeKindWords[value as ChallengeKind].toLowerCase();
    const kind = evidenceRecordKinds.find((one) => one === value);
    return subject === 'evidence' && kind ? evidenceRecordWords[kind].toLowerCase() : '';
  },
  number: text,
  referenceNumber: (value) => `ref. ${String(value)}`,
  reference: (value) => `confirmation ${String(value)}`,
  outcome: (value) => String(value).replace('_', ' '),
  title: text,
  lines: (value) =>
    Array.isArray(value)
      ? value
          .map((line: { units?: number; procedureCode?: string }) => `${line.units} × ${line.procedureCode}`)
          .join(', ')
      : '',
  supersedesId: () => 'follows an earlier request',
  topic: (value) => topicWords(value),
  effectiveOn: (value, entry) =>
    `${formatDay(String(value))} to ${formatDay(String(entry.data['expiresOn'] ?? ''))}`,
  lineDescription: (value) => `“${shorten(String(value))}”`,
  totalCents: (value) => formatCents(Number(value)),
  onScreen: () => 'on their own screen',
  cents: (value) => formatCents(Number(value)),
  sessions: (value) => `${String(value)} sessions`,
  day,
  lateReason: (value) => shorten(String(value)),
  datedOn: (value) => `dated ${formatDay(String(value))}`,
  because: (value) => {
    const reason = extensionReasons.find((one) => one === value);
    return reason ? extensionReasonWords[reason].toLowerCase() : '';
  },
  askedOn: (value) => `asked ${formatDay(String(value))}`,
  noticeDatedOn: (value) => `notice dated ${formatDay(String(value))}`,
  noticeReceivedOn: (value) => `received ${formatDay(String(value))}`,
  respondByOn: (value) => `answer by ${formatDay(String(value))}`,
  fileByOn: (value) => `file by ${formatDay(String(value))}`,
  clock: (value) => clockDefinitions[value as ClockName].words.toLowerCase(),
  dueOn: (value, { move }) => (move === 'override_clock' ? `by ${formatDay(String(value))}` : ''),
  nextTouchOn: day,
  owner: text,
  words: (value) => `“${shorten(String(value))}”`,
  reason: (value) => shorten(String(value)),
  note: (value) => `“${shorten(String(value))}”`,
  about: (value) => shorten(String(value)),
  was: (value) => `was ${String(value)}`,
  became: (value) => `now ${String(value)}`,
  source: (value, { subject }) =>
    subject === 'task' || subject === 'clock_change' ? `by ${String(value)}` : '',
  clearance: text,
};

export function detailsOf(entry: TimelineEntry): string {
  return Object.entries(shown)
    .filter(([name]) => entry.data[name] !== undefined && entry.data[name] !== null)
    .map(([name, show]) => show(entry.data[name], entry))
    .filter(Boolean)
    .join(' · ');
}

/** What was entered for an appeal, or asked about a decision. */
function topicWords(topic: unknown): string {
  const words: Readonly<Record<string, string>> = { ...groundTopicWords, ...findingTopicWords };
  return (words[String(topic)] ?? '').toLowerCase();
}

function shorten(words: string): string {
  return words.length > 140 ? `${words.slice(0, 137)}…` : words;
}
