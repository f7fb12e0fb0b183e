import type { CaseView, OfferedMove } from '@stipple/contracts';

/** What moves in a case, by its id: the case itself or something that belongs to it. */
export function subjectIn(
  view: CaseView,
  id: string,
): { version: number; moves: readonly OfferedMove[] } | null {
  const all = [
    ...view.screenings,
    ...view.letters,
    ...view.worksheets.flatMap(({ worksheet }) => worksheet ?? []),
    ...view.requests,
    ...view.authorizations,
    ...view.challenges,
    ...view.agreements,
    ...view.sessions,
    ...view.tasks,
  ];
  return all.find((subject) => subject.id === id) ?? (view.id === id ? view : null);
}
