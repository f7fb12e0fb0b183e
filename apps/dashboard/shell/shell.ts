import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import type { Role } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { Icon, IconName, Live, Theme, ThemeChoice } from '@stipple/ui';

interface Place {
  readonly path: string;
  readonly words: string;
  readonly icon: IconName;
  readonly roles: readonly Role[];
}

const places: readonly Place[] = [
  { path: '/queue', words: 'Queue', icon: 'list', roles: ['coordinator', 'physician', 'manager'] },
  { path: '/waiting', words: 'Needs me', icon: 'sign', roles: ['physician', 'manager', 'coordinator'] },
  { path: '/schedule', words: 'Schedule', icon: 'calendar', roles: ['coordinator', 'physician', 'manager'] },
  { path: '/denials', words: 'Denials', icon: 'chart', roles: ['manager', 'coordinator'] },
  { path: '/roster', words: 'Roster', icon: 'file-up', roles: ['coordinator', 'administrator'] },
  { path: '/clinic', words: 'Clinic', icon: 'house', roles: ['coordinator', 'administrator'] },
  { path: '/people', words: 'People', icon: 'users', roles: ['administrator'] },
  { path: '/audit', words: 'Audit', icon: 'log', roles: ['administrator', 'manager'] },
];

/** The frame around every page: where one can go, who is signed in, and whether what is on screen is live. */
@Component({
  selector: 'st-shell',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon, RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  protected readonly person = inject(CurrentPerson);
  protected readonly live = inject(Live);
  protected readonly choice = inject(ThemeChoice);
  protected readonly places = computed(() => places.filter((place) => this.person.holds(...place.roles)));
  protected readonly themes: readonly { theme: Theme; words: string; icon: IconName }[] = [
    { theme: 'system', words: 'As the system', icon: 'contrast' },
    { theme: 'light', words: 'Light', icon: 'sun' },
    { theme: 'dark', words: 'Dark', icon: 'moon' },
  ];

  protected initials(name: string): string {
    return name
      .replace(/^Dr\.? /, '')
      .split(' ')
      .map((part) => part[0])
      .slice(0, 2)
      .join('');
  }
}
