import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  ElementRef,
  afterNextRender,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { ApiProblem, Icon, ProblemBanner } from '@stipple/ui';
import { CurrentPerson } from '../current-person';

/**
 * Covers the page until the same person has entered their password again, because the screen was locked or the sign-in
 * has ended. What was being typed stays underneath. A modal dialog of the browser: it lies above every other one, and
 * nothing under it can be reached.
 */
@Component({
  selector: 'st-lock-screen',
  imports: [Icon, ProblemBanner],
  templateUrl: './lock-screen.html',
  styleUrl: './lock-screen.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LockScreen {
  protected readonly person = inject(CurrentPerson);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly busy = signal(false);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly email = viewChild<ElementRef<HTMLInputElement>>('email');
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const { body } = inject(DOCUMENT);
    afterNextRender(() => {
      // Beside the page and not in it: an open form hides the page from screen readers, and this must be heard.
      body.append(host);
      this.dialog().nativeElement.showModal();
      this.field().nativeElement.focus();
    });
  }

  protected async enter(): Promise<void> {
    this.busy.set(true);
    this.problem.set(undefined);
    const field = this.field().nativeElement;
    try {
      const email = this.email()?.nativeElement.value.trim();
      if (this.person.ended() && email !== undefined) await this.person.signInAgain(email, field.value);
      else await this.person.unlock(field.value);
    } catch (error) {
      const problem = ApiProblem.from(error);
      // The sign-in itself has ended: there is nothing left to unlock, but to sign in again.
      if (problem.code !== 'signed_out') this.problem.set(problem);
      else if (this.person.me() === null) await this.person.signOut();
      else this.person.signInEnded();
    } finally {
      this.busy.set(false);
      field.value = '';
    }
  }
}
