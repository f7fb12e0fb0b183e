import { Injectable, computed } from '@angular/core';
import type { PatientEstimateView, SignOnScreen } from '@stipple/contracts';
import { EstimateLanguage, dayWords, estimateTexts, formatCents } from '@stipple/domain';
import { type Fault, Visit } from '@stipple/patient-ui/visit';
import { ApiProblem } from '@stipple/ui';

/** A patient's visit to the page of their estimate. */
@Injectable()
export class PatientVisit extends Visit<PatientEstimateView> {
  protected readonly address = '/api/your-estimate';
  /** The estimate's own texts, for what the page says in its words: months, and the right to dispute. */
  readonly estimateTexts = computed(() => estimateTexts[this.language()]);

  protected knownLanguage({ document }: PatientEstimateView): EstimateLanguage {
    return document.language;
  }

  async signs(form: Omit<SignOnScreen, 'sha256' | 'agrees'>): Promise<void> {
    const sha256 = this.view()?.sha256;
    await this.asked(async () => {
      await this.api.post(`${this.address}/signatures`, { ...form, sha256, agrees: true });
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

  protected override faultOf(problem: ApiProblem): Fault {
    const { status, refusals } = problem;
    if (refusals.some((refusal) => refusal.code === 'estimate_changed')) return 'changed';
    return status === 409 || status === 400 ? 'notSigned' : super.faultOf(problem);
  }
}
