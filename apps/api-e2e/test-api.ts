/** An API that a spec works with. */
export interface TestApi {
  readonly url: string;
  /** Every address that is served, such as `GET /api/cases/:id`. */
  readonly routes: readonly string[];
  close(): Promise<void>;
}

/**
 * Starts an API in the host of this worker; see `api-host.ts`.
 *
 * @throws Error with what the API said when it does not start
 */
export async function startTestApi(settings: Readonly<Record<string, string>>): Promise<TestApi> {
  const host = hostOfThisWorker();
  const started = await fetch(host, { method: 'POST', body: JSON.stringify(settings) });
  if (!started.ok) throw new Error(await started.text());
  const api = (await started.json()) as Pick<TestApi, 'url' | 'routes'>;
  const { port } = new URL(api.url);
  return { ...api, close: async () => void (await fetch(`${host}/${port}`, { method: 'DELETE' })) };
}

/** Jest counts its workers from one, Playwright from nought. */
function hostOfThisWorker(): string {
  const hosts = process.env['STIPPLE_TEST_HOSTS']?.split(' ') ?? [];
  const worker = Number(process.env['TEST_PARALLEL_INDEX'] ?? process.env['JEST_WORKER_ID'] ?? 0);
  const host = hosts[worker % hosts.length];
  if (host === undefined) throw new Error('no API can be started; start the specs through their runner');
  return host;
}
