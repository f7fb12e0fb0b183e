import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { cardSettings } from '@stipple/api-e2e/card-story';
import { StripeStandIn } from '@stipple/api-e2e/stripe-stand-in';
import { openRunningStage, test as base } from './stage';

/** The same, where cards are taken online by a stand-in for the provider, whose pages lie on another site: 127.0.0.1. */
export const test = base.extend<object, { standIn: StripeStandIn }>({
  standIn: [
    async ({}, use) => {
      const standIn = await StripeStandIn.open();
      await use(standIn);
      await standIn.close();
    },
    { scope: 'worker' },
  ],
  ground: [
    async ({ standIn }, use) => {
      // Whoever pays comes back to an address that the API knows before it listens.
      const port = await freePort();
      const address = { PORT: String(port), PUBLIC_URL: `http://localhost:${port}` };
      const { running, close } = await openRunningStage({ ...cardSettings(standIn), ...address });
      await use(running);
      await close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
