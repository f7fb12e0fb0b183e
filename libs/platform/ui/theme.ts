import { DOCUMENT, Injectable, effect, inject, signal } from '@angular/core';

export type Theme = 'system' | 'light' | 'dark';

/** Light, dark, or as the system has it. Kept in this browser. */
@Injectable({ providedIn: 'root' })
export class ThemeChoice {
  private readonly root = inject(DOCUMENT).documentElement;
  readonly theme = signal<Theme>(stored());

  constructor() {
    effect(() => {
      const theme = this.theme();
      if (theme === 'system') delete this.root.dataset['theme'];
      else this.root.dataset['theme'] = theme;
      localStorage.setItem('stipple-theme', theme);
    });
  }
}

function stored(): Theme {
  const value = localStorage.getItem('stipple-theme');
  return value === 'light' || value === 'dark' ? value : 'system';
}
