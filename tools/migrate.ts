import { migrate } from '@stipple/migrations';

/* Brings the database of DATABASE_URL up to date and gives the application role its password; for deployments. */
const { DATABASE_URL: url, STIPPLE_APP_PASSWORD: password } = process.env;
if (!url || !password) {
  console.error(
    'Set DATABASE_URL (a user that may create roles) and STIPPLE_APP_PASSWORD (what the API will sign in with).',
  );
  process.exit(1);
}
try {
  await migrate(url, password);
  console.log('The database is up to date.');
} catch (error) {
  console.error(
    `The database could not be brought up to date: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exit(1);
}
