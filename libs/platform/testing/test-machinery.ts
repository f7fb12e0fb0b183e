import { randomUUID } from 'node:crypto';
import { Call, ClinicDatabase, Principal, SnakeNames } from '@stipple/database';
import type { Role } from '@stipple/domain';
import { moveEntities } from '@stipple/moves';
import { DataSource } from 'typeorm';
import type { TestClinic, TestPerson } from './test-clinic';
import type { TestDatabase } from './test-database';

/** The machinery of moves without HTTP around it: for what has no endpoint yet, and for what only it can show. */
export interface Machinery {
  readonly db: ClinicDatabase;
  close(): Promise<void>;
}

export async function openMachinery(database: TestDatabase): Promise<Machinery> {
  const source = new DataSource({
    type: 'postgres',
    url: database.applicationUrl,
    schema: 'stipple',
    entities: [...moveEntities],
    namingStrategy: new SnakeNames(),
    poolErrorHandler: () => undefined,
    extra: { pipeline: true },
  });
  await source.initialize();
  return { db: new ClinicDatabase(source), close: () => source.destroy() };
}

export function principal(clinic: TestClinic, person: TestPerson, ...roles: readonly Role[]): Principal {
  return {
    clinicId: clinic.id,
    clinicName: 'Scar Clinic',
    timeZone: clinic.timeZone,
    isDemo: false,
    staffId: person.id,
    name: person.name,
    email: person.email,
    roles,
  };
}

/** A request that nobody has made before. */
export function callBy(who: Principal, more: Partial<Call> = {}): Call {
  return {
    who,
    requestId: randomUUID(),
    idempotencyKey: randomUUID(),
    requestHash: Buffer.alloc(32),
    ...more,
  };
}
