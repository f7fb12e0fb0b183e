import { HttpClient } from '@angular/common/http';
import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import type { QueueCounts } from '@stipple/contracts';
import { Live } from '@stipple/ui';

/** Counts need not be true to the second; the rows are. */
const pauseMs = 3000;

/** How many cases each view holds. Where they cannot be read, tabs show no numbers rather than old ones. */
@Injectable()
export class ViewCounts {
  private readonly http = inject(HttpClient);
  private timer: ReturnType<typeof setTimeout> | null = null;
  readonly views = signal<QueueCounts['views'] | null>(null);

  constructor() {
    inject(Live).listen(() => this.soon());
    inject(DestroyRef).onDestroy(() => {
      if (this.timer) clearTimeout(this.timer);
    });
  }

  private soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.read(true);
    }, pauseMs);
  }

  read(passive: boolean): void {
    this.http
      .get<QueueCounts>('/api/queue/counts', { headers: passive ? { 'stipple-passive': '1' } : {} })
      .subscribe({
        next: ({ views }) => this.views.set(views),
        error: () => this.views.set(null),
      });
  }
}
