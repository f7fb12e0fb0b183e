import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  runInInjectionContext,
  signal,
  untracked,
} from '@angular/core';
import { FieldTree, FormRoot } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { Directory, PatientHit, PatientView } from '@stipple/contracts';
import { addDays, bodySiteWords } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import {
  Api,
  ApiProblem,
  DraftLine,
  KeptMark,
  ProblemBanner,
  Values,
  emptyValue,
  filled,
  isNothingFocused,
  keepTyped,
  liveResource,
} from '@stipple/ui';
import { FormFields, formTree } from '@stipple/ui/form';
import { OpenCaseDraft } from './open-case-draft';
import { openCaseFields } from './open-case-fields';
import { PatientPicker } from './patient-picker';

/** Opens a case from a patient of the roster: coverage, injury, codes, people, next touch. */
@Component({
  selector: 'st-open-case-page',
  imports: [DraftLine, FormFields, FormRoot, KeptMark, PatientPicker, ProblemBanner, RouterLink],
  providers: [OpenCaseDraft],
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
  /** Why it is not known whether something was typed here before. */
  protected readonly draftProblem = signal<ApiProblem | undefined>(undefined);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly busy = signal(false);
  protected readonly directory = liveResource<Directory>(
    () => ({ url: '/api/directory' }),
    () => false,
  );
  protected readonly patient = httpResource<PatientView>(() =>
    this.chosen() ? `/api/patients/${this.chosen()?.id}` : undefined,
  );
  protected readonly patientProblem = computed(() =>
    this.patient.error() ? ApiProblem.from(this.patient.error()) : undefined,
  );
  private readonly coverages = computed(() =>
    this.patient.hasValue() ? this.patient.value().coverages : [],
  );
  /** Shown once the server has said that this looks like a case that is open already. */
  private readonly duplicate = signal(false);
  protected readonly fields = openCaseFields(
    { coverages: this.coverages, directory: this.directory.value, duplicate: this.duplicate },
    this.person.today(),
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
  private readonly first = this.values();
  protected readonly tree = formTree(this.values, this.fields, () => this.send());
  protected readonly draft = inject(OpenCaseDraft);
  protected readonly timeZone = this.person.timeZone;

  /** Cases of this patient that are open already; worth seeing before opening another. */
  protected readonly openCases = computed(() =>
    this.patient.hasValue() ? this.patient.value().cases.filter(({ open }) => open) : [],
  );
  protected readonly siteWords = bodySiteWords as Readonly<Record<string, string>>;

  constructor() {
    // The newest current coverage is the likely one, unless another one was chosen before.
    effect(() => {
      const all = this.coverages();
      const [likely] = [...all].sort((a, b) => Number(b.current) - Number(a.current));
      untracked(() =>
        this.values.update((values) => ({
          ...values,
          coverageId: all.some(({ id }) => id === values['coverageId'])
            ? values['coverageId']
            : (likely?.id ?? ''),
        })),
      );
    });
    // The cursor is in the first question: who it is, and once that is known what follows.
    effect(() => {
      if (this.chosen() === null) this.goTo('#patient-search');
      else if (this.patient.hasValue()) this.goTo('st-form-fields :is(input, select)');
    });
    void this.recall();
  }

  private goTo(selector: string): void {
    afterNextRender(
      () => isNothingFocused(document) && this.host.querySelector<HTMLElement>(selector)?.focus(),
      { injector: this.injector },
    );
  }

  protected async startOver(): Promise<void> {
    await this.draft.discard();
    this.chosen.set(null);
    this.values.set(this.first);
  }

  /** Fills in what was typed in an earlier sitting, and keeps what is typed from here on. */
  protected async recall(): Promise<void> {
    this.draftProblem.set(undefined);
    const found = await this.draft.open(this.person.me()?.id ?? '').catch((error: unknown) => {
      this.draftProblem.set(ApiProblem.from(error));
      return null;
    });
    if (found) {
      this.values.update((values) => ({ ...values, ...found.values }));
      this.chosen.set(found.patient);
    }
    const { keeper } = this.draft;
    if (keeper)
      runInInjectionContext(this.injector, () =>
        keepTyped(keeper, () => this.draft.typed(this.fields, this.first, this.values(), this.chosen())),
      );
  }

  private async send() {
    const patient = this.chosen();
    if (patient === null) return undefined;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.draft.keeper?.pause();
      const api = this.api.from(() => this.draft.keeper?.header() ?? null);
      const { id } = await api.post<{ id: string }>('/api/cases', {
        ...filled(this.values(), this.fields),
        patientId: patient.id,
      });
      this.draft.keeper?.ended();
      await this.router.navigate(['/cases', id]);
      return undefined;
    } catch (error) {
      this.draft.keeper?.resume();
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
    if (own.some(({ fieldTree }) => fieldTree === undefined)) {
      this.problem.set(problem);
      this.goTo('st-problem [role="alert"]');
    }
    return own.flatMap(({ refusal, fieldTree }) =>
      fieldTree ? [{ kind: 'refused', message: refusal.sentence, fieldTree }] : [],
    );
  }
}
