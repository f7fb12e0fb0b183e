import { ChangeDetectionStrategy, Component, DOCUMENT, effect, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { CurrentPerson, IdleLock, LockScreen } from '@stipple/staff-ui';
import {
  Commands,
  FaultBar,
  Preferences,
  Presence,
  ProblemBanner,
  ProgressLine,
  focusFollowsPages,
} from '@stipple/ui';
import { coverSheets } from './cover-sheets';

/** The outermost element: the page, and the lock screen over it. A locked page is inert and cannot be seen. */
@Component({
  selector: 'st-root',
  imports: [FaultBar, LockScreen, ProblemBanner, ProgressLine, RouterOutlet],
  template: `
    @if (person.problem(); as problem) {
      <div class="away"><st-problem [problem]="problem" [retriable]="true" (retry)="reload()" /></div>
    }
    <st-progress-line />
    <div [attr.inert]="person.covered() ? '' : null" [style.visibility]="person.covered() ? 'hidden' : null">
      <router-outlet />
    </div>
    <st-fault-bar />
    @if (person.covered()) {
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
    inject(Preferences);
    inject(IdleLock);
    focusFollowsPages();
    const commands = inject(Commands);
    const presence = inject(Presence);
    effect(() => {
      commands.paused.set(this.person.covered());
      presence.paused.set(this.person.covered());
    });
    const document = inject(DOCUMENT);
    effect((onCleanup) => {
      if (this.person.covered()) onCleanup(coverSheets(document));
    });
  }

  protected reload(): void {
    location.reload();
  }
}
