import { HttpClient } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import type { LetterDesk } from '@stipple/contracts';
import { Api, ApiProblem } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';
import { LetterWriting } from './letter-writing';
import type { StoredLetter } from './sheet';

interface Saved {
  readonly id: string;
  readonly version: number;
}

/** Stores a letter and sends it for signature; what others stored meanwhile is settled first. */
@Injectable()
export class LetterSending {
  private readonly writing = inject(LetterWriting);
  private readonly api = inject(Api);
  private readonly http = inject(HttpClient);
  readonly busy = signal(false);
  readonly problem = signal<ApiProblem | undefined>(undefined);
  /** What somebody else has stored while this person typed. */
  readonly theirs = signal<StoredLetter | null>(null);

  async store(caseId: string): Promise<Saved | null> {
    if (this.theirs()) return null;
    const saved = await this.attempt(() => this.writing.save(caseId));
    if (saved) await this.attempt(async () => this.goOn(await this.read(caseId)));
    return saved;
  }

  /** Whether it waits for a signature now. */
  async send(caseId: string): Promise<boolean> {
    const saved = await this.store(caseId);
    if (!saved) return false;
    if (this.writing.base()?.state === 'ready') return true;
    const path = `/api/letters/${saved.id}/signature-requests`;
    const asked = await this.attempt(() => this.api.post(path, { version: saved.version }).then(() => true));
    return asked ?? false;
  }

  settle(keep: 'mine' | 'theirs'): void {
    const theirs = this.theirs();
    if (!theirs) return;
    this.problem.set(undefined);
    if (keep === 'mine') this.writing.keepMine(theirs);
    else this.writing.adopt(theirs);
    this.theirs.set(null);
  }

  /** What was stored is edited from here on, and has a draft of its own. */
  private async goOn(desk: LetterDesk): Promise<void> {
    if (!desk.letter) return;
    this.writing.desk.set(desk);
    this.writing.adopt(desk.letter);
    await this.writing.open(desk);
  }

  private read(caseId: string): Promise<LetterDesk> {
    return firstValueFrom(this.http.get<LetterDesk>(`/api/cases/${caseId}/letter-desk`));
  }

  private async attempt<T>(work: () => Promise<T>): Promise<T | null> {
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      return await work();
    } catch (error) {
      const problem = ApiProblem.from(error);
      this.problem.set(problem);
      if (problem.code === 'stale') await this.clash();
      return null;
    } finally {
      this.busy.set(false);
    }
  }

  private async clash(): Promise<void> {
    const desk = this.writing.desk();
    if (!desk) return;
    const now = await this.read(desk.caseId).catch(() => null);
    if (now) this.theirs.set(this.writing.follow(now) ? null : now.letter);
  }
}
