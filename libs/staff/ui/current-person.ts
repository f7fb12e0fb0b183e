import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { Me } from '@stipple/contracts';
import type { Role } from '@stipple/domain';
import { Api, ApiProblem, Live } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';

/** Who sits here, whether the screen is locked, and how to get in and out. */
@Injectable({ providedIn: 'root' })
export class CurrentPerson {
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);
  private readonly live = inject(Live);
  private readonly person = signal<Me | null>(null);
  /** Set when the server asks for the password again; what is on screen is hidden until then. */
  readonly locked = signal(false);
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

  async signOut(): Promise<void> {
    this.live.stop();
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
    this.locked.set(false);
    this.live.stop();
    this.live.start();
  }

  private arrived(me: Me): void {
    this.person.set(me);
    if (me.roles.some((role) => role !== 'administrator')) this.live.start();
  }
}
