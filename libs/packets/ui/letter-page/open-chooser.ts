import { Dialog } from '@angular/cdk/dialog';
import { NoopScrollStrategy } from '@angular/cdk/overlay';
import type { Injector } from '@angular/core';
import type { Observable } from 'rxjs';
import { Choosing, EvidenceChooser } from './evidence-chooser';

/** Opens the chooser over the letter. Tells when it has closed. */
export function openChooser(injector: Injector, data: Choosing): Observable<void | undefined> {
  const phone = matchMedia('(max-width: 40rem)').matches;
  return injector.get(Dialog).open<void, Choosing>(EvidenceChooser, {
    data,
    ariaLabel: 'Bind the sentence to evidence',
    width: phone ? '100vw' : 'min(44rem, 94vw)',
    autoFocus: 'input',
    scrollStrategy: new NoopScrollStrategy(),
  }).closed;
}
