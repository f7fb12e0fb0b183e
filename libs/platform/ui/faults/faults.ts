import { HttpErrorResponse } from '@angular/common/http';
import { ErrorHandler, Injectable, inject, signal } from '@angular/core';
import { ApiProblem } from '../api/api-problem';
import { Toasts } from '../toasts/toasts';
import { Connection } from './connection';

/** Something that the page itself could not cope with. */
export type Fault =
  | { readonly kind: 'outdated' }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'unexpected'; readonly reference: string };

/** A part of the page that could not be fetched, in the words of each browser. */
const missingPart = /dynamically imported module|importing a module script|error loading dynamically/i;
/** A part that comes by itself when there is time. Angular asks for it once, so it stays away until a reload. */
const missingLater = /\bNG0750\b/;
/** What browsers report as an error although nothing went wrong. */
const harmless = /ResizeObserver loop|AbortError/;

/**
 * Catches what nobody expected, so that a page never fails silently: says so calmly, with a reference that stands
 * beside the details in the console. The details stay there; they are sent nowhere.
 */
@Injectable({ providedIn: 'root' })
export class Faults implements ErrorHandler {
  private readonly connection = inject(Connection);
  private readonly toasts = inject(Toasts);
  private readonly seen = signal<Fault | null>(null);
  readonly fault = this.seen.asReadonly();

  handleError(error: unknown): void {
    const words = error instanceof Error ? `${error.name} ${error.message}` : String(error);
    if (harmless.test(words)) return;
    if (error instanceof ApiProblem || error instanceof HttpErrorResponse)
      this.failed(ApiProblem.from(error));
    else if (missingLater.test(words)) void this.missedLater(error);
    else if (missingPart.test(words)) void this.missed(error);
    else this.unexpected(error);
  }

  dismiss(): void {
    this.seen.set(null);
  }

  /** Something was asked for, and nobody shows its answer themselves. */
  private failed(problem: ApiProblem): void {
    this.toasts.say(`Not done. ${problem.message}`, { tone: 'bad', icon: 'warning' });
  }

  /** After an update the old parts are gone; while the server is away every part is. */
  private async missed(error: unknown): Promise<void> {
    report('A part of the page is missing', error);
    if (await this.connection.reached()) return this.seen.set({ kind: 'outdated' });
    this.toasts.say('Not opened: the clinic’s server cannot be reached. Try again in a moment.', {
      tone: 'bad',
      icon: 'offline',
    });
  }

  /** Nobody asked for it, so while the server is away it is one more thing that waits for the return. */
  private async missedLater(error: unknown): Promise<void> {
    report('A part of the page is missing', error);
    this.seen.set({ kind: (await this.connection.reached()) ? 'outdated' : 'incomplete' });
  }

  private unexpected(error: unknown): void {
    const reference = crypto.randomUUID().slice(0, 6).toUpperCase();
    report(`Reference ${reference}`, error);
    if (this.seen() === null) this.seen.set({ kind: 'unexpected', reference });
  }
}

function report(words: string, error: unknown): void {
  // eslint-disable-next-line no-console -- the console is where the details go, and the only place
  console.error(words, error);
}
