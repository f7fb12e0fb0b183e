import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { PayerView, PolicyVersionView } from '@stipple/contracts';
import {
  PolicyMove,
  authorizationSentence,
  distressWords,
  documentSentence,
  planTypeWords,
} from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import {
  ApiProblem,
  Chip,
  Commands,
  EmptyState,
  Icon,
  KeyHint,
  ProblemBanner,
  Skeleton,
  doing,
  formatDay,
  liveResource,
} from '@stipple/ui';
import { CriteriaList } from '../payer-page/criteria-list';
import { policyCommands } from '../payers-commands';
import { policyLooks } from '../policy-looks';
import { DryRun } from './dry-run';
import { PolicyActions } from './policy-actions';
import { VersionComparison } from './version-comparison';

/** One version of a policy as it is read: every rule with its quote, what contradicts it, what it would change. */
@Component({
  selector: 'st-policy-page',
  imports: [
    Chip,
    CriteriaList,
    DryRun,
    EmptyState,
    Icon,
    KeyHint,
    ProblemBanner,
    RouterLink,
    Skeleton,
    VersionComparison,
  ],
  providers: [PolicyActions],
  templateUrl: './policy-page.html',
  styleUrls: ['../payer-page/payer-page.css', './policy-page.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PolicyPage {
  /** From the address. */
  readonly policyId = input.required<string>();
  /** The version to compare with, from the address. */
  readonly with = input<string>();
  private readonly router = inject(Router);
  private readonly actions = inject(PolicyActions);
  protected readonly person = inject(CurrentPerson);
  protected readonly page = liveResource<PolicyVersionView>(
    () => ({ url: `/api/policy-versions/${this.policyId()}` }),
    () => false,
  );
  protected readonly view = computed(() => {
    const view = this.page.value();
    return view?.id === this.policyId() ? view : undefined;
  });
  private readonly payer = liveResource<PayerView>(
    () => {
      const id = this.view()?.payer.id;
      return id === undefined ? undefined : { url: `/api/payers/${id}` };
    },
    () => false,
  );
  /** What it can be compared with. */
  protected readonly others = computed(() =>
    (this.payer.value()?.versions ?? []).filter(({ id }) => id !== this.policyId()),
  );
  private readonly dryRun = viewChild(DryRun);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly look = computed(() => policyLooks[this.view()?.state ?? 'draft']);
  protected readonly days = computed(() => {
    const { appliesFrom = '', appliesTo = null } = this.view() ?? {};
    return appliesTo === null
      ? `from ${formatDay(appliesFrom)} on`
      : `${formatDay(appliesFrom)} to ${formatDay(appliesTo)}`;
  });
  protected readonly lines = computed(() =>
    (this.view()?.linesOfBusiness ?? []).map((line) => planTypeWords[line]).join('; '),
  );
  /** What contradicts without a criterion of its own, and what is wrong between versions. */
  protected readonly findings = computed(() => [
    ...(this.view()?.findings ?? []).filter(({ criteria }) => criteria.length === 0),
    ...(this.view()?.timeline ?? []),
  ]);
  protected readonly contradicts = computed(
    () => this.view()?.findings.filter(({ severity }) => severity === 'contradiction').length ?? 0,
  );
  protected readonly documents = computed(() => this.view()?.policy.documents.map(documentSentence) ?? []);
  protected readonly authorization = computed(() =>
    (this.view()?.policy.authorization ?? []).map((rule) => ({
      sentence: authorizationSentence(rule),
      quote: rule.quote,
    })),
  );
  protected readonly distress = computed(
    () => distressWords[this.view()?.policy.distress.position ?? 'silent'],
  );
  protected readonly canWrite = computed(() => this.person.holds('coordinator', 'administrator'));
  protected readonly formatDay = formatDay;

  constructor() {
    inject(Commands).offer(
      doing(policyCommands, {
        'policy.edit': { run: () => void this.edit(), when: () => this.can('revise') },
        'policy.new': { run: () => void this.newFrom(), when: this.canWrite },
        'policy.compare': { run: () => this.compareNext(), when: () => this.others().length > 0 },
        'policy.try': { run: () => void this.dryRun()?.start(), when: () => this.can('dry_run') },
        'policy.publish': { run: () => void this.make('publish'), when: () => this.can('publish') },
        'policy.back': { run: () => void this.back() },
      }),
    );
  }

  protected can(move: PolicyMove): boolean {
    return this.view()?.moves.some((one) => one.move === move && one.refusals.length === 0) ?? false;
  }

  protected edit(): Promise<boolean> {
    return this.router.navigate(['/policies', this.policyId(), 'edit']);
  }

  protected newFrom(): Promise<boolean> {
    const from = this.policyId();
    return this.router.navigate(['/payers', this.view()?.payer.id, 'new-policy'], { queryParams: { from } });
  }

  private back(): Promise<boolean> {
    return this.router.navigate(['/payers', this.view()?.payer.id ?? '']);
  }

  protected compareWith(id: string): void {
    void this.router.navigate([], { queryParams: { with: id || undefined } });
  }

  /** The version before this one, or the next one in the list; pressed again, none. */
  private compareNext(): void {
    this.compareWith(this.with() ? '' : (this.others()[0]?.id ?? ''));
  }

  protected async make(move: 'publish' | 'withdraw' | 'discard'): Promise<void> {
    const view = this.view();
    if (!view) return;
    this.problem.set(undefined);
    const made = await this.actions[move](view).catch((error: unknown) => {
      this.problem.set(ApiProblem.from(error));
      return false;
    });
    if (made && move === 'discard') await this.back();
    else if (made) this.page.reload();
  }
}
