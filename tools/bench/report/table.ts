import { type Figure, holds } from '../../measure/figures';
import type { Measured } from '../rows/measured';

/** The figures as a table for people, each goal below its row. */
export function asTable(rows: readonly Measured[]): string {
  const lines = [
    ['', 'samples', 'at once', 'p50 ms', 'p95 ms', 'p99 ms', 'a second', 'CPU ms'],
    ...rows.map((row) => [
      row.what,
      `${row.samples}`,
      `${row.atOnce}`,
      ...[row.p50, row.p95, row.p99].map(milliseconds),
      row.perSecond.toFixed(row.perSecond < 100 ? 1 : 0),
      milliseconds(row.cpuMs),
    ]),
  ];
  const widths = (lines[0] ?? []).map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const aligned = lines.map((line) =>
    line
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  );
  return [aligned[0], ...rows.flatMap((row, at) => [aligned[at + 1], ...below(row)])].join('\n');
}

function below({ floors, agrees, goals, note }: Measured): readonly string[] {
  return [
    ...floors.map(
      ({ name, ratio, cpuRatio, perSecond, p50, cpuMs }) =>
        `of ${name}: throughput ${ratio.toFixed(2)}, CPU ${cpuRatio.toFixed(2)} × (floor: ${perSecond.toFixed(0)} a second, p50 ${milliseconds(p50)} ms, CPU ${milliseconds(cpuMs)} ms)`,
    ),
    ...(agrees === null ? [] : [`the floor answers the same: ${agrees} compared`]),
    ...goals.map(goalInWords),
    ...(note === null ? [] : [note]),
  ].map((line) => `    ${line}`);
}

export function goalInWords(goal: Figure): string {
  const { what, value, unit, most, least } = goal;
  const limit = most === undefined ? `at least ${least}` : `at most ${most}`;
  const number = unit === 'ms' || value >= 100 ? milliseconds(value) : value.toFixed(2);
  return `${holds(goal) ? '✓ met' : '✗ not met'}: ${what} ${number}${unit === '' ? '' : ` ${unit}`}, goal ${limit}`;
}

const milliseconds = (value: number) =>
  value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
