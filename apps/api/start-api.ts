import type { AddressInfo } from 'node:net';
import { ClinicDatabase } from '@stipple/database';
import { Logger } from 'nestjs-pino';
import { Config } from './config';
import { createApp } from './create-app';

export interface RunningApi {
  readonly url: string;
  /** Every address that is served, such as `GET /api/cases/:id`. */
  readonly routes: readonly string[];
  close(): Promise<void>;
}

/**
 * Starts the API and waits until it listens.
 *
 * @throws Error with one clear sentence when the port is taken, the database away, or the role too powerful
 */
export async function startApi(config: Config): Promise<RunningApi> {
  const routes: string[] = [];
  const app = await createApp(config, (route) => routes.push(route)).catch((error: unknown) => {
    throw new Error(
      `The database does not answer: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  });
  app.useLogger(app.get(Logger));
  await refusePowerfulRole(app.get(ClinicDatabase)).catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    await app.close();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new Error(
        `Port ${config.port} is taken by another program. Choose another one: PORT=${config.port + 1} npm start`,
      );
    }
    throw error;
  }
  const { port } = app.getHttpServer().address() as AddressInfo;
  return { url: `http://localhost:${port}`, routes, close: () => app.close() };
}

/** The law holds for the application role. One that may change the schema or look past row-level security may not serve. */
async function refusePowerfulRole(db: ClinicDatabase): Promise<void> {
  const { rows } = await db.pool.query<{ name: string; powerful: boolean }>(
    `SELECT r.rolname AS name, r.rolsuper OR r.rolbypassrls OR pg_has_role(current_user, n.nspowner, 'MEMBER') AS powerful
       FROM pg_roles r, pg_namespace n WHERE r.rolname = current_user AND n.nspname = 'stipple'`,
  );
  const [role] = rows;
  if (role === undefined)
    throw new Error('The database has not been migrated yet: run the migrations first.');
  if (role.powerful)
    throw new Error(
      `The database role “${role.name}” may change the schema. Give the API the application role (stipple_app) instead.`,
    );
}
