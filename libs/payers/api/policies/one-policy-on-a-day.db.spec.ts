import { randomUUID } from 'node:crypto';
import { PolicyVersion, blueHeronScar3, blueHeronScar4 } from '@stipple/domain';
import { TestClinic, TestDatabase, freshDatabase, makeClinic } from '@stipple/testing';
import type { PoolClient } from 'pg';
import { policyInForce } from './policy-in-force';

let db: TestDatabase;
let clinic: TestClinic;
beforeAll(async () => {
  db = await freshDatabase();
  clinic = await makeClinic(db.owner);
});
afterAll(() => db.close());
afterEach(() => db.owner.query('DELETE FROM stipple.policy_version'));

/** As the API’s role, within a clinic. */
async function asClinic<T>(clinicId: string, work: (tx: PoolClient) => Promise<T>): Promise<T> {
  const tx = await db.application.connect();
  try {
    await tx.query('BEGIN');
    await tx.query(`SELECT set_config('stipple.clinic', $1, true)`, [clinicId]);
    const result = await work(tx);
    await tx.query('COMMIT');
    return result;
  } catch (error) {
    await tx.query('ROLLBACK');
    throw error;
  } finally {
    tx.release();
  }
}

async function draft(tx: PoolClient, policy: PolicyVersion, of = clinic): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `INSERT INTO stipple.policy_version (clinic_id, id, payer_id, document, applies_to, drafted_by, changed_by)
     VALUES ($1, $2, $3, $4, coalesce($5::date, 'infinity'), $6, $6) RETURNING id`,
    [of.id, randomUUID(), of.payerId, policy, policy.effectiveTo, of.coordinator.id],
  );
  return rows[0]?.id ?? '';
}

const publish = (tx: PoolClient, id: string) =>
  tx.query(
    `UPDATE stipple.policy_version SET state = 'published', seq = seq + 1, published_by = $2, published_at = now() WHERE id = $1`,
    [id, clinic.manager.id],
  );

const published = (policy: PolicyVersion) =>
  asClinic(clinic.id, async (tx) => {
    const id = await draft(tx, policy);
    await publish(tx, id);
    return id;
  });

const broken = (constraint: string) => expect.objectContaining({ constraint }) as Error;

describe('two versions on one day', () => {
  it('are refused where they share a payer, a service and a line of business', async () => {
    await published(blueHeronScar3);
    await expect(
      published({ ...blueHeronScar4, effectiveFrom: '2026-06-30', linesOfBusiness: ['marketplace'] }),
    ).rejects.toEqual(broken('one_policy_on_a_day'));
    await expect(published({ ...blueHeronScar4, effectiveFrom: '2026-07-01' })).resolves.toBeTruthy();
  });

  it('are taken where their lines of business differ, and where one of them is a draft or withdrawn', async () => {
    const id = await published(blueHeronScar4);
    await published({ ...blueHeronScar4, version: '4a', linesOfBusiness: ['medicare_advantage', 'unknown'] });
    await asClinic(clinic.id, (tx) => draft(tx, blueHeronScar4));
    await asClinic(clinic.id, (tx) =>
      tx.query(
        `UPDATE stipple.policy_version SET state = 'withdrawn', seq = seq + 1, withdrawn_by = $2, withdrawn_at = now(), withdrawn_because = 'Misread' WHERE id = $1`,
        [id, clinic.manager.id],
      ),
    );
    await expect(published({ ...blueHeronScar4, version: '5' })).resolves.toBeTruthy();
  });

  it('never come of two people who publish at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const ids = await asClinic(clinic.id, async (tx) => {
        const made: string[] = [];
        for (let one = 0; one < 12; one++)
          made.push(await draft(tx, { ...blueHeronScar4, version: `${round}.${one}` }));
        return made;
      });
      const outcomes = await Promise.allSettled(
        ids.map((id) => asClinic(clinic.id, (tx) => publish(tx, id))),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await db.owner.query('DELETE FROM stipple.policy_version');
    }
  });
});

describe('what is published', () => {
  it.each([
    ['its words', `document = jsonb_set(document, '{title}', '"Other"')`],
    ['a later end', `applies_to = 'infinity'`],
    ['a draft again', `state = 'draft', published_by = NULL, published_at = NULL`],
    ['another publisher', `published_by = drafted_by`],
  ])('is not changed by the API’s role: %s', async (_, set) => {
    const id = await published(blueHeronScar3);
    await expect(
      asClinic(clinic.id, (tx) =>
        tx.query(`UPDATE stipple.policy_version SET seq = seq + 1, ${set} WHERE id = $1`, [id]),
      ),
    ).rejects.toEqual(broken('published_policy_is_final'));
    await expect(
      asClinic(clinic.id, (tx) => tx.query('DELETE FROM stipple.policy_version WHERE id = $1', [id])),
    ).rejects.toThrow(/permission denied/);
  });

  it('may end earlier, and never before it began', async () => {
    const id = await published(blueHeronScar4);
    const end = (day: string) =>
      asClinic(clinic.id, (tx) =>
        tx.query('UPDATE stipple.policy_version SET seq = seq + 1, applies_to = $2 WHERE id = $1', [id, day]),
      );
    await end('2026-12-31');
    await expect(end('2026-06-30')).rejects.toEqual(broken('policy_days_in_order'));
  });

  it('cannot have been read in the future, nor apply to a line that nobody knows', async () => {
    const source = { ...blueHeronScar4.source, readOn: '2199-01-01' };
    await expect(published({ ...blueHeronScar4, source })).rejects.toEqual(broken('policy_read_not_ahead'));
    const linesOfBusiness = ['platinum'] as unknown as PolicyVersion['linesOfBusiness'];
    await expect(published({ ...blueHeronScar4, linesOfBusiness })).rejects.toEqual(
      broken('policy_lines_are_known'),
    );
  });
});

describe('the policy in force', () => {
  const asked = (on: string, clinicId = clinic.id) =>
    asClinic(clinicId, (tx) =>
      policyInForce(
        async <Row>({ text, values }: { text: string; values: readonly unknown[] }) =>
          (await tx.query(text, [...values])).rows as Row[],
        { clinicId, payerId: clinic.payerId, lineOfBusiness: 'marketplace' },
        on,
      ),
    );

  it('is the one of the day, with both its first and its last day', async () => {
    const [third, fourth] = [await published(blueHeronScar3), await published(blueHeronScar4)];
    expect(await asked('2023-12-31')).toBeNull();
    for (const day of ['2024-01-01', '2026-06-30'])
      expect(await asked(day)).toEqual({ policyVersionId: third, policy: blueHeronScar3 });
    for (const day of ['2026-07-01', '2199-01-01'])
      expect(await asked(day)).toEqual({ policyVersionId: fourth, policy: blueHeronScar4 });
  });

  it('is never a draft, and never another clinic’s', async () => {
    await asClinic(clinic.id, (tx) => draft(tx, blueHeronScar4));
    expect(await asked('2026-08-01')).toBeNull();
    await published(blueHeronScar4);
    expect(await asked('2026-08-01')).not.toBeNull();
    const other = await makeClinic(db.owner, 'Elsewhere');
    expect(await asked('2026-08-01', other.id)).toBeNull();
    const seen = await asClinic(other.id, (tx) => tx.query('SELECT FROM stipple.policy_version'));
    expect(seen.rowCount).toBe(0);
  });
});
