import { verifyChains } from './audit/verify-chains';

/*
 * `npm run verify-audit`: recomputes the audit trail of every clinic and names an edited, removed or reordered entry.
 * DATABASE_URL names the database, as a user that may read all of it.
 */
const url = process.env['DATABASE_URL'];
if (!url) {
  console.error('Set DATABASE_URL: the database, as a user that may read the audit trails of all clinics.');
  process.exit(2);
}
try {
  const chains = await verifyChains(url);
  for (const { clinic, entries, flaws, head } of chains) {
    const verdict = flaws.length === 0 ? 'unbroken' : `${flaws.length} flaws`;
    console.log(`${clinic}: ${entries.toLocaleString('en-US')} entries, ${verdict}, newest seal ${head}`);
    for (const { seq, flaw } of flaws) console.log(`  entry ${seq}: ${flaw}`);
  }
  if (chains.length === 0) console.log('There is no clinic.');
  process.exit(chains.every(({ flaws }) => flaws.length === 0) ? 0 : 1);
} catch (error) {
  console.error(
    `The audit trail could not be read: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exit(2);
}
