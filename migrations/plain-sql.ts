import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A migration that is one piece of plain SQL. There is no way down: a released migration is corrected by the
 * next one, and a database is taken back by restoring its backup.
 */
export function plainSql(name: string, sql: string): new () => MigrationInterface {
  return class implements MigrationInterface {
    readonly name = name;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(sql);
    }

    async down(): Promise<void> {
      throw new Error(`${name} has no way down; restore the backup`);
    }
  };
}
