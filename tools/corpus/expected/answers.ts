import type { Clinic } from '../clinic';
import { csvHeader, csvOf } from '../group/csv';
import { type FileEntry, SummedFile } from '../group/summed-file';
import type { Plot } from '../stories/plot';
import type { Rows } from '../rows';
import type { Story } from '../story';
import { type ExpectedRequest, expectedRequests } from './expected-requests';
import { type ExpectedChallenge, expectedChallenges } from './expected-challenges';
import { type ExpectedScreening, type Truth, expectedScreenings } from './expected-screenings';
import { Totals } from './totals';

const columns = {
  // prettier-ignore
  requests: ['request_id', 'case_id', 'case_number', 'payer', 'plan_type', 'urgency', 'received_on', 'outcome', 'decided_on', 'decision_due_on', 'decision_rule', 'days_late', 'first_pass', 'denial_code', 'denial_class', 'appeal_by', 'appeal_rule', 'call_by'],
  // prettier-ignore
  challenges: ['challenge_id', 'request_id', 'case_id', 'kind', 'file_by_on', 'file_by_rule', 'outcome', 'sent_on', 'decided_on'],
  // prettier-ignore
  screenings: ['screening_id', 'case_id', 'plot', 'scar', 'open', 'convinces', 'told', 'signed', 'state'],
} as const satisfies {
  requests: readonly (keyof ExpectedRequest)[];
  challenges: readonly (keyof ExpectedChallenge)[];
  screenings: readonly (keyof ExpectedScreening)[];
};

type Lines = Record<keyof typeof columns, string>;

/** What a clinic's stories know of themselves, as the product should find it again. Listens while they are told. */
export class Answers {
  private readonly lines: Lines = { requests: '', challenges: '', screenings: '' };
  private readonly totals = new Totals();
  private readonly truthOf = new Map<string, Truth>();

  /** A story that was just told. */
  hear(story: Story, plot: Plot): void {
    const scar = story.scar.functional === null ? 'cosmetic' : 'functional';
    const { open, unconvincing } = story.onRecord;
    this.truthOf.set(story.facts.case.id, { plot: plot.name, scar, open, convinces: !unconvincing });
    const [requests, challenges] = [expectedRequests(story), expectedChallenges(story)];
    this.add('requests', requests);
    this.add('challenges', challenges);
    this.totals.addRequests(requests);
    this.totals.addChallenges(challenges);
  }

  /** The rows of the stories heard since the last time: what a story does not keep for itself. */
  count(rows: Rows): void {
    const screenings = expectedScreenings(rows, this.truthOf);
    this.add('screenings', screenings);
    this.totals.addScreenings(screenings);
    this.totals.addRows(rows);
    this.truthOf.clear();
  }

  write(root: string, folder: string, { days }: Clinic): FileEntry[] {
    const tables = Object.entries(columns).map(([name, names]): [string, string] => [
      `${name}.csv`,
      csvHeader(names) + this.lines[name as keyof typeof columns],
    ]);
    const totals = JSON.stringify({ moment: days.now, today: days.today, ...this.totals.inOrder() }, null, 2);
    return [...tables, ['totals.json', `${totals}\n`] as const].map(([name, text]) => {
      const file = new SummedFile(root, `${folder}/${name}`);
      file.write(text);
      return file.close();
    });
  }

  private add<Name extends keyof typeof columns>(
    name: Name,
    all: readonly Readonly<Record<(typeof columns)[Name][number], unknown>>[],
  ): void {
    const names: readonly (typeof columns)[Name][number][] = columns[name];
    for (const one of all) this.lines[name] += csvOf(names.map((column) => one[column]));
  }
}
