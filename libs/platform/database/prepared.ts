import type { PoolClient } from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';
import { type Ask, type Statement, keepPlans } from './statement';

/** Runs a prepared statement within a command's transaction; TypeORM itself cannot name one, and plans it every time. */
export async function prepared<Row>(tx: EntityManager, statement: Statement): Promise<readonly Row[]> {
  if (tx.queryRunner === undefined) throw new Error('a command has a transaction of its own');
  const client = (await tx.queryRunner.connect()) as PoolClient;
  if (statement.planFor === 'values') return ask(client, statement);
  // Both go out at once.
  const [, rows] = await Promise.all([client.query(`SELECT ${keepPlans}`), ask<Row>(client, statement)]);
  return rows;
}

/** What asks within a command’s transaction. */
export const within =
  ({ tx }: { readonly tx: EntityManager }): Ask =>
  (statement) =>
    prepared(tx, statement);

/** The same for the machinery around a command, whose small statements PostgreSQL plans well by itself. */
export async function run<Row>(runner: QueryRunner, statement: Statement): Promise<readonly Row[]> {
  return ask((await runner.connect()) as PoolClient, statement);
}

async function ask<Row>(client: PoolClient, { name, text, values }: Statement): Promise<readonly Row[]> {
  const { rows } = await client.query({ name, text, values: [...values] });
  return rows as readonly Row[];
}
