import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterNextRender,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { ApiProblem, Icon, ProblemBanner } from '@stipple/ui';
import { CurrentPerson } from '../current-person';

/** Covers the page until the same person has entered their password again. What was being typed stays underneath. */
@Component({
  selector: 'st-lock-screen',
  imports: [Icon, ProblemBanner],
  template: `
    <form class="st-card" (submit)="$event.preventDefault(); unlock()" aria-labelledby="lock-title">
      <st-icon name="lock" />
      <h1 id="lock-title">Locked</h1>
      <p class="st-muted">
        Enter your password to go on where you left off{{ person.me() ? ', ' + person.me()?.name : '' }}.
      </p>
      <st-problem [problem]="problem()" />
      <label for="unlock-password">Password</label>
      <input #field id="unlock-password" class="st-control" type="password" autocomplete="current-password" />
      <button class="st-button main" type="submit" [disabled]="busy()">Unlock</button>
      <button class="st-button quiet" type="button" (click)="person.signOut()">
        Sign in as somebody else
      </button>
    </form>
  `,
  styles: `
    :host {
      position: fixed;
      inset: 0;
      z-index: 2000;
      display: grid;
      place-items: center;
      padding: var(--st-4);
      background: var(--st-background);
    }
    form {
      display: grid;
      gap: var(--st-3);
      width: min(24rem, 100%);
      padding: var(--st-6);
    }
    st-icon {
      width: 2rem;
      height: 2rem;
      color: var(--st-accent);
    }
    label {
      font-weight: 560;
      margin-bottom: calc(-1 * var(--st-2));
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LockScreen {
  protected readonly person = inject(CurrentPerson);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly busy = signal(false);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  constructor() {
    afterNextRender(() => this.field().nativeElement.focus());
  }

  protected async unlock(): Promise<void> {
    this.busy.set(true);
    this.problem.set(undefined);
    const field = this.field().nativeElement;
    try {
      await this.person.unlock(field.value);
    } catch (error) {
      const problem = ApiProblem.from(error);
      // The sign-in itself has ended: there is nothing left to unlock.
      if (problem.code === 'signed_out') await this.person.signOut();
      else this.problem.set(problem);
    } finally {
      this.busy.set(false);
      field.value = '';
    }
  }
}
