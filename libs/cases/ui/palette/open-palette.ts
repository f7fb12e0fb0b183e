import { Dialog } from '@angular/cdk/dialog';
import {
  GlobalPositionStrategy,
  NoopScrollStrategy,
  createGlobalPositionStrategy,
} from '@angular/cdk/overlay';
import { Injector, inject } from '@angular/core';
import { Palette } from './palette';

/** Opens the palette over whatever page is there, once. Call from an injection context. */
export function openPalette(): void {
  const dialog = inject(Dialog);
  if (dialog.openDialogs.length > 0) return;
  const position: GlobalPositionStrategy = createGlobalPositionStrategy(inject(Injector));
  const phone = matchMedia('(max-width: 40rem)').matches;
  dialog.open(Palette, {
    ariaLabel: 'Search or do',
    positionStrategy: position.centerHorizontally().top(phone ? '0' : '12vh'),
    width: phone ? '100vw' : 'min(42rem, 94vw)',
    autoFocus: 'input',
    // Holding the page still would lay all of it out anew, at every opening and closing.
    scrollStrategy: new NoopScrollStrategy(),
  });
}
