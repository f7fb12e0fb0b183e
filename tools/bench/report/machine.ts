import { cpus, loadavg, totalmem } from 'node:os';
import type pg from 'pg';

/** What the figures were measured on: they are of this machine and no other. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  readonly postgres: string;
  readonly on: string;
}

export async function machineOf(owner: pg.Pool): Promise<Machine> {
  const { rows } = await owner.query<{ version: string }>(
    `SELECT current_setting('server_version') AS version`,
  );
  const all = cpus();
  return {
    ...{ cpu: all[0]?.model.trim() ?? 'unknown', cores: all.length },
    ...{ memoryGb: Math.round(totalmem() / 1024 ** 3), node: process.versions.node },
    ...{ postgres: rows[0]?.version ?? '', on: Temporal.Now.plainDateISO().toString() },
  };
}

export function machineInWords({ cpu, cores, memoryGb, node, postgres, on }: Machine): string {
  return `${cores} × ${cpu}, ${memoryGb} GB, Node ${node}, PostgreSQL ${postgres}, ${on}`;
}

/** How much wanted to run at once, over the last one, five and fifteen minutes: above the cores, figures are too bad. */
export const load = () =>
  `load average ${loadavg()
    .map((one) => one.toFixed(2))
    .join(', ')}`;
