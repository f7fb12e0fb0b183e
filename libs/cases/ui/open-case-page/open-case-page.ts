import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { FieldTree, FormRoot, form, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { Directory, PatientHit, PatientView } from '@stipple/contracts';
import { addDays, bodySiteWords } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { Api, ApiProblem, FormFields, ProblemBanner, Values, emptyValue, filled } from '@stipple/ui';
import { openCaseFields } from './open-case-fields';
import { PatientPicker } from './patient-picker';

/** Opens a case from a patient of the roster: coverage, injury, codes, people, next touch. */
@Component({
  selector: 'st-open-case-page',
  imports: [FormFields, FormRoot, PatientPicker, ProblemBanner, RouterLink],
  templateUrl: './open-case-page.html',
  styleUrl: './open-case-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OpenCasePage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly person = inject(CurrentPerson);
  protected readonly chosen = signal<PatientHit | null>(null);
  protected readonly patientMistake = signal<string | null>(null);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly directory = httpResource<Directory>(() => '/api/directory');
  protected readonly patient = httpResource<PatientView>(() =>
    this.chosen() ? `/api/patients/${this.chosen()?.id}` : undefined,
  );
  private readonly coverages = computed(() =>
    this.patient.hasValue() ? this.patient.value().coverages : [],
  );
  /** Shown once the server has said that this looks like a case that is open already. */
  private readonly duplicate = signal(false);
  protected readonly fields = openCaseFields(
    this.coverages,
    computed(() => (this.directory.hasValue() ? this.directory.value() : undefined)),
    this.duplicate,
  );
  private readonly values = signal<Values>({
    ...Object.fromEntries(this.fields.map((field) => [field.name, emptyValue(field)])),
    planType: 'unknown',
    procedureCode: '17999',
    plannedSessions: 3,
    injuryContext: 'neither',
    nextTouchOn: addDays(this.person.today(), 2),
    ownerId: this.person.me()?.id ?? '',
  });
  protected readonly tree = form(
    this.values,
    (path) => {
      for (const field of this.fields) {
        const at = path[field.name];
        if (at !== undefined && !field.optional)
          required(at, {
            message: 'Please fill this in.',
            when: ({ valueOf }) => field.when?.(valueOf(path)) ?? true,
          });
      }
    },
    {
      submission: {
        action: () => this.send(),
        onInvalid: (root) => root().errorSummary()[0]?.fieldTree().focusBoundControl(),
      },
    },
  ) as FieldTree<Values>;

  /** Cases of this patient that are open already; worth seeing before opening another. */
  protected readonly openCases = computed(() =>
    this.patient.hasValue() ? this.patient.value().cases.filter(({ open }) => open) : [],
  );
  protected readonly siteWords = bodySiteWords as Readonly<Record<string, string>>;

  constructor() {
    // The newest current coverage is the likely one.
    effect(() => {
      const [likely] = [...this.coverages()].sort((a, b) => Number(b.current) - Number(a.current));
      untracked(() => this.values.update((values) => ({ ...values, coverageId: likely?.id ?? '' })));
    });
  }

  private async send() {
    const patient = this.chosen();
    if (patient === null) return undefined;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const { id } = await this.api.post<{ id: string }>('/api/cases', {
        ...filled(this.values(), this.fields),
        patientId: patient.id,
      });
      await this.router.navigate(['/cases', id]);
      return undefined;
    } catch (error) {
      return this.show(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }

  /** Refusals go to the field they name, the others to the top. */
  private show(problem: ApiProblem) {
    if (problem.refusals.some(({ code }) => code === 'likely_duplicate')) this.duplicate.set(true);
    const own = problem.refusals.map((refusal) => ({
      refusal,
      fieldTree: this.tree[refusal.field?.split('.')[0] ?? ''] as FieldTree<unknown> | undefined,
    }));
    if (own.some(({ fieldTree }) => fieldTree === undefined)) this.problem.set(problem);
    return own.flatMap(({ refusal, fieldTree }) =>
      fieldTree ? [{ kind: 'refused', message: refusal.sentence, fieldTree }] : [],
    );
  }
}
