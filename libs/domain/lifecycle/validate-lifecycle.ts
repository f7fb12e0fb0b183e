import { AnyLifecycle, nowhere, rowsOf } from './lifecycle';

/**
 * What is wrong with a table of moves, as sentences; empty for a sound one. Sound means: there is a way in,
 * every state can be reached, exactly the terminal states have no way out, and no row stands twice.
 */
export function flawsOf(lifecycle: AnyLifecycle): readonly string[] {
  const rows = rowsOf(lifecycle);
  const states = Object.keys(lifecycle.states);
  const reached = reach(rows);
  const named = new Set(states);
  const left = new Set(rows.map((row) => row.from));
  const terminal = new Set<string>(lifecycle.terminal);
  const keys = rows.map((row) => `${row.from} ${row.move} ${row.to}`);
  return [
    ...(rows.some((row) => row.from === nowhere) ? [] : [`${lifecycle.subject}: no move creates it`]),
    ...states
      .filter((state) => !reached.has(state))
      .map((state) => `${lifecycle.subject}: ${state} cannot be reached`),
    ...rows
      .flatMap((row) => [row.from, row.to])
      .filter((state) => state !== nowhere && !named.has(state))
      .map((state) => `${lifecycle.subject}: ${state} is not one of its states`),
    ...keys
      .filter((key, index) => keys.indexOf(key) !== index)
      .map((key) => `${lifecycle.subject}: “${key}” stands twice`),
    ...states
      .filter((state) => terminal.has(state) === left.has(state))
      .map(
        (state) =>
          `${lifecycle.subject}: ${state} is ${terminal.has(state) ? 'terminal and left' : 'open and has no way out'}`,
      ),
    ...lifecycle.moves
      .filter((rule) => (rule.by.length === 0) !== (lifecycle.byItself === true))
      .map(
        (rule) =>
          `${lifecycle.subject}: ${rule.by.length === 0 ? 'nobody may' : 'happens by itself, and somebody may'} ${rule.move}`,
      ),
  ];
}

function reach(rows: ReturnType<typeof rowsOf>): ReadonlySet<string> {
  const reached = new Set<string>([nowhere]);
  for (let before = 0; before !== reached.size;) {
    before = reached.size;
    for (const row of rows) if (reached.has(row.from)) reached.add(row.to);
  }
  return reached;
}
