import { HttpClient } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  computed,
  effect,
  inject,
  input,
  runInInjectionContext,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { PayerView, PolicyVersionView } from '@stipple/contracts';
import { Criterion, PolicyVersion, groupsOf } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import {
  Api,
  ApiProblem,
  Commands,
  DraftLine,
  Icon,
  KeptMark,
  KeyHint,
  ProblemBanner,
  Skeleton,
  doing,
  focusOnceDrawn,
  keepTyped,
} from '@stipple/ui';
import { firstValueFrom } from 'rxjs';
import { bringInSight } from '../bring-in-sight';
import { rulesCommands } from '../payers-commands';
import { CriterionEditor } from './criterion-editor';
import {
  Judgement,
  blankCriterion,
  blankPolicy,
  followingPolicy,
  freeId,
  judge,
  placeOf,
  under,
} from './edited-policy';
import { PolicyHeadEditor } from './head-editor';
import { JsonEditor } from './json-editor';
import { PolicyDraft } from './policy-draft';
import { PolicyRestEditor } from './rest-editor';

/** Writes a version of a policy: a form over the rule language, each rule said as a sentence while it is typed. */
@Component({
  selector: 'st-rule-editor-page',
  imports: [
    CriterionEditor,
    DraftLine,
    Icon,
    JsonEditor,
    KeptMark,
    KeyHint,
    PolicyHeadEditor,
    PolicyRestEditor,
    ProblemBanner,
    RouterLink,
    Skeleton,
  ],
  providers: [PolicyDraft],
  templateUrl: './rule-editor-page.html',
  styleUrls: ['../payer-page/payer-page.css', './rule-editor-page.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RuleEditorPage {
  /** From the address: a draft to edit, or the payer of a new one and the version it begins with. */
  readonly policyId = input<string>();
  readonly payerId = input<string>();
  readonly from = input<string>();
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly goTo = focusOnceDrawn();
  protected readonly person = inject(CurrentPerson);
  protected readonly draft = inject(PolicyDraft);
  protected readonly payer = signal<{ readonly id: string; readonly name: string } | null>(null);
  private readonly first = signal<PolicyVersion | null>(null);
  private version = 0;
  /** Criteria of the version it follows keep their names, so that the two can be compared. */
  private kept: ReadonlySet<string> = new Set();
  protected readonly policy = signal<PolicyVersion | null>(null);
  protected readonly asJson = signal(false);
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly loading = signal<ApiProblem | undefined>(undefined);
  protected readonly judgement = signal<Judgement>({ refusals: [], findings: [] });
  protected readonly groups = computed(() => groupsOf(this.policy() ?? { criteria: [] }));
  /** What is wrong outside of the criteria; those show it themselves. */
  protected readonly others = computed(() =>
    this.judgement().refusals.filter(({ field = '' }) => !field.startsWith('policy.criteria.')),
  );
  protected readonly loose = computed(() =>
    this.judgement().findings.filter(({ criteria }) => criteria.length === 0),
  );
  protected readonly contradictions = computed(
    () => this.judgement().findings.filter(({ severity }) => severity === 'contradiction').length,
  );
  protected readonly under = under;
  protected readonly placeOf = placeOf;
  protected readonly bringInSight = bringInSight;

  constructor() {
    effect(() => {
      const ids = [this.policyId(), this.payerId(), this.from()];
      if (ids.some((id) => id !== undefined)) untracked(() => void this.load());
    });
    // Said while one types, and never in the way of typing.
    effect((onCleanup) => {
      const policy = this.policy();
      if (policy === null) return;
      const timer = setTimeout(() => this.judgement.set(judge(policy, this.person.today())), 120);
      onCleanup(() => clearTimeout(timer));
    });
    inject(Commands).offer(
      doing(rulesCommands, {
        'rules.add': { run: () => this.add(), when: () => !this.asJson() && this.policy() !== null },
        'rules.save': { run: () => void this.save(), whileTyping: true },
        'rules.back': { run: () => void this.leave() },
      }),
    );
  }

  protected async load(): Promise<void> {
    this.loading.set(undefined);
    const me = this.person.me();
    if (me === null) return;
    try {
      const reader = { name: me.name, today: this.person.today() };
      const id = this.policyId() ?? this.from();
      const found = id ? await this.read<PolicyVersionView>(`/api/policy-versions/${id}`) : null;
      const payer = found?.payer ?? (await this.read<PayerView>(`/api/payers/${this.payerId()}`));
      const edits = this.policyId() !== undefined;
      const first = !found
        ? blankPolicy(reader)
        : edits
          ? found.policy
          : followingPolicy(found.policy, reader);
      this.version = edits ? (found?.version ?? 0) : 0;
      this.kept = new Set(found?.policy.criteria.map((one) => one.id));
      const typed = await this.draft.open({
        authorId: me.id,
        caseId: null,
        subject: 'policy_version',
        subjectId: this.policyId() ?? payer.id,
        move: edits ? 'revise' : 'draft',
      });
      this.payer.set({ id: payer.id, name: payer.name });
      this.first.set(first);
      this.policy.set(typed ?? first);
      this.keep();
    } catch (error) {
      this.loading.set(ApiProblem.from(error));
    }
  }

  private keep(): void {
    const { keeper } = this.draft;
    const first = this.first();
    if (keeper && first)
      runInInjectionContext(this.injector, () =>
        keepTyped(keeper, () => this.draft.typed(first, this.policy() ?? first, this.version)),
      );
  }

  protected findingsOf({ id }: Criterion): Judgement['findings'] {
    return this.judgement().findings.filter(({ criteria }) => criteria.includes(id));
  }

  private read<T>(url: string): Promise<T> {
    return firstValueFrom(this.http.get<T>(url));
  }

  protected put(policy: PolicyVersion): void {
    this.policy.set(policy);
  }

  /** A new criterion is named after its label. */
  protected change(at: number, now: Criterion): void {
    this.edit((criteria) => {
      const others = criteria.toSpliced(at, 1);
      const id = this.kept.has(now.id) ? now.id : freeId(now.label, others);
      return criteria.toSpliced(at, 1, { ...now, id });
    });
  }

  protected add(): void {
    this.edit((criteria) => [...criteria, blankCriterion(criteria)]);
    this.goTo('st-criterion-editor:last-of-type textarea');
  }

  protected remove(at: number): void {
    this.edit((criteria) => criteria.toSpliced(at, 1));
    this.goTo('.add-criterion');
  }

  protected move(at: number, by: number): void {
    this.edit((criteria) => {
      const [one] = criteria.slice(at, at + 1);
      return one ? criteria.toSpliced(at, 1).toSpliced(at + by, 0, one) : criteria;
    });
  }

  private edit(work: (criteria: readonly Criterion[]) => readonly Criterion[]): void {
    this.policy.update((policy) => policy && { ...policy, criteria: work(policy.criteria) });
  }

  protected async startOver(): Promise<void> {
    await this.draft.discard();
    this.policy.set(this.first());
  }

  protected leave(): Promise<boolean> {
    const id = this.policyId();
    return this.router.navigate(id ? ['/policies', id] : ['/payers', this.payer()?.id ?? '']);
  }

  /** @see judge: what cannot be read is not sent. What contradicts itself may be saved, and is not published. */
  protected async save(): Promise<void> {
    const policy = this.policy();
    if (policy === null || this.busy()) return;
    this.judgement.set(judge(policy, this.person.today()));
    this.tried.set(true);
    this.problem.set(undefined);
    if (this.judgement().refusals.length > 0) {
      this.goTo('.mistakes');
      return;
    }
    this.busy.set(true);
    const { keeper } = this.draft;
    try {
      await keeper?.pause();
      const api = this.api.from(() => keeper?.header() ?? null);
      const id = this.policyId() ?? (await this.create(api, policy));
      if (this.policyId())
        await api.post(`/api/policy-versions/${id}/revisions`, { version: this.version, policy });
      keeper?.ended();
      await this.router.navigate(['/policies', id]);
    } catch (error) {
      keeper?.resume();
      this.problem.set(ApiProblem.from(error));
      this.goTo('st-problem [role="alert"]');
    } finally {
      this.busy.set(false);
    }
  }

  private async create(api: Api, policy: PolicyVersion): Promise<string> {
    const path = `/api/payers/${this.payer()?.id}/policy-versions`;
    return (await api.post<{ id: string }>(path, { policy })).id;
  }
}
