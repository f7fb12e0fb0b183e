import { bootstrapApplication } from '@angular/platform-browser';
import { appConfig } from './app.config';
import { Root } from './shell/root';

/** Browsers without Temporal get it before anything computes a day. */
async function start(): Promise<void> {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
  await bootstrapApplication(Root, appConfig);
}

start().catch((error: unknown) => console.error(error));
