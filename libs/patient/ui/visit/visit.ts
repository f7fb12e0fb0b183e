import { HttpClient } from '@angular/common/http';
import { computed, inject, signal } from '@angular/core';
import { EstimateLanguage, PatientTexts, patientTexts } from '@stipple/domain';
import { Api, ApiProblem } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';

export type Fault = keyof PatientTexts['problems'];

/** One patient's visit to a page of their own: what the link leads to, once the date of birth has opened it, and in which language. */
export abstract class Visit<View extends object = object> {
  private readonly http = inject(HttpClient);
  protected readonly api = inject(Api);
  protected abstract readonly address: string;
  readonly view = signal<View | null>(null);
  readonly fault = signal<Fault | null>(null);
  private readonly chosen = signal<EstimateLanguage | null>(null);

  /** Chosen here; else the one that the clinic knows of, and before that the browser's. */
  readonly language = computed<EstimateLanguage>(() => {
    const view = this.view();
    return this.chosen() ?? (view && this.knownLanguage(view)) ?? browsersLanguage();
  });
  readonly texts = computed(() => patientTexts[this.language()]);

  protected abstract knownLanguage(view: View): EstimateLanguage | null;

  otherLanguage(): void {
    this.chosen.set(this.language() === 'en' ? 'es' : 'en');
  }

  /** A page that was opened before, within its hour. */
  async goesOn(): Promise<void> {
    await this.asked(() => this.read());
  }

  async opens(token: string, birthDate: string): Promise<void> {
    await this.asked(async () => {
      await this.api.post(`${this.address}/openings`, { token, birthDate });
      await this.read();
    });
  }

  protected async read(): Promise<void> {
    this.view.set(await firstValueFrom(this.http.get<View>(this.address)));
  }

  /** What goes wrong is said in the patient's language, whatever words the server has for it. */
  protected async asked(work: () => Promise<void>): Promise<void> {
    this.fault.set(null);
    try {
      await work();
    } catch (error) {
      this.fails(ApiProblem.from(error));
    }
  }

  protected fails(problem: ApiProblem): void {
    if (problem.code === 'visit_over') this.view.set(null);
    this.fault.set(this.faultOf(problem));
  }

  protected faultOf({ status, code }: ApiProblem): Fault {
    if (code === 'link_not_opened') return 'notOpened';
    if (code === 'visit_over') return 'over';
    return status === 429 ? 'wait' : 'away';
  }
}

const browsersLanguage = (): EstimateLanguage => (navigator.language.startsWith('es') ? 'es' : 'en');
