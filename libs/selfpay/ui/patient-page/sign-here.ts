import { ChangeDetectionStrategy, Component, ElementRef, inject, signal, viewChild } from '@angular/core';
import { PatientVisit } from './patient-visit';

/** The patient's name under the words above, and their consent. What is signed is named by its hash. */
@Component({
  selector: 'st-sign-here',
  template: `
    @let texts = visit.texts();
    <form class="st-card" aria-labelledby="sign" novalidate (submit)="sign($event)">
      <h2 id="sign">{{ texts.headings.sign }}</h2>
      <p>{{ texts.sign.lead }}</p>
      <label for="signer">{{ texts.sign.name }}</label>
      <input
        #signer
        id="signer"
        class="st-control"
        type="text"
        autocomplete="name"
        maxlength="160"
        [attr.aria-invalid]="missing() === 'name'"
        [attr.aria-describedby]="missing() === 'name' ? 'sign-mistake' : null"
      />
      <label class="check"
        ><input
          #consent
          type="checkbox"
          [attr.aria-invalid]="missing() === 'consent'"
          [attr.aria-describedby]="missing() === 'consent' ? 'sign-mistake' : null"
        />{{ texts.sign.consent }}</label
      >
      <label class="check"><input #withheld type="checkbox" />{{ texts.sign.withheld }}</label>
      @if (missing(); as missing) {
        <p id="sign-mistake" class="mistake" role="alert">
          {{ missing === 'name' ? texts.sign.nameMissing : texts.sign.consentMissing }}
        </p>
      }
      @if (visit.fault(); as fault) {
        <p class="mistake" role="alert">{{ texts.problems[fault] }}</p>
      }
      <button class="st-button main" type="submit" [disabled]="busy()">
        {{ busy() ? texts.sign.signing : texts.sign.button }}
      </button>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--st-3);
      padding: var(--st-5);
    }
    h2 {
      font-size: 1.375rem;
    }
    label {
      font-weight: 600;
    }
    .check {
      display: flex;
      gap: var(--st-3);
      padding: var(--st-2) 0;
      font-weight: 400;
    }
    .check input {
      flex: none;
      width: 1.5rem;
      height: 1.5rem;
    }
    .mistake {
      color: var(--st-bad);
    }
    input[type='text'],
    button {
      min-height: 3rem;
      font-size: inherit;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignHere {
  protected readonly visit = inject(PatientVisit);
  private readonly signer = viewChild.required<ElementRef<HTMLInputElement>>('signer');
  private readonly consent = viewChild.required<ElementRef<HTMLInputElement>>('consent');
  private readonly withheld = viewChild.required<ElementRef<HTMLInputElement>>('withheld');
  protected readonly missing = signal<'name' | 'consent' | null>(null);
  protected readonly busy = signal(false);

  protected async sign(submitted: Event): Promise<void> {
    submitted.preventDefault();
    const [signer, consent] = [this.signer().nativeElement, this.consent().nativeElement];
    const signerName = signer.value.trim();
    this.missing.set(signerName === '' ? 'name' : consent.checked ? null : 'consent');
    if (this.missing() !== null) return (signerName === '' ? signer : consent).focus();
    this.busy.set(true);
    await this.visit.signs({ signerName, withheldFromPayer: this.withheld().nativeElement.checked });
    this.busy.set(false);
  }
}
