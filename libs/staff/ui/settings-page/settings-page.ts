import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Contrast, Density, Theme } from '@stipple/domain';
import { IconName, Icon, Preferences, ProblemBanner } from '@stipple/ui';
import { CurrentPerson } from '../current-person';
import { KeyChooser } from './key-chooser';

interface Choice<T> {
  readonly value: T;
  readonly words: string;
  readonly hint: string;
  readonly icon: IconName;
}

/** How somebody likes to work: theme, contrast, density, e-mail, letters and keys. Every change holds at once, everywhere. */
@Component({
  selector: 'st-settings-page',
  imports: [Icon, KeyChooser, ProblemBanner, RouterLink],
  templateUrl: './settings-page.html',
  styleUrl: './settings-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsPage {
  protected readonly preferences = inject(Preferences);
  protected readonly person = inject(CurrentPerson);
  protected readonly themes: readonly Choice<Theme>[] = [
    { value: 'system', words: 'As the system', hint: 'Light or dark as this computer is', icon: 'contrast' },
    { value: 'light', words: 'Light', hint: 'Dark letters on white', icon: 'sun' },
    { value: 'dark', words: 'Dark', hint: 'Light letters on black', icon: 'moon' },
  ];
  protected readonly contrasts: readonly Choice<Contrast>[] = [
    { value: 'system', words: 'As the system', hint: 'More only where this computer asks', icon: 'contrast' },
    { value: 'more', words: 'More', hint: 'Strong lines, no soft greys', icon: 'eye' },
  ];
  protected readonly densities: readonly Choice<Density>[] = [
    { value: 'comfortable', words: 'Comfortable', hint: 'Rows of 44 pixels', icon: 'list' },
    { value: 'compact', words: 'Compact', hint: 'Rows of 32 pixels', icon: 'log' },
  ];
}
