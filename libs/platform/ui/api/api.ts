import { HttpClient, HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Observable, firstValueFrom, retry, throwError, timer } from 'rxjs';
import { ApiProblem } from './api-problem';

/**
 * Sends changes. Every change carries a key of its own, so that a retry after a lost answer never does it twice;
 * a lost connection is retried by itself, twice.
 */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);

  /** @throws ApiProblem */
  post<T = void>(path: string, body: unknown): Promise<T> {
    return this.send<T>(this.http.post<T>(path, body, { headers: key() }));
  }

  /** Sends a file with its fields; the fields go first, as the API reads them first. */
  upload<T>(path: string, fields: Readonly<Record<string, string>>, files: readonly File[]): Promise<T> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const file of files) form.append('file', file, file.name);
    return this.send<T>(this.http.post<T>(path, form, { headers: key() }));
  }

  private async send<T>(request: Observable<T>): Promise<T> {
    const again = retry<T>({
      count: 2,
      delay: (error: unknown, attempt) => (isPassing(error) ? timer(400 * attempt) : throwError(() => error)),
    });
    try {
      return await firstValueFrom(request.pipe(again));
    } catch (error) {
      throw ApiProblem.from(error);
    }
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof HttpErrorResponse && [0, 502, 503, 504].includes(error.status);
}

function key(): HttpHeaders {
  return new HttpHeaders({ 'idempotency-key': crypto.randomUUID() });
}
