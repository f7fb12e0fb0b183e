import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Answers } from '../expected/answers';
import { makeCorpus } from '../make-corpus';
import { type Rows, type Table, tableNames, tables } from '../rows';
import { csvHeader, csvRows } from './csv';
import { publishedPasswordHash } from './password';
import { type PlannedClinic, sketchOf } from './plan-group';
import { type FileEntry, SummedFile } from './summed-file';

/** A clinic of a group as the manifest names it. */
export interface ToldClinic {
  readonly number: number;
  readonly folder: string;
  readonly id: string;
  readonly name: string;
  readonly cases: number;
  readonly rows: Readonly<Record<Table, number>>;
  readonly files: readonly FileEntry[];
}

/** Cases that are told before they are written. */
const portion = 250;

export const folderOf = ({ number }: PlannedClinic) => `clinics/${String(number).padStart(3, '0')}`;

/** Tells one clinic into its own folder of the corpus: a file for each table, what is expected of it, and its pictures. */
export function tellClinic(
  root: string,
  planned: PlannedClinic,
  onProgress: (cases: number) => void = () => undefined,
): ToldClinic {
  const folder = folderOf(planned);
  for (const one of [folder, `${folder}/expected`, 'files']) mkdirSync(join(root, one), { recursive: true });
  const answers = new Answers();
  const { cases, seed, now } = planned;
  const corpus = makeCorpus({
    ...{ sketch: sketchOf(planned), cases, seed, now },
    passwordHash: () => publishedPasswordHash,
    listen: (story, plot) => answers.hear(story, plot),
  });
  const files = new Map(
    tableNames.map((table) => {
      const file = new SummedFile(root, `${folder}/${table}.csv`);
      file.write(csvHeader(tables[table]));
      return [table, file] as const;
    }),
  );
  const counts = new Map<Table, number>();
  const write = (rows: Rows) => {
    for (const [table, file] of files) {
      file.write(csvRows(table, rows));
      counts.set(table, (counts.get(table) ?? 0) + rows.of(table).length);
    }
  };
  write(corpus.founding);
  for (const rows of corpus.told(portion)) {
    write(rows);
    answers.count(rows);
    onProgress(rows.of('treatment_case').length);
  }
  keepPictures(root, corpus.clinic.files.values());
  return {
    number: planned.number,
    folder,
    id: corpus.clinic.id,
    name: corpus.clinic.sketch.name,
    cases,
    rows: Object.fromEntries(counts) as Record<Table, number>,
    files: [
      ...[...files.values()].map((file) => file.close()),
      ...answers.write(root, `${folder}/expected`, corpus.clinic),
    ],
  };
}

/** By their hash, once for the whole group: most clinics have the same. */
function keepPictures(root: string, files: Iterable<{ sha256: Buffer; content: Buffer }>): void {
  for (const { sha256, content } of files) {
    const place = join(root, 'files', sha256.toString('hex'));
    // Two threads may come here at once; both write the same bytes.
    if (!existsSync(place)) writeFileSync(place, content);
  }
}
