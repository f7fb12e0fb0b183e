import { Head, lookAtHead } from './look-at-head';
import { Mapping } from './read-row';
import { isNeverImported, recognise } from './recognise';
import { RawRecord, RecordSplitter } from './split-records';

/** What a look through the whole file says about it. */
export interface Inspected {
  /** Why it cannot be read at all, without its name. */
  readonly problem: string | null;
  readonly aside: string | null;
  readonly notes: readonly string[];
  readonly kind: string | null;
  readonly delimiter: string | null;
  readonly headerBytes: number;
  readonly headerLines: number;
  readonly columns: readonly string[];
  readonly mapping: Mapping;
  readonly samples: readonly Sample[];
  readonly rows: number;
}

/** One of the first rows, without what is never imported. */
export interface Sample {
  readonly line: number;
  readonly cells: readonly string[];
}

const mostSamples = 5;
const headBytes = 64 * 1024;

/** Looks through a file once, from its first byte to its last, and keeps no more of it than it shows. */
export async function inspectFile(
  name: string,
  mediaType: string | null,
  content: AsyncIterable<Buffer>,
): Promise<Inspected> {
  let waiting = Buffer.alloc(0);
  let look: Look | null = null;
  for await (const chunk of content) {
    if (look !== null) {
      look.take(chunk);
      continue;
    }
    waiting = Buffer.concat([waiting, chunk]);
    if (waiting.length < headBytes) continue;
    look = new Look(name, lookAtHead(waiting, mediaType), waiting);
    if (look.head.problem !== null) break;
  }
  return (look ?? new Look(name, lookAtHead(waiting, mediaType), waiting)).result();
}

class Look {
  private readonly splitter: RecordSplitter | null = null;
  private readonly columns: readonly string[] = [];
  private readonly samples: Sample[] = [];
  private readonly notUtf8 = { count: 0, line: 0 };
  private rows = 0;

  constructor(
    private readonly name: string,
    readonly head: Head,
    beginning: Buffer,
  ) {
    if (head.problem !== null) return;
    this.columns = head.columns;
    this.splitter = new RecordSplitter(
      { delimiter: head.delimiter, columns: head.columns.length },
      head.rows,
    );
    this.take(beginning.subarray(head.rows.byte));
  }

  take(chunk: Buffer): void {
    for (const record of this.splitter?.push(chunk) ?? []) this.count(record);
  }

  result(): Inspected {
    for (const record of this.splitter?.end() ?? []) this.count(record);
    const { head } = this;
    const problem = head.problem ?? (this.rows === 0 ? 'The file holds a header and no rows.' : null);
    const recognised = problem === null ? recognise(this.columns, this.name) : null;
    return {
      problem,
      aside: recognised?.aside ?? null,
      notes: this.notes(),
      kind: recognised?.kind ?? null,
      delimiter: head.problem === null ? head.delimiter : null,
      headerBytes: head.problem === null ? head.rows.byte : 0,
      headerLines: head.problem === null ? head.rows.line - 1 : 0,
      columns: this.columns,
      mapping: recognised?.mapping ?? {},
      samples: this.samples,
      rows: this.rows,
    };
  }

  private count(record: RawRecord): void {
    this.rows++;
    if (record.fault === 'not_utf8' && this.notUtf8.count++ === 0) this.notUtf8.line = record.line;
    if (record.cells === null || this.samples.length === mostSamples) return;
    this.samples.push({
      line: record.line,
      cells: record.cells.map((cell, index) => this.shown(cell, index)),
    });
  }

  /** As much of a cell as a preview shows; nothing of what is never imported. */
  private shown(cell: string, index: number): string {
    return isNeverImported(this.columns[index] ?? '') ? '' : cell.slice(0, 200).toWellFormed();
  }

  private notes(): readonly string[] {
    const { count, line } = this.notUtf8;
    if (count === 0) return [];
    const hold = count === 1 ? `Line ${line} holds` : `Line ${line} and ${count - 1} more hold`;
    return [
      `${hold} characters that are not UTF-8, as files in Windows-1252 do. What stands there is not imported; save the file as “CSV UTF-8” to have it too.`,
    ];
  }
}
