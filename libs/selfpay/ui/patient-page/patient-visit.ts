import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { PatientEstimateView, SignOnScreen } from '@stipple/contracts';
import {
  EstimateLanguage,
  PatientTexts,
  dayWords,
  estimateTexts,
  formatCents,
  patientTexts,
} from '@stipple/domain';
import { Api, ApiProblem } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';

type Fault = keyof PatientTexts['problems'];

const address = '/api/your-estimate';

/** One patient's visit: what the link leads to, once the date of birth has opened it, and in which language. */
@Injectable()
export class PatientVisit {
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);
  readonly estimate = signal<PatientEstimateView | null>(null);
  readonly fault = signal<Fault | null>(null);
  private readonly chosen = signal<EstimateLanguage | null>(null);

  /** Chosen here; else that of the estimate, and before that the browser's. */
  readonly language = computed<EstimateLanguage>(
    () => this.chosen() ?? this.estimate()?.document.language ?? browsersLanguage(),
  );
  readonly texts = computed(() => patientTexts[this.language()]);
  /** The estimate's own texts, for what the page says in its words: months, and the right to dispute. */
  readonly estimateTexts = computed(() => estimateTexts[this.language()]);

  otherLanguage(): void {
    this.chosen.set(this.language() === 'en' ? 'es' : 'en');
  }

  /** A page that was opened before, within its hour. */
  async goesOn(): Promise<void> {
    await this.asked(() => this.read());
  }

  async opens(token: string, birthDate: string): Promise<void> {
    await this.asked(async () => {
      await this.api.post(`${address}/openings`, { token, birthDate });
      await this.read();
    });
  }

  async signs(form: Omit<SignOnScreen, 'sha256' | 'agrees'>): Promise<void> {
    const sha256 = this.estimate()?.sha256;
    await this.asked(async () => {
      await this.api.post(`${address}/signatures`, { ...form, sha256, agrees: true });
      await this.read();
    });
  }

  day(day: string): string {
    return dayWords(day, this.estimateTexts());
  }

  /** A text of the page with what belongs into it. */
  filled(
    text: string,
    values: { readonly total?: number; readonly day?: string; readonly name?: string },
  ): string {
    return text
      .replace('{total}', formatCents(values.total ?? 0))
      .replace('{day}', values.day === undefined ? '' : this.day(values.day))
      .replace('{name}', values.name ?? '');
  }

  private async read(): Promise<void> {
    this.estimate.set(await firstValueFrom(this.http.get<PatientEstimateView>(address)));
  }

  /** What goes wrong is said in the patient's language, whatever words the server has for it. */
  private async asked(work: () => Promise<void>): Promise<void> {
    this.fault.set(null);
    try {
      await work();
    } catch (error) {
      const problem = ApiProblem.from(error);
      if (problem.code === 'visit_over') this.estimate.set(null);
      this.fault.set(faultOf(problem));
    }
  }
}

function faultOf({ status, code, refusals }: ApiProblem): Fault {
  if (code === 'link_not_opened') return 'notOpened';
  if (code === 'visit_over') return 'over';
  if (status === 429) return 'wait';
  if (refusals.some((refusal) => refusal.code === 'estimate_changed')) return 'changed';
  return status === 409 || status === 400 ? 'notSigned' : 'away';
}

const browsersLanguage = (): EstimateLanguage => (navigator.language.startsWith('es') ? 'es' : 'en');
