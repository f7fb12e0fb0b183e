import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { Visit } from './visit';

export interface GateWords {
  readonly lead: string;
  readonly open: string;
}

/** What only the patient knows: without it the link shows nothing. */
@Component({
  selector: 'st-patient-gate',
  template: `
    @let texts = visit.texts();
    <form class="st-card" (submit)="open($event)">
      <p id="gate-lead">{{ words().lead }}</p>
      <label for="born">{{ texts.gate.birthDate }}</label>
      <input
        #born
        id="born"
        class="st-control"
        type="date"
        min="1900-01-01"
        autocomplete="bday"
        required
        aria-describedby="gate-lead"
        (input)="birthDate.set(born.value)"
      />
      <button class="st-button main" type="submit" [disabled]="busy()">
        {{ busy() ? texts.gate.opening : words().open }}
      </button>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--st-3);
      padding: var(--st-5);
    }
    label {
      font-weight: 600;
    }
    input,
    button {
      min-height: 3rem;
      font-size: inherit;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PatientGate {
  readonly token = input.required<string>();
  /** Which page it opens, in the words of that page. */
  readonly words = input.required<GateWords>();
  protected readonly visit = inject(Visit);
  protected readonly birthDate = signal('');
  protected readonly busy = signal(false);

  protected async open(submitted: Event): Promise<void> {
    submitted.preventDefault();
    this.busy.set(true);
    await this.visit.opens(this.token(), this.birthDate());
    this.busy.set(false);
  }
}
