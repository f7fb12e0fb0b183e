import type { QueueRow } from '@stipple/contracts';
import { partyWords, stageWords } from '@stipple/domain';

/** A row as it is on screen: the newest values, and what happened to it since it was put there. */
export interface ShownRow {
  readonly row: QueueRow;
  /** Why it no longer belongs here, or what was just done with it. It stays in its place until the next refresh. */
  readonly note: string | null;
  /** What it was before a change of one's own that the server has not confirmed yet. */
  readonly before: QueueRow | null;
  /** Whether the note says what was done here, rather than by others. */
  readonly own: boolean;
  /** Counts up with each change made by others, which is what the pulse shows. */
  readonly pulse: number;
}

export function asShown(row: QueueRow): ShownRow {
  return { row, note: null, before: null, own: false, pulse: 0 };
}

/** A row brought up to date in its place. Unchanged rows stay the very same object, so that nothing is drawn again. */
export function updated(shown: ShownRow, fresh: QueueRow, inView: boolean): ShownRow {
  const { row, before, own, pulse } = shown;
  const gone = inView ? null : whatHappened(before ?? row, fresh);
  const note = own || gone !== null ? (shown.note ?? gone) : null;
  const changed = JSON.stringify(row) !== JSON.stringify(fresh);
  if (!changed && note === shown.note && before === null) return shown;
  const byOthers = fresh.version !== row.version && before === null;
  return { row: changed ? fresh : row, note, before: null, own, pulse: byOthers ? pulse + 1 : pulse };
}

/** Shows at once what is on its way to the server. */
export function expected(shown: ShownRow, values: Partial<QueueRow>, note: string | null): ShownRow {
  const { row, before } = shown;
  return { ...shown, row: { ...row, ...values }, note, own: true, before: before ?? row };
}

/** As if nothing had been tried. */
export function restored(shown: ShownRow): ShownRow {
  return { ...shown, row: shown.before ?? shown.row, note: null, own: false, before: null };
}

/** In words, what makes a row leave the view it was in. */
export function whatHappened(before: QueueRow, now: QueueRow): string {
  if (now.stage !== before.stage) return `Now ${lowerFirst(stageWords[now.stage])}`;
  if (now.ownerId !== before.ownerId)
    return now.ownerName === null ? 'Now unassigned' : `Now with ${now.ownerName}`;
  if (now.actsNext !== before.actsNext) return `Now waits for the ${partyWords[now.actsNext].toLowerCase()}`;
  return 'No longer in this view';
}

/** What a refresh would show and the screen does not. */
export function newOnes(shown: readonly ShownRow[], fresh: readonly QueueRow[]): readonly string[] {
  const known = new Set(shown.map(({ row }) => row.id));
  return fresh.filter(({ id }) => !known.has(id)).map(({ id }) => id);
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
