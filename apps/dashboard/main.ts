import { bootstrapApplication } from '@angular/platform-browser';
import { Router } from '@angular/router';
import { nextTask } from '@stipple/ui';
import { appConfig } from './app.config';
import { routes } from './app.routes';
import { beginFetching } from './first-page';
import { Root } from './shell/root';

/**
 * Browsers without Temporal get it before anything computes a day. The app is made, and goes to its first page, in tasks
 * of their own.
 */
async function start(): Promise<void> {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
  beginFetching(routes, location.pathname);
  await nextTask();
  const { injector } = await bootstrapApplication(Root, appConfig);
  await nextTask();
  injector.get(Router).initialNavigation();
}

start().catch((error: unknown) => console.error(error));
