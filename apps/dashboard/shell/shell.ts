import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { RecentCases, loadPalette } from '@stipple/cases-ui';
import { demoMark } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { Commands, Connection, Icon, Keys, Live, ToastCorner, drawOn } from '@stipple/ui';
// By its own file: what also brings the routes would bring it into the first transfer.
import { NoticeBell } from '@stipple/watching-ui/bell';
import { AccountMenu } from './account-menu';
import { AccountName } from './account-name';
import { noticed, places } from './places';
import { shellCommands } from './shell-commands';
import { offerShellCommands } from './shell-keys';

/** The frame around every page: where one can go, what one can do, who is signed in, and whether it is live. */
@Component({
  selector: 'st-shell',
  imports: [
    AccountMenu,
    AccountName,
    Icon,
    Keys,
    NoticeBell,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    ToastCorner,
  ],
  templateUrl: './shell.html',
  styleUrls: ['./shell.css', './shell-print.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  private readonly commands = inject(Commands);
  protected readonly person = inject(CurrentPerson);
  protected readonly demoMark = demoMark;
  protected readonly live = inject(Live);
  protected readonly connection = inject(Connection);
  protected readonly places = computed(() => places.filter((place) => this.person.holds(...place.roles)));
  protected readonly isNoticed = computed(() => this.person.holds(...noticed));
  protected readonly does = offerShellCommands(this.places);
  /**
   * The places come first, then what stands at the end of the same line, then the page, each in a task of its own:
   * together they would keep the browser from painting and listening.
   */
  protected readonly drawn = signal(1);
  protected readonly paletteKeys = computed(() => this.commands.keysOf(shellCommands.palette)[0]);

  constructor() {
    inject(RecentCases);
    drawOn(
      this.drawn,
      computed(() => 3),
      1,
    );
    // So that the first Ctrl+K opens at once, and what is typed after it is not lost.
    setTimeout(() => void loadPalette(), 1500);
  }
}
