import { Dialog } from '@angular/cdk/dialog';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { FormDialog } from './form-dialog';
import { MoveForm } from './move-form';

/** Opens a form over the page. Resolves to whether it was sent. */
@Injectable({ providedIn: 'root' })
export class FormOpener {
  private readonly dialog = inject(Dialog);

  async open(form: MoveForm): Promise<boolean> {
    const ref = this.dialog.open<boolean, MoveForm>(FormDialog, {
      data: form,
      width: form.wide ? '56rem' : '36rem',
      maxWidth: '100vw',
      panelClass: 'st-dialog-panel',
      ariaLabelledBy: 'form-dialog-title',
      autoFocus: form.fields.length > 0 ? 'input, select, textarea' : 'dialog',
    });
    return (await firstValueFrom(ref.closed)) === true;
  }
}
