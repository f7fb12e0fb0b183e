import type { ImportState, OfferedMove } from '@stipple/contracts';
import { Refusal, refusal } from '@stipple/domain';
import { ImportFile, missingFields, takesPart } from './import-record';

export type ImportMove = 'map' | 'check' | 'import' | 'discard';

type Judged = Pick<ImportFile, 'name' | 'problem' | 'aside' | 'kind' | 'mapping'>;

interface Rule {
  readonly move: ImportMove;
  readonly label: string;
  readonly from: readonly ImportState[];
}

/** What people do with an import, in the order in which they come to it. Its job does the rest. */
const rules: readonly Rule[] = [
  { move: 'map', label: 'Change how files are read', from: ['ready', 'checked', 'failed'] },
  { move: 'check', label: 'Start the dry run', from: ['ready', 'checked', 'failed'] },
  { move: 'import', label: 'Import', from: ['checked'] },
  { move: 'discard', label: 'Discard', from: ['reading', 'ready', 'checking', 'checked', 'failed'] },
];

const whyNot: Readonly<Record<ImportState, string>> = {
  reading: 'The files are still being read.',
  ready: 'Start the dry run first: it shows what would change.',
  checking: 'The dry run is still going on.',
  checked: 'The dry run is done.',
  importing: 'The import is going on.',
  done: 'The import is done. Import the files anew to change something.',
  failed: 'The import stopped. Start the dry run again: it shows what is left to do.',
  discarded: 'The import was discarded. Choose the files anew.',
};

/** Every reason against a move, all at once. */
export function importRefusals(
  move: ImportMove,
  state: ImportState,
  files: readonly Judged[],
): readonly Refusal[] {
  const rule = rules.find((one) => one.move === move);
  if (!rule?.from.includes(state)) return [refusal(`import_${state}`, whyNot[state])];
  return move === 'check' ? unreadyFiles(files) : [];
}

export function offeredMoves(state: ImportState, files: readonly Judged[]): OfferedMove[] {
  return rules.map(({ move, label }) => ({
    move,
    label: move === 'check' && state !== 'ready' ? 'Repeat the dry run' : label,
    needs: [],
    refusals: [...importRefusals(move, state, files)],
  }));
}

function unreadyFiles(files: readonly Judged[]): readonly Refusal[] {
  const missing = files
    .filter((file) => file.problem === null && file.aside === null)
    .flatMap((file) =>
      file.kind === null
        ? [refusal('kind_missing', `Say what ${file.name} holds, or leave it out.`)]
        : missingFields(file).map(([, rule]) =>
            refusal(
              'column_missing',
              `${file.name}: choose the column of the ${rule.words}, or leave the file out.`,
            ),
          ),
    );
  if (missing.length > 0) return missing;
  return files.some(takesPart)
    ? []
    : [refusal('nothing_to_import', 'None of the files can be imported. Discard this and choose others.')];
}
