import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { CurrentPerson, IdleLock, LockScreen } from '@stipple/staff-ui';
import { ProblemBanner, ThemeChoice } from '@stipple/ui';

/** The outermost element: the page, and the lock screen over it. A locked page is inert and cannot be seen. */
@Component({
  selector: 'st-root',
  imports: [RouterOutlet, LockScreen, ProblemBanner],
  template: `
    @if (person.problem(); as problem) {
      <div class="away"><st-problem [problem]="problem" [retriable]="true" (retry)="reload()" /></div>
    }
    <div [attr.inert]="person.locked() ? '' : null" [style.visibility]="person.locked() ? 'hidden' : null">
      <router-outlet />
    </div>
    @if (person.locked()) {
      <st-lock-screen />
    }
  `,
  styles: `
    .away {
      max-width: 40rem;
      margin: var(--st-6) auto;
      padding: 0 var(--st-4);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Root {
  protected readonly person = inject(CurrentPerson);

  constructor() {
    inject(ThemeChoice);
    inject(IdleLock);
  }

  protected reload(): void {
    location.reload();
  }
}
