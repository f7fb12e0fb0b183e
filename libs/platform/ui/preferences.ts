import { HttpClient } from '@angular/common/http';
import { DOCUMENT, Injectable, effect, inject, signal } from '@angular/core';
import {
  PreferenceChange,
  Preferred,
  changePreferences,
  plainPreferences,
  understoodPreferences,
} from '@stipple/domain';
import { firstValueFrom } from 'rxjs';
import { Api } from './api/api';
import { ApiProblem } from './api/api-problem';
import { mediaSignal } from './media';

/** Where this browser keeps them, so that the next page is right from its first paint; see the script in `index.html`. */
const kept = 'stipple-preferences';

/**
 * Theme, density, contrast and keys of whoever sits here, shown by attributes of <html>. They are kept on the server
 * for the person, and in this browser as the last it has heard.
 */
@Injectable({ providedIn: 'root' })
export class Preferences {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);
  readonly all = signal<Preferred>(understoodPreferences(stored()));
  /** Why the last change is not on the server yet; it holds in this browser all the same. */
  readonly problem = signal<ApiProblem | undefined>(undefined);
  /** Whether the server was asked: before, what this browser kept may be of whoever sat here last. */
  readonly heard = signal(false);
  private readonly systemWantsMore = mediaSignal('(prefers-contrast: more)');
  private unsent: PreferenceChange = {};
  private sending: Promise<void> = Promise.resolve();

  constructor() {
    effect(() => {
      const { theme, density, contrast } = this.all();
      this.show('theme', theme === 'system' ? null : theme);
      this.show('density', density === 'comfortable' ? null : density);
      this.show('contrast', contrast === 'more' || this.systemWantsMore() ? 'more' : null);
      localStorage.setItem(kept, JSON.stringify(this.all()));
    });
  }

  /** Asks the server what the person has chosen. Where it cannot say, what this browser last heard goes on. */
  async recall(): Promise<void> {
    try {
      const theirs = await firstValueFrom(this.http.get<unknown>('/api/preferences'));
      this.all.set(changePreferences(understoodPreferences(theirs), this.unsent));
    } catch {
      // Nobody waits for it; the next change or sign-in tries again.
    } finally {
      this.heard.set(true);
    }
  }

  /** Holds at once here, and a moment later everywhere. */
  set(change: PreferenceChange): void {
    this.all.update((before) => changePreferences(before, change));
    this.unsent = joined(this.unsent, change);
    this.sending = this.sending.then(() => this.send());
  }

  /** Gives every command its own keys back. */
  forgetKeys(): void {
    const ids = Object.keys(this.all().keys);
    if (ids.length > 0) this.set({ keys: Object.fromEntries(ids.map((id) => [id, null])) });
  }

  /** Sends what is not on the server yet; one after the other, so that the last choice is the last to arrive. */
  async send(): Promise<void> {
    const change = this.unsent;
    if (Object.keys(change).length === 0) return;
    this.unsent = {};
    try {
      await this.api.post('/api/preferences', change);
      this.problem.set(undefined);
    } catch (error) {
      this.unsent = joined(change, this.unsent);
      this.problem.set(ApiProblem.from(error));
    }
  }

  private show(name: string, value: string | null): void {
    if (value === null) delete this.root.dataset[name];
    else this.root.dataset[name] = value;
  }
}

/** Two changes as one; where both name the same, the later holds. */
function joined(first: PreferenceChange, later: PreferenceChange): PreferenceChange {
  return {
    ...first,
    ...later,
    keys: { ...first.keys, ...later.keys },
    putAway: { ...first.putAway, ...later.putAway },
  };
}

function stored(): unknown {
  try {
    return JSON.parse(localStorage.getItem(kept) ?? '{}');
  } catch {
    return plainPreferences;
  }
}
