import { Injectable } from '@angular/core';
import { PreloadingStrategy, Route, Routes } from '@angular/router';
import { EMPTY, Observable, defer, mergeMap, timer } from 'rxjs';

/** How long the page that was asked for has the line for itself before all others are fetched. */
const quietMs = 4000;

/** Fetches every other page once the first one has had time to appear, so that a later one opens at once. */
@Injectable({ providedIn: 'root' })
export class PreloadLater implements PreloadingStrategy {
  preload(_route: Route, load: () => Observable<unknown>): Observable<unknown> {
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    // A patient opens no other page.
    const stays = ['/your-estimate', '/your-case'].includes(location.pathname);
    return connection?.saveData || stays ? EMPTY : timer(quietMs).pipe(mergeMap(() => defer(load)));
  }
}

/**
 * Begins to fetch the page that an address names, while the program still starts and asks who is signed in; the
 * router would begin only after that. Fetching the same page twice is fetching it once.
 */
export function beginFetching(routes: Routes, pathname: string): void {
  const asked = pathname.split('/').filter(Boolean);
  const found = everyRoute(routes).find(({ path = '' }) => fits(path.split('/'), asked));
  // A page that cannot be fetched says so when the router asks for it.
  void Promise.resolve(found?.loadComponent?.()).catch(() => undefined);
}

function everyRoute(routes: Routes): Routes {
  return routes.flatMap((route) => [route, ...everyRoute(route.children ?? [])]);
}

function fits(pattern: readonly string[], asked: readonly string[]): boolean {
  return (
    pattern.length === asked.length && pattern.every((part, at) => part.startsWith(':') || part === asked[at])
  );
}
