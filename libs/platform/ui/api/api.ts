import {
  HttpClient,
  HttpErrorResponse,
  HttpEvent,
  HttpEventType,
  HttpHeaders,
  HttpResponse,
} from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Observable, filter, firstValueFrom, map, retry, tap, throwError, timer } from 'rxjs';
import { ApiProblem } from './api-problem';

/**
 * Sends changes. Every change carries a key of its own, so that a retry after a lost answer never does it twice;
 * a lost connection is retried by itself, twice.
 */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);
  private draft: () => string | null = () => null;

  /** The same for one form: whatever is sent through it names, and ends, the draft that it was typed as. */
  from(draft: () => string | null): Api {
    const own = Object.create(this) as Api;
    own.draft = draft;
    return own;
  }

  /**
   * @param options.keepalive lets the request arrive although the page is left
   * @throws ApiProblem
   */
  post<T = void>(path: string, body: unknown, options: { readonly keepalive?: boolean } = {}): Promise<T> {
    return this.send<T>(this.http.post<T>(path, body, { headers: this.headers(), ...options }));
  }

  /**
   * Sends files with their fields; the fields go first, as the API reads them first.
   *
   * @param onProgress is told the part sent so far, 0 to 1: a large file takes its time
   */
  upload<T>(
    path: string,
    fields: Readonly<Record<string, string>>,
    files: readonly File[],
    onProgress: (part: number) => void = () => undefined,
  ): Promise<T> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const file of files) form.append('file', file, file.name);
    const events = this.http.post<T>(path, form, {
      headers: this.headers(),
      observe: 'events',
      reportProgress: true,
    });
    return this.send<T>(
      events.pipe(
        tap((event) => {
          if (event.type === HttpEventType.UploadProgress && event.total)
            onProgress(event.loaded / event.total);
        }),
        filter((event: HttpEvent<T>): event is HttpResponse<T> => event.type === HttpEventType.Response),
        map((response) => response.body as T),
      ),
    );
  }

  private headers(): HttpHeaders {
    const headers = new HttpHeaders({ 'idempotency-key': crypto.randomUUID() });
    const draft = this.draft();
    return draft === null ? headers : headers.set('stipple-draft', draft);
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
