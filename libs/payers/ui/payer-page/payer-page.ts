import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { PayerView, PolicyVersionView } from '@stipple/contracts';
import { planTypeWords } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import {
  Api,
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
import { payerCommands } from '../payers-commands';
import { policyLooks } from '../policy-looks';
import { CriteriaList } from './criteria-list';
import { readPolicyFile } from './import-file';
import { PayerKnowledge } from './knowledge';
import { VersionTimeline } from './version-timeline';

/** One payer: which version of its policy applies when, what it asks in its own words, and how long everything takes. */
@Component({
  selector: 'st-payer-page',
  imports: [
    Chip,
    CriteriaList,
    EmptyState,
    Icon,
    KeyHint,
    PayerKnowledge,
    ProblemBanner,
    RouterLink,
    Skeleton,
    VersionTimeline,
  ],
  templateUrl: './payer-page.html',
  styleUrl: './payer-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PayerPage {
  /** From the address. */
  readonly payerId = input.required<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly person = inject(CurrentPerson);
  protected readonly writes = computed(() => this.person.holds('coordinator', 'administrator'));
  protected readonly page = liveResource<PayerView>(
    () => ({ url: `/api/payers/${this.payerId()}` }),
    () => false,
  );
  protected readonly payer = this.page.value;
  protected readonly versions = computed(() =>
    (this.payer()?.versions ?? []).map((one) => ({
      ...one,
      look: policyLooks[one.state],
      days: `${formatDay(one.appliesFrom)} – ${one.appliesTo === null ? 'open' : formatDay(one.appliesTo)}`,
      lines: one.linesOfBusiness.map((line) => planTypeWords[line]).join('; '),
      read: `${one.readBy}, ${formatDay(one.readOn)}`,
    })),
  );
  private readonly published = computed(() => this.versions().filter(({ state }) => state === 'published'));
  /** In force today; where lines of business have different ones, the one that began last. */
  protected readonly inForce = computed(() => {
    const today = this.payer()?.today ?? '';
    return this.published().find(
      ({ appliesFrom, appliesTo }) => appliesFrom <= today && (appliesTo ?? '9999') >= today,
    );
  });
  protected readonly policy = liveResource<PolicyVersionView>(
    () => (this.inForce() ? { url: `/api/policy-versions/${this.inForce()?.id}` } : undefined),
    () => false,
  );
  /** The newest two, for a comparison. */
  protected readonly twoNewest = computed(() => {
    const [after, before] = this.versions().filter(({ state }) => state !== 'withdrawn');
    return after && before ? { after, before } : null;
  });
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly formatDay = formatDay;

  constructor() {
    inject(Commands).offer(
      doing(payerCommands, {
        'payer.new': { run: () => void this.newVersion(), when: this.writes },
        'payer.compare': { run: () => void this.compare(), when: () => this.twoNewest() !== null },
        'payer.edit': {
          run: () => void this.router.navigate(['/payers', this.payerId(), 'profile']),
          when: this.writes,
        },
        'payer.back': { run: () => void this.router.navigateByUrl('/payers') },
      }),
    );
  }

  /** Begins with what is in force, as most versions change little. */
  protected newVersion(): Promise<boolean> {
    const from = this.inForce()?.id ?? this.published()[0]?.id;
    return this.router.navigate(['/payers', this.payerId(), 'new-policy'], { queryParams: { from } });
  }

  protected async compare(): Promise<void> {
    const two = this.twoNewest();
    if (two)
      await this.router.navigate(['/policies', two.after.id], { queryParams: { with: two.before.id } });
  }

  protected async importFile(field: HTMLInputElement): Promise<void> {
    const file = field.files?.[0];
    field.value = '';
    if (!file) return;
    this.problem.set(undefined);
    try {
      const policy = await readPolicyFile(file);
      const { id } = await this.api.post<{ id: string }>(`/api/payers/${this.payerId()}/policy-versions`, {
        policy,
      });
      await this.router.navigate(['/policies', id]);
    } catch (error) {
      this.problem.set(withPaths(ApiProblem.from(error)));
    }
  }
}

/** A file has no fields to show a mistake at, so each names its place. */
function withPaths({ status, code, title, refusals, current }: ApiProblem): ApiProblem {
  const named = refusals.map((one) => ({
    ...one,
    sentence: one.field?.startsWith('policy') ? `${one.field}: ${one.sentence}` : one.sentence,
  }));
  return new ApiProblem(status, code, title, named, current);
}
