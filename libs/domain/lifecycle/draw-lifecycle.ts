import { AnyLifecycle, nowhere } from './lifecycle';

/** The lifecycle as a Mermaid state diagram. */
export function drawLifecycle(lifecycle: AnyLifecycle): string {
  const arrows = lifecycle.moves.flatMap((rule) =>
    rule.from.flatMap((from) =>
      rule.to.map((to) => `  ${from === nowhere ? '[*]' : from} --> ${to}: ${rule.move}`),
    ),
  );
  const names = Object.entries(lifecycle.states).map(([state, words]) => `  ${state}: ${words as string}`);
  const ends = lifecycle.terminal.map((state: string) => `  ${state} --> [*]`);
  return ['stateDiagram-v2', ...names, ...arrows, ...ends].join('\n');
}

/** The lifecycle as a table: who makes a move, and what it needs. */
export function tabulateLifecycle(lifecycle: AnyLifecycle): string {
  const cell = (items: readonly string[]) => items.join(', ') || '–';
  const rows = lifecycle.moves.map(
    (rule) =>
      `| ${rule.label} | \`${rule.move}\` | ${cell(rule.from)} | ${cell(rule.to)} | ${cell(rule.by)} | ${cell(rule.needs)} |`,
  );
  return ['| Move | Name | From | To | By | Needs |', '|---|---|---|---|---|---|', ...rows].join('\n');
}
