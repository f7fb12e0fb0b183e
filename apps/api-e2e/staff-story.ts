import { randomUUID } from 'node:crypto';
import type { Role } from '@stipple/domain';
import { TestPerson } from '@stipple/testing';
import { Browser, Stage } from './harness';

/** Another person of the clinic, as its administrator adds them. */
export async function addStaff(stage: Stage, ...roles: readonly Role[]): Promise<TestPerson> {
  const administrator = await stage.as(stage.clinic.administrator);
  const person = {
    name: `Another ${roles.join(' and ')}`,
    email: `${randomUUID()}@clinic.test`,
    password: 'another long enough password',
  };
  return { ...person, id: await administrator.make('/api/people', { ...person, roles }) };
}

/** The same, signed in. */
export async function makeStaff(stage: Stage, ...roles: readonly Role[]): Promise<Browser> {
  return stage.as(await addStaff(stage, ...roles));
}
