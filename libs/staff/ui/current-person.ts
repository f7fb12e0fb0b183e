import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { Me } from '@stipple/contracts';
import type { Role } from '@stipple/domain';
import { Api, ApiProblem, Drafts, Live, Preferences, Presence } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';

/** Who sits here, whether the screen is locked, and how to get in and out. */
@Injectable({ providedIn: 'root' })
export class CurrentPerson {
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);
  private readonly live = inject(Live);
  private readonly preferences = inject(Preferences);
  private readonly presence = inject(Presence);
  private readonly drafts = inject(Drafts);
  /** Requests that wait until the person is back. */
  private waiting: (() => void)[] = [];
  private readonly person = signal<Me | null>(null);
  /** Set when the server asks for the password again; what is on screen is hidden until then. */
  readonly locked = signal(false);
  /** Set when the sign-in has ended in the middle of work; the page waits for the same person. */
  readonly ended = signal(false);
  /** Whether what is on screen is hidden. */
  readonly covered = computed(() => this.locked() || this.ended());
  /** Why nobody could be found out: the server is away. */
  readonly problem = signal<ApiProblem | undefined>(undefined);
  readonly me = this.person.asReadonly();
  readonly today = computed(() => this.person()?.today ?? '');
  readonly timeZone = computed(() => this.person()?.clinic.timeZone ?? 'UTC');

  holds(...roles: readonly Role[]): boolean {
    return this.person()?.roles.some((role) => roles.includes(role)) ?? false;
  }

  /** The page to begin the day on. */
  home(): string {
    if (this.holds('coordinator')) return '/queue';
    if (this.holds('physician')) return '/waiting';
    return this.holds('manager') ? '/denials' : '/people';
  }

  /** Asks the server who is signed in. Nobody is a normal answer. */
  async recall(): Promise<void> {
    try {
      const me = await firstValueFrom(this.http.get<Me>('/api/me'));
      this.problem.set(undefined);
      this.arrived(me);
    } catch (error) {
      const problem = ApiProblem.from(error);
      if (problem.status === 423) this.locked.set(true);
      else if (problem.status !== 401) this.problem.set(problem);
    }
  }

  /** @throws ApiProblem */
  async signIn(email: string, password: string): Promise<void> {
    await this.api.post('/api/sign-in', { email, password });
    await this.recall();
  }

  /** Resolves when the same person is back. When somebody else comes it never does: they get a page of their own. */
  back(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /**
   * Goes on after a sign-in that had ended, on the same page.
   *
   * @throws ApiProblem
   */
  async signInAgain(email: string, password: string): Promise<void> {
    await this.api.post('/api/sign-in', { email, password });
    const before = this.person()?.id;
    await this.recall();
    if (before !== undefined && this.person()?.id !== before) return location.assign('/');
    this.returned();
  }

  /** The sign-in has ended: what is on screen waits. */
  signInEnded(): void {
    this.locked.set(false);
    this.ended.set(true);
  }

  async signOut(): Promise<void> {
    this.live.stop();
    await this.drafts.flush();
    this.presence.me.set(null);
    await this.api.post('/api/sign-out', {}).catch(() => undefined);
    // A fresh page holds nothing of what was on screen.
    location.assign('/sign-in');
  }

  async lock(): Promise<void> {
    this.locked.set(true);
    await this.api.post('/api/lock', {}).catch(() => undefined);
  }

  /** @throws ApiProblem */
  async unlock(password: string): Promise<void> {
    await this.api.post('/api/unlock', { password });
    await this.recall();
    this.returned();
  }

  private returned(): void {
    this.locked.set(false);
    this.ended.set(false);
    this.live.stop();
    this.live.start();
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  private arrived(me: Me): void {
    this.person.set(me);
    void this.preferences.recall();
    this.presence.me.set(me.id);
    if (!me.roles.some((role) => role !== 'administrator')) return;
    this.live.start();
    this.drafts.arrived(me.id);
  }
}
