import { Dialog } from '@angular/cdk/dialog';
import { NoopScrollStrategy } from '@angular/cdk/overlay';
import { Observable } from 'rxjs';
import { Choosing, EvidenceChooser } from './evidence-chooser';

/** Opens the chooser over the letter. Tells when it has closed. */
export function openChooser(dialog: Dialog, data: Choosing): Observable<void | undefined> {
  const phone = matchMedia('(max-width: 40rem)').matches;
  return dialog.open<void, Choosing>(EvidenceChooser, {
    data,
    ariaLabel: 'Bind the sentence to evidence',
    width: phone ? '100vw' : 'min(44rem, 94vw)',
    autoFocus: 'input',
    scrollStrategy: new NoopScrollStrategy(),
  }).closed;
}
