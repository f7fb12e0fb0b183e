import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal } from '@stipple/domain';
import type { Pool } from 'pg';
import { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { AuditNote, auditStatement } from './audit-note';
import { isCollision, refusalBehind } from './constraint-refusals';
import { endDraftStatement } from './end-draft';
import { Call, Remembered, claimKey, remember } from './idempotency';
import { inOneTrip } from './in-one-trip';
import { run } from './prepared';
import { Principal } from './principal';
import { Refused } from './refused';
import { type Reads, type Snapshot, inSnapshotOf } from './snapshot';
import { Statement, keepPlans, planning } from './statement';

/** What a move works with: one transaction, scoped to the clinic of the person who asked. */
export interface Command {
  readonly tx: EntityManager;
  readonly who: Principal;
  /** Notes what was changed; every command notes at least one thing. */
  audit(note: AuditNote): void;
}

const attempts = 4;

/** In whose clinic a transaction is, and for whom it acts: what the policies of row-level security ask. */
const actsFor = ({ clinicId, staffId }: Principal): Statement => ({
  name: 'acts_for',
  text: `SELECT set_config('stipple.clinic', $1, true), set_config('stipple.staff', $2, true)`,
  values: [clinicId, staffId],
});

@Injectable()
export class ClinicDatabase {
  /** Emits `committed` after every command, so that live updates need not wait for their next look. */
  readonly signals = new EventEmitter();

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  get pool(): Pool {
    return (this.source.driver as unknown as { master: Pool }).master;
  }

  /** The clinic as one person may read it. */
  readsOf(who: Principal): Reads {
    return {
      read: (statement) => this.read(who, statement),
      readAll: (statements) => this.readAll(who, statements),
    };
  }

  /** Runs one statement within the clinic's scope; see `readAll`. */
  async read<Row>(who: Principal, statement: Statement, note?: AuditNote): Promise<readonly Row[]> {
    const [rows = []] = await this.readAll<[Row]>(who, [statement], note);
    return rows;
  }

  /**
   * Runs statements within the clinic's scope, in one transaction. All round trips go out at once. With an audit
   * note the read is entered in the audit trail with them.
   */
  async readAll<Rows extends readonly unknown[]>(
    who: Principal,
    statements: readonly Statement[],
    note?: AuditNote,
  ): Promise<{ readonly [Index in keyof Rows]: readonly Rows[Index][] }> {
    const keeps = planning(statements);
    const scope = {
      name: keeps === keepPlans ? 'scope' : 'scope_of_lists',
      text: `SELECT set_config('stipple.clinic', $1, true), set_config('stipple.staff', $2, true), set_config('synchronous_commit', 'off', true), ${keeps}`,
      values: [who.clinicId, who.staffId],
    };
    return inOneTrip(this.pool, scope, statements, note ? [auditStatement(who, null, note)] : []);
  }

  /**
   * Writes what is a person's own and no record of the clinic, such as a draft, in one trip. Not a command: everyone
   * who types saves every other second, and an audit entry of each would queue for the clinic's one chain. Nothing is
   * remembered under the request's key either, so the statements themselves must do no more the second time.
   */
  async write<Rows extends readonly unknown[]>(
    who: Principal,
    statements: readonly Statement[],
  ): Promise<{ readonly [Index in keyof Rows]: readonly Rows[Index][] }> {
    const text = `SELECT set_config('stipple.clinic', $1, true)`;
    return inOneTrip(this.pool, { name: 'write_scope', text, values: [who.clinicId] }, statements, []);
  }

  /**
   * Makes a file of what the clinic is at one moment, for as long as its reader takes. It is entered in the audit trail
   * first, in a transaction of its own: an entry locks the clinic's chain.
   *
   * @param stopping tells that nobody waits for it any more
   */
  async *inSnapshot<T>(
    who: Principal,
    note: AuditNote,
    work: (snapshot: Snapshot) => AsyncIterable<T>,
    stopping?: AbortSignal,
  ): AsyncGenerator<T> {
    await this.note(who, null, note);
    yield* inSnapshotOf(this.pool, actsFor(who), work, stopping);
  }

  /** Enters something in the audit trail that is neither a read nor a command, such as a sign-in. */
  async note(
    who: Pick<Principal, 'clinicId' | 'staffId'>,
    requestId: string | null,
    note: AuditNote,
  ): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('stipple.clinic', $1, true)`, [who.clinicId]);
      await client.query(auditStatement(who, requestId, note));
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  /**
   * Runs a command once: in one transaction, scoped to the clinic, tried again when it collides with another,
   * and answered from memory when the same request comes again. A refusal is remembered too, and undoes
   * everything the command had written.
   */
  async command<T>(call: Call, work: (command: Command) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        const value = await this.attempt(call, work);
        this.signals.emit('committed');
        return value;
      } catch (error) {
        if (!isCollision(error) || attempt === attempts) throw error;
        await pause(10 * attempt + Math.random() * 20 * attempt);
      }
    }
  }

  private async attempt<T>(call: Call, work: (command: Command) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    await runner.connect();
    try {
      await runner.startTransaction();
      await run(runner, actsFor(call.who));
      const remembered = await claimKey(runner, call);
      if (remembered) {
        await runner.commitTransaction();
        if (remembered.refusals) throw new Refused(remembered.refusals);
        return remembered.value as T;
      }
      const outcome = await this.worked(runner, call, work);
      if (call.draft && !outcome.refusals) await run(runner, endDraftStatement(call.who, call.draft));
      await remember(runner, call, outcome);
      await runner.commitTransaction();
      if (outcome.refusals) throw new Refused(outcome.refusals);
      return outcome.value as T;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** The command itself, within a savepoint: a refusal takes back what it wrote, but not the memory of having asked. */
  private async worked<T>(
    runner: QueryRunner,
    call: Call,
    work: (command: Command) => Promise<T>,
  ): Promise<Remembered> {
    const notes: AuditNote[] = [];
    await runner.query('SAVEPOINT work');
    try {
      const value = await work({ tx: runner.manager, who: call.who, audit: (note) => void notes.push(note) });
      // Deferred constraints speak now, while a refusal can still be put into words.
      await runner.query('SET CONSTRAINTS ALL IMMEDIATE');
      if (notes.length === 0) throw new Error('a command must leave an audit note');
      for (const note of notes) await run(runner, auditStatement(call.who, call.requestId, note));
      return { value: value ?? null };
    } catch (error) {
      const behind = error instanceof Refused ? error.refusals : refusalBehind(error);
      if (behind === null) throw error;
      const refusals = [behind].flat() as readonly Refusal[];
      await runner.query('ROLLBACK TO SAVEPOINT work');
      if (error instanceof Refused && error.lasting) await run(runner, error.lasting);
      const detail = { codes: refusals.map((refusal) => refusal.code) };
      const note = { action: 'refused', subject: 'request', subjectId: null, caseId: null, detail };
      await run(runner, auditStatement(call.who, call.requestId, note));
      return { refusals };
    }
  }
}
