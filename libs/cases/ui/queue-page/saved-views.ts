import { HttpClient } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import type { SavedView } from '@stipple/contracts';
import { Api, ApiProblem, Live, Toasts } from '@stipple/ui';

/** The views a person keeps for themselves, in their order. */
@Injectable()
export class SavedViews {
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  readonly list = signal<readonly SavedView[]>([]);
  readonly problem = signal<ApiProblem | undefined>(undefined);

  constructor() {
    // After a lost connection, what could not be read is read.
    inject(Live).listen((moved) => moved === 'everything' && this.read());
  }

  /** The saved view with this very query. */
  named(query: string): SavedView | undefined {
    return this.list().find((view) => view.query === query);
  }

  /** @throws ApiProblem */
  async save(name: string, query: string): Promise<void> {
    await this.api.post('/api/saved-views', { name, query });
    this.toasts.say(`“${name}” is kept among your views.`);
    this.read();
  }

  /** @throws ApiProblem */
  async rename({ id, query }: SavedView, name: string): Promise<void> {
    await this.api.post(`/api/saved-views/${id}/changes`, { name, query });
    this.read();
  }

  /** @throws ApiProblem */
  async remove({ id, name, query }: SavedView): Promise<void> {
    await this.api.post(`/api/saved-views/${id}/removals`, {});
    this.toasts.say(`“${name}” is no longer among your views.`, {
      undo: async () => {
        await this.api.post('/api/saved-views', { name, query });
        this.read();
      },
    });
    this.read();
  }

  read(): void {
    this.http.get<readonly SavedView[]>('/api/saved-views').subscribe({
      next: (list) => {
        this.list.set(list);
        this.problem.set(undefined);
      },
      error: (error: unknown) => this.problem.set(ApiProblem.from(error)),
    });
  }
}
