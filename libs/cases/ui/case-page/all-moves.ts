import type { CaseView, OfferedMove } from '@stipple/contracts';
import { formatDay, formatWeekday } from '@stipple/ui';
import type { Mover } from '../case-moves';

/** One thing of a case with its moves: the case itself, a request, a letter, or something that does not exist yet. */
export interface Movable {
  /** Which of several it is, such as “Request of Nov 3”. */
  readonly words: string;
  readonly mover: Mover;
  readonly moves: readonly OfferedMove[];
}

interface Thing {
  readonly id: string;
  readonly version: number;
  readonly moves: readonly OfferedMove[];
}

/** Everything that exists and can move, newest first, the case itself on top. */
export function subjectsOf(view: CaseView): readonly Movable[] {
  const all = <T extends Thing>(subject: string, things: readonly T[], words: (thing: T) => string) =>
    things.map((thing): Movable => ({
      words: words(thing),
      mover: { subject, id: thing.id, version: thing.version },
      moves: thing.moves,
    }));
  return [
    ...all('treatment_case', [view], () => 'Case'),
    ...all(
      'task',
      view.tasks.filter(({ state }) => state === 'open'),
      ({ about }) => `Task: ${about}`,
    ),
    ...all(
      'treatment_session',
      view.sessions,
      ({ day }) => `Session${day ? ` of ${formatWeekday(day)}` : ''}`,
    ),
    ...all('payer_authorization', view.authorizations, ({ number }) => `Authorization ${number}`),
    ...all(
      'auth_request',
      view.requests,
      ({ fromOn, toOn, stateWords }) =>
        `Request for ${formatDay(fromOn)} to ${formatDay(toOn)}, ${stateWords}`,
    ),
    ...all('self_pay_agreement', view.agreements, ({ stateWords }) => `Self-pay, ${stateWords}`),
    ...all(
      'code_worksheet',
      view.worksheets.flatMap(({ procedureCode, worksheet }) =>
        worksheet ? [{ ...worksheet, procedureCode }] : [],
      ),
      ({ procedureCode, state }) => `Worksheet for ${procedureCode}, ${state}`,
    ),
    ...all('letter', view.letters, ({ state }) => `Letter, ${state}`),
    ...all('screening', view.screenings, ({ state }) => `Screening, ${state}`),
  ];
}

/** One line of the menu of all moves. */
export interface MenuMove {
  readonly group: string;
  readonly mover: Mover;
  readonly offered: OfferedMove;
}

/**
 * All moves of a case that somebody makes by hand, the legal ones before the others.
 *
 * @param has whether there is a form for `subject` and `move`; some moves the system makes alone
 */
export function menuOf(
  view: CaseView,
  has: (subject: string, move: string) => boolean,
): { readonly legal: readonly MenuMove[]; readonly refused: readonly MenuMove[] } {
  const of = ({ words, mover, moves }: Movable) =>
    moves.map((offered): MenuMove => ({ group: words, mover, offered }));
  const [own, ...things] = subjectsOf(view);
  const lines = [
    ...things.flatMap(of),
    ...Object.entries(view.beginnings).flatMap(([subject, moves]) =>
      of({ words: 'Something new', mover: { subject, id: null, version: 0 }, moves }),
    ),
    ...(own ? of(own) : []),
  ].filter(({ mover, offered }) => has(mover.subject, offered.move));
  return {
    legal: lines.filter(({ offered }) => offered.refusals.length === 0),
    refused: lines.filter(({ offered }) => offered.refusals.length > 0),
  };
}

/** Those whose words hold everything that was typed, in any order. */
export function matching(lines: readonly MenuMove[], typed: string): readonly MenuMove[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter(({ group, offered }) => {
    const words = `${offered.label} ${group}`.toLowerCase();
    return wanted.every((one) => words.includes(one));
  });
}
