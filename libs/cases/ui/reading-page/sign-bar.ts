import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Icon } from '@stipple/ui';

/** Password and signature, at the bottom of what is read, where the thumb is. */
@Component({
  selector: 'st-sign-bar',
  imports: [Icon],
  template: `
    <form (submit)="$event.preventDefault(); go()" novalidate>
      <label class="field"
        ><span>Your password</span
        ><input
          #field
          class="st-control"
          type="password"
          name="password"
          autocomplete="current-password"
          [value]="password()"
          (input)="password.set(field.value)"
          [attr.aria-invalid]="wrong() ? true : null"
          [attr.aria-describedby]="wrong() ? 'sign-wrong' : 'sign-hint'"
        />
      </label>
      <p [id]="wrong() ? 'sign-wrong' : 'sign-hint'" class="st-small" [class.bad]="wrong()">
        {{ wrong() || 'A signature asks for it again. Nobody can change a word afterwards.' }}
      </p>
      <div class="buttons">
        @if (other(); as words) {
          <button type="button" class="st-button" (click)="otherwise.emit()">{{ words }}</button>
        }
        <button type="submit" class="st-button main" [disabled]="busy()">
          <st-icon name="sign" />{{ busy() ? 'Signing…' : submit() }}
        </button>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      grid-template-columns: minmax(12rem, 20rem) 1fr auto;
      gap: var(--st-1) var(--st-4);
    }
    .field {
      display: grid;
      gap: var(--st-1);
      font-weight: 560;
    }
    p {
      grid-area: 2 / 1 / 3 / 4;
      color: var(--st-ink-muted);
    }
    .bad {
      color: var(--st-bad);
      font-weight: 560;
    }
    .buttons {
      grid-area: 1 / 3;
      align-self: end;
      display: flex;
      flex-wrap: wrap;
      gap: var(--st-2);
    }
    @media (max-width: 56rem) {
      form {
        grid-template-columns: minmax(0, 1fr);
        gap: var(--st-2);
      }
      form > * {
        grid-area: auto;
      }
      .field {
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: var(--st-3);
      }
      p:not(.bad) {
        display: none;
      }
      .buttons button {
        flex: 1;
        min-height: 2.75rem;
        padding: 0 var(--st-2);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignBar {
  readonly submit = input.required<string>();
  /** What can be done instead of signing, if anything. */
  readonly other = input<string>();
  readonly busy = input(false);
  readonly refused = input('');
  readonly sign = output<string>();
  readonly otherwise = output();
  protected readonly password = signal('');
  private readonly empty = signal(false);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  protected wrong(): string {
    return this.empty() && this.password() === '' ? 'Enter your password to sign.' : this.refused();
  }

  focus(): void {
    this.field().nativeElement.focus();
  }

  /** A password is used once. */
  protected go(): void {
    const password = this.password();
    this.empty.set(password === '');
    if (password === '') return this.focus();
    this.sign.emit(password);
    this.password.set('');
  }
}
