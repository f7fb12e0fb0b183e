import { ChangeDetectionStrategy, Component, afterNextRender, inject, input, signal } from '@angular/core';
import { FormField, FormRoot, form, required } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { ApiProblem, Icon, ProblemBanner } from '@stipple/ui';
import { CurrentPerson } from '../current-person';

@Component({
  selector: 'st-sign-in-page',
  imports: [FormField, FormRoot, Icon, ProblemBanner],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInPage {
  /** Where to go afterwards; from the address. */
  readonly then = input<string>();
  private readonly person = inject(CurrentPerson);
  private readonly router = inject(Router);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly tree = form(
    signal({ email: '', password: '' }),
    (path) => {
      required(path.email, { message: 'Enter your e-mail address.' });
      required(path.password, { message: 'Enter your password.' });
    },
    { submission: { action: () => this.enter() } },
  );

  constructor() {
    afterNextRender(() => this.tree.email().focusBoundControl());
  }

  private async enter(): Promise<undefined> {
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const { email, password } = this.tree().value();
      await this.person.signIn(email.trim(), password);
      // A page that does not open is not the sign-in's problem; it is told where such things are told.
      void this.router.navigateByUrl(safe(this.then()) ?? this.person.home());
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
      this.tree().reset({ ...this.tree().value(), password: '' });
      this.tree.password().focusBoundControl();
    } finally {
      this.busy.set(false);
    }
    return undefined;
  }
}

/** Only a page of our own: an address from elsewhere must not be able to lead away after sign-in. */
function safe(url: string | undefined): string | undefined {
  return url?.startsWith('/') && !url.startsWith('//') && !url.startsWith('/sign-in') ? url : undefined;
}
