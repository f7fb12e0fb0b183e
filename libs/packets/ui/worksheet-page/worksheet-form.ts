import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  Injector,
  OnInit,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  runInInjectionContext,
  signal,
} from '@angular/core';
import { FieldTree, FormRoot } from '@angular/forms/signals';
import { worksheetGaps } from '@stipple/domain';
import {
  ApiProblem,
  DraftLine,
  KeptMark,
  Live,
  Presence,
  ProblemBanner,
  Values,
  keepTyped,
  standsInSight,
} from '@stipple/ui';
import {
  ChangedNotice,
  Choice,
  ClashChoices,
  FormFields,
  FormStanding,
  Mistakes,
  formTree,
} from '@stipple/ui/form';
import { LinePreview } from './line-preview';
import type { OpenedWorksheet } from './opened-worksheet';
import { contentOf, valuesOf } from './worksheet-values';

/** The worksheet of one code, being filled in. What is typed is kept; what others save is brought together with it. */
@Component({
  selector: 'st-worksheet-form',
  imports: [
    ChangedNotice,
    ClashChoices,
    DraftLine,
    FormFields,
    FormRoot,
    KeptMark,
    LinePreview,
    ProblemBanner,
  ],
  templateUrl: './worksheet-form.html',
  styleUrl: './worksheet-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorksheetForm implements OnInit {
  readonly opened = input.required<OpenedWorksheet>();
  /** The day on which codes have to be valid. */
  readonly serviceOn = input.required<string>();
  /** It is stored; whether with every field. */
  readonly saved = output<boolean>();
  private readonly injector = inject(Injector);
  private readonly live = inject(Live);
  private readonly presence = inject(Presence);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly values = signal<Values>({});
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly restored = signal<{ savedAt: string | null } | null>(null);
  protected standing!: FormStanding;
  protected tree!: FieldTree<Values>;
  protected readonly content = computed(() => contentOf(this.values()));
  protected readonly gaps = computed(() =>
    worksheetGaps(this.content(), { procedureCode: this.opened().code.procedureCode, on: this.serviceOn() }),
  );
  protected readonly takenLabels = computed(() =>
    this.opened()
      .form.fields.filter(({ name }) => this.standing.taken().includes(name))
      .map(({ label }) => label),
  );

  constructor() {
    standsInSight('worksheet-form');
  }

  ngOnInit(): void {
    const { form, about, code } = this.opened();
    const { keeper, typed } = about.draft;
    this.values.set(valuesOf(code));
    this.standing = new FormStanding(form, this.values, about);
    this.restored.set(typed ? { savedAt: keeper.savedAt() } : null);
    runInInjectionContext(this.injector, () => {
      this.tree = formTree(this.values, form.fields, () => this.send());
      keepTyped(keeper, () => this.standing.draft());
      inject(DestroyRef).onDestroy(
        this.presence.edit(
          about.key.caseId ?? '',
          code.worksheet ? 'code_worksheet.revise' : 'code_worksheet.start',
        ),
      );
      this.live.listen((moved) => {
        if (moved === 'everything' || moved.caseId === about.key.caseId) void this.look();
      });
    });
    // Somebody who comes back to an old draft is told at once what has become of the worksheet.
    const old = typed !== null && typed.version < about.version;
    if (old || this.live.heard(about.key.caseId) !== about.heard) void this.look();
  }

  /** Sends what stands in the form, from wherever the cursor is. */
  save(): void {
    if (!this.busy()) this.host.querySelector('form')?.requestSubmit();
  }

  /** To the first field that lacks something. */
  goToGap(): void {
    const [gap] = this.gaps();
    const other = gap?.field === 'comparatorCode' && this.values()['comparatorCode'] === 'other';
    const field = gap && this.tree[other ? 'otherCode' : gap.field];
    (field as FieldTree<unknown> | undefined)?.().focusBoundControl();
  }

  protected use(lineDescription: string): void {
    this.values.update((values) => ({ ...values, lineDescription }));
    (this.tree['lineDescription'] as FieldTree<unknown> | undefined)?.().focusBoundControl();
  }

  protected choose(name: string, choice: Choice): void {
    this.standing.choose(name, choice);
    if (choice === 'edit') (this.tree[name] as FieldTree<unknown> | undefined)?.().focusBoundControl();
    if (this.standing.undecided().length === 0) this.problem.set(undefined);
  }

  protected async startOver(): Promise<void> {
    try {
      await this.opened().about.draft.keeper.discard();
      this.restored.set(null);
      this.standing.startOver();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    }
  }

  private async look(): Promise<void> {
    if (!this.busy()) await this.standing.refresh(false).catch(() => undefined);
  }

  private async send(): Promise<Mistakes | undefined> {
    if (this.standing.undecided().length > 0) return this.tell(undecided);
    const { keeper } = this.opened().about.draft;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await keeper.pause();
      await this.standing.form().send(this.values());
      keeper.ended();
      this.saved.emit(this.gaps().length === 0);
      return undefined;
    } catch (error) {
      keeper.resume();
      return await this.refused(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }

  private async refused(problem: ApiProblem): Promise<Mistakes | undefined> {
    const moved = problem.code === 'stale' || problem.refusals.some(({ code }) => code === 'worksheet_begun');
    if (moved && (await this.standing.refresh(true).catch(() => false))) return [];
    const own = problem.refusals.flatMap((refusal) => {
      const fieldTree = this.tree[this.boxOf(refusal.field)] as FieldTree<unknown> | undefined;
      return fieldTree ? [{ kind: 'refused', message: refusal.sentence, fieldTree }] : [];
    });
    if (own.length < problem.refusals.length || own.length === 0) this.tell(problem);
    return own;
  }

  /** The box in which a field of the worksheet is typed. */
  private boxOf(field = ''): string {
    const name = field.split('.')[0] ?? '';
    return name === 'comparatorCode' && this.values()['comparatorCode'] === 'other' ? 'otherCode' : name;
  }

  private tell(problem: ApiProblem): undefined {
    this.problem.set(problem);
    afterNextRender(() => this.host.querySelector<HTMLElement>('st-problem [role="alert"]')?.focus(), {
      injector: this.injector,
    });
  }
}

const undecided = new ApiProblem(
  409,
  'undecided',
  'Decide first',
  [{ code: 'undecided', sentence: 'Choose for each field that both of you changed.' }],
  undefined,
);
