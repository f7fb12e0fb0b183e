import { Injectable, Injector, inject } from '@angular/core';
import { NavigationStart, Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { FormAbout, MoveForm } from './move-form';

/** A form, and what it is about where it has a draft and others may change it. */
export interface OpenedForm {
  readonly form: MoveForm;
  readonly about?: FormAbout;
}

/** Opens a form over the page. Resolves to whether it was sent. */
@Injectable({ providedIn: 'root' })
export class FormOpener {
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);

  async open(form: MoveForm, about?: FormAbout): Promise<boolean> {
    // Forms are a quarter of the first transfer and nobody's first click: they come with the first form.
    const [{ Dialog }, { FormDialog }] = await Promise.all([
      import('@angular/cdk/dialog'),
      import('./form-dialog'),
    ]);
    const ref = this.injector.get(Dialog).open<boolean, OpenedForm>(FormDialog, {
      data: { form, about },
      width: form.wide ? '56rem' : '36rem',
      maxWidth: '100vw',
      panelClass: 'st-dialog-panel',
      ariaLabelledBy: 'form-dialog-title',
      autoFocus: firstFocus(form),
    });
    // Another page takes over, such as the one to sign in again: what was typed is a draft by now.
    const left = this.router.events.subscribe((event) => {
      if (event instanceof NavigationStart && pathOf(event.url) !== pathOf(this.router.url)) ref.close(false);
    });
    try {
      return (await firstValueFrom(ref.closed)) === true;
    } finally {
      left.unsubscribe();
    }
  }
}

/** The first question; where nothing is asked the answer itself, unless there is something to read or to lose. */
function firstFocus({ fields, reading, danger }: MoveForm): string {
  if (fields.length > 0) return 'input, select, textarea';
  return reading || danger ? 'dialog' : 'button[type=submit]';
}

const pathOf = (url: string) => url.split(/[?#]/)[0];
