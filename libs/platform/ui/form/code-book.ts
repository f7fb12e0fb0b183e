import { HttpClient } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import type { DiagnosisHits } from '@stipple/contracts';
import { CodesOnFile, Day, DiagnosisOnFile } from '@stipple/domain';
import { Observable, tap } from 'rxjs';

/** As many codes as fit into one search. */
const atOnce = 7;

/** What this browser has learnt about diagnosis codes so far: from searches, and by asking for codes it meets. */
@Injectable({ providedIn: 'root' })
export class CodeBook {
  private readonly http = inject(HttpClient);
  private readonly asked = new Set<string>();
  private readonly book = signal<CodesOnFile>({ years: [], diagnoses: [] });
  private readonly answered = signal<ReadonlySet<string>>(new Set());
  readonly known = this.book.asReadonly();

  /** Whether the API has said what it knows of a code, be it nothing. */
  isAnswered(code: string): boolean {
    return this.answered().has(code);
  }

  /** Searches as somebody types. What is typed travels in a header, as every search does. */
  search(text: string, on: Day): Observable<DiagnosisHits> {
    const headers = { 'stipple-search': encodeURIComponent(text) };
    return this.http
      .get<DiagnosisHits>('/api/codes/diagnoses', { params: { on }, headers })
      .pipe(tap((hits) => this.learn(hits, hits.found)));
  }

  /** Asks for codes that it has not met; a failure is no news, the API checks once more when the form is sent. */
  look(codes: readonly string[], on: Day): void {
    const fresh = codes.filter((code) => !this.asked.has(code));
    for (const code of fresh) this.asked.add(code);
    for (let from = 0; from < fresh.length; from += atOnce) {
      const some = fresh.slice(from, from + atOnce);
      this.search(some.join(','), on).subscribe({
        next: (hits) => this.learn(hits, some),
        error: () => some.forEach((code) => this.asked.delete(code)),
      });
    }
  }

  private learn({ years, diagnoses }: CodesOnFile, codes: readonly string[]): void {
    const key = ({ code, year }: DiagnosisOnFile) => `${code} ${year}`;
    this.book.update((before) => {
      const entries = new Map([...before.diagnoses, ...diagnoses].map((entry) => [key(entry), entry]));
      return { years, diagnoses: [...entries.values()] };
    });
    this.answered.update((before) => new Set([...before, ...codes]));
  }
}
