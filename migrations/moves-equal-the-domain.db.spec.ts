import { lifecycles, rowsOf } from '@stipple/domain';
import { TestDatabase, freshDatabase } from '@stipple/testing';

let db: TestDatabase;
beforeAll(async () => void (db = await freshDatabase()));
afterAll(() => db.close());

it('holds in move_allowed exactly the moves of the domain', async () => {
  const { rows } = await db.application.query(
    'SELECT subject, from_state AS "from", move, to_state AS "to" FROM stipple.move_allowed',
  );
  const key = (row: object) => JSON.stringify(row, ['subject', 'from', 'move', 'to']);
  expect(rows.map(key).sort()).toEqual(lifecycles.flatMap(rowsOf).map(key).sort());
});
