import pg from 'pg';
import { prepareGround } from './ground';
import { prepareBench } from './bench';
import { consult, findLeaks, installOracle, takeNote } from './oracle/oracle';
import { attacks } from './attacks';
import { isolations, refusalOf, transaction } from './transaction';
const url = process.env['U'] ?? '';
const owner = new pg.Pool({ connectionString: url, max: 4 });
const app = new pg.Pool({ connectionString: process.env['A'], max: 4 });
await owner.query('REVOKE TEMPORARY ON DATABASE s1 FROM PUBLIC');
const g1 = await prepareGround(owner, 'Home');
const g2 = await prepareGround(owner, 'Foreign');
const b = await prepareBench(owner, app, [g1, g2]);
await installOracle(owner);
await takeNote(owner);
const c = await owner.connect();
console.log(await consult(c));
await c.query('BEGIN');
console.log(await findLeaks(c, g2.clinicId), await findLeaks(c, b.ground.clinicId));
await c.query('COMMIT');
const a = await app.connect();
console.time('attacks');
let wrong = 0;
for (const [i, attack] of attacks.entries()) {
  let got: string;
  let message = '';
  try {
    await a.query(transaction(b.ground, attack.sql(b), isolations[i % 3] ?? 'READ COMMITTED'));
    got = 'CAME THROUGH';
    console.log(await consult(c));
  } catch (e) {
    got = refusalOf(e);
    message = (e as Error).message;
  }
  if (got !== attack.refusedBy) {
    wrong++;
    console.log(`${attack.name}: expected ${attack.refusedBy}, got ${got} ${message}`);
  }
}
console.timeEnd('attacks');
console.log(attacks.length, 'attacks', wrong, 'wrong');
console.log(await consult(c));
a.release();
c.release();
await owner.end();
await app.end();

import { planTrials, tryAndTakeBack } from './guards/remove-each';
{
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const plan = await planTrials(owner);
  console.log(plan.unaccounted, plan.trials.length);
  console.time('trials');
  let n = 0;
  for (const guard of [...new Set(plan.trials.map((t) => t.guard))])
    for (const attack of attacks.filter((x) => x.guards.includes(guard.name))) {
      const f = await tryAndTakeBack(owner, b, { guard, attack });
      if (!f.noticed) console.log(f.guard, '|', f.says);
      else n++;
    }
  console.timeEnd('trials');
  console.log(n, 'noticed');
  await owner.end();
}
