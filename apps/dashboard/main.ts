import { bootstrapApplication } from '@angular/platform-browser';
import { appConfig } from './app.config';
import { routes } from './app.routes';
import { beginFetching } from './first-page';
import { Root } from './shell/root';

/** Browsers without Temporal get it before anything computes a day. */
async function start(): Promise<void> {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
  beginFetching(routes, location.pathname);
  await bootstrapApplication(Root, appConfig);
}

start().catch((error: unknown) => console.error(error));
