import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  viewChildren,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Directory, SubmissionPage } from '@stipple/contracts';
import { CurrentPerson } from '@stipple/staff-ui';
import {
  Chip,
  Commands,
  EmptyState,
  Icon,
  KeyHint,
  ProblemBanner,
  Skeleton,
  count,
  doing,
  joined,
  liveResource,
  formatNumber,
} from '@stipple/ui';
import { ChannelBars } from './channel-bars';
import { shown } from './shown-submission';
import { submissionsCommands } from './submissions-commands';

/** Everything that left the clinic towards a payer: by which channel, when, by whom, and what came back. */
@Component({
  selector: 'st-submissions-page',
  imports: [ChannelBars, Chip, EmptyState, Icon, KeyHint, ProblemBanner, RouterLink, Skeleton],
  templateUrl: './submissions-page.html',
  styleUrls: ['./submissions-page.css', './submissions-table.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SubmissionsPage {
  // Each of these is a part of the address.
  readonly channel = input<string>();
  readonly payerId = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  readonly by = input<string>();
  readonly receipt = input<string>();
  readonly proof = input<string>();
  readonly after = input<string>();

  private readonly router = inject(Router);
  protected readonly person = inject(CurrentPerson);
  protected readonly directory = liveResource<Directory>(
    () => ({ url: '/api/directory' }),
    () => false,
  );
  /** Said at once, without asking: such a range holds nothing. */
  protected readonly reversed = computed(() => {
    const [from, to] = [this.from(), this.to()];
    return !!from && !!to && from > to;
  });
  private readonly filters = computed(() => ({
    channel: this.channel(),
    payerId: this.payerId(),
    from: this.from(),
    to: this.to(),
    person: this.by(),
    receipt: this.receipt(),
    proof: this.proof(),
  }));
  protected readonly page = liveResource<SubmissionPage>(
    () =>
      this.reversed()
        ? undefined
        : { url: `/api/submissions?${queryOf({ ...this.filters(), after: this.after() })}` },
    ({ subject }) => subject === 'auth_request' || subject === 'challenge',
  );
  protected readonly rows = computed(() =>
    (this.page.value()?.rows ?? []).map((row) => shown(row, this.person.timeZone())),
  );
  protected readonly filtered = computed(() => queryOf(this.filters()) !== '');
  protected readonly csv = computed(() => `/api/submissions/export?${queryOf(this.filters())}`);
  protected readonly summary = computed(() => {
    const counts = this.page.value()?.counts;
    if (counts === undefined || this.reversed()) return '';
    const { channels, withoutReceipt, withoutProof } = counts;
    const chosen = Object.entries(channels).filter(([name]) => !this.channel() || name === this.channel());
    const all = chosen.reduce((sum, [, many]) => sum + many, 0);
    return joined(
      `Sent to payers: ${count(all, 'submission')}`,
      `${formatNumber(withoutReceipt)} without a receipt`,
      `${formatNumber(withoutProof)} without a proof`,
    );
  });
  private readonly links = viewChildren<ElementRef<HTMLAnchorElement>>('toCase');

  constructor() {
    const some = () => this.rows().length > 0;
    inject(Commands).offer(
      doing(submissionsCommands, {
        'submissions.next': { run: () => this.step(1), when: some },
        'submissions.previous': { run: () => this.step(-1), when: some },
        'submissions.open': { run: () => this.openCurrent(), when: some },
        'submissions.receipt': { run: () => this.toggle('receipt') },
        'submissions.proof': { run: () => this.toggle('proof') },
        'submissions.all': { run: () => this.clear(), when: this.filtered },
        'submissions.older': {
          run: () => this.go({ after: this.page.value()?.next ?? null }),
          when: () => this.page.value()?.next != null,
        },
      }),
    );
  }

  /** Another question begins at the newest again, unless it is the place that is asked for. */
  protected go(change: Record<string, string | null>): void {
    void this.router.navigate([], {
      queryParams: { after: null, ...change },
      queryParamsHandling: 'merge',
    });
  }

  /** Shows only what lacks it; again, and everything. */
  protected toggle(what: 'receipt' | 'proof'): void {
    this.go({ [what]: this[what]() ? null : 'none' });
  }

  protected clear(): void {
    this.go({ channel: null, payerId: null, from: null, to: null, by: null, receipt: null, proof: null });
  }

  private step(by: number): void {
    const links = this.links();
    const at = this.currentIndex();
    const to = at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + by));
    links[to]?.nativeElement.focus();
  }

  /** The row that has the focus; where none has, the first. */
  private openCurrent(): void {
    const row = this.rows()[Math.max(0, this.currentIndex())];
    if (row) void this.router.navigate(['/cases', row.caseId]);
  }

  private currentIndex(): number {
    return this.links().findIndex(({ nativeElement }) =>
      nativeElement.closest('tr')?.contains(document.activeElement),
    );
  }
}

/** Without what is not asked for. */
function queryOf(values: Readonly<Record<string, string | undefined>>): string {
  const asked = Object.entries(values).filter((entry): entry is [string, string] => !!entry[1]);
  return new URLSearchParams(asked).toString();
}
