import { Injector, Signal, inject, runInInjectionContext } from '@angular/core';
import { Router } from '@angular/router';
import { loadPalette } from '@stipple/cases-ui';
import { CurrentPerson, PutAway } from '@stipple/staff-ui';
import { Command, Commands, Preferences, Toasts, loadKeyHelp } from '@stipple/ui';
import { Place, goTo, noticed } from './places';
import { shellCommands } from './shell-commands';

/** What the frame's own buttons call. */
export interface ShellActions {
  palette(): void;
  help(): void;
  go(path: string): void;
}

/** Offers them for as long as the frame stands. Returns what its own buttons call. */
export function offerShellCommands(reachable: Signal<readonly Place[]>): ShellActions {
  const putAway = inject(PutAway);
  const [router, injector, toasts, person, preferences] = [
    inject(Router),
    inject(Injector),
    inject(Toasts),
    inject(CurrentPerson),
    inject(Preferences),
  ];
  const go = (path: string) => () => void router.navigateByUrl(path);
  const palette = () =>
    void loadPalette().then(({ openPalette }) => runInInjectionContext(injector, openPalette));
  const help = () =>
    void loadKeyHelp().then(({ openKeyHelp }) => runInInjectionContext(injector, openKeyHelp));
  const offered: readonly Command[] = [
    { ...shellCommands.palette, whileTyping: true, run: palette },
    { ...shellCommands.search, run: () => focusSearch() || palette() },
    { ...shellCommands.newCase, when: () => person.holds('coordinator'), run: go('/cases/new') },
    { ...shellCommands.undo, when: () => toasts.canUndo(), run: () => void toasts.undoLast() },
    { ...shellCommands.help, run: help },
    { ...shellCommands.firstUse, when: () => putAway.any(), run: () => putAway.bringBack() },
    { ...shellCommands.lock, run: () => void person.lock() },
    { ...shellCommands.signOut, run: () => void person.signOut() },
  ];
  const later: readonly Command[] = [
    { ...shellCommands.drafts, run: go('/drafts') },
    {
      ...shellCommands.timeAndMoney,
      when: () => person.holds('manager', 'coordinator'),
      run: go('/reports/time-and-money'),
    },
    {
      ...shellCommands.standing,
      when: () => person.holds('manager', 'coordinator'),
      run: go('/reports/standing'),
    },
    { ...shellCommands.notices, when: () => person.holds(...noticed), run: go('/notices') },
    { ...shellCommands.settings, run: go('/settings') },
    { ...shellCommands.design, when: () => person.holds('administrator'), run: go('/design') },
    { ...shellCommands.light, run: () => preferences.set({ theme: 'light' }) },
    { ...shellCommands.dark, run: () => preferences.set({ theme: 'dark' }) },
    {
      ...shellCommands.density,
      run: () =>
        preferences.set({ density: preferences.all().density === 'compact' ? 'comfortable' : 'compact' }),
    },
  ];
  inject(Commands).offer(() => [
    ...offered,
    ...reachable().map((place) => ({ ...goTo(place), run: go(place.path) })),
    ...later,
  ]);
  return { palette, help, go: (path: string) => go(path)() };
}

/** Puts the cursor into the page's own search field. Returns whether it has one. */
function focusSearch(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement>('main input[type="search"]');
  const field = [...fields].find((one) => one.checkVisibility() && !one.disabled);
  field?.focus();
  field?.select();
  return field !== undefined;
}
