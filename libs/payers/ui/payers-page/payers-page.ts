import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { PayerRow } from '@stipple/contracts';
import { planTypeWords } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import {
  Api,
  Chip,
  Commands,
  EmptyState,
  Field,
  FormOpener,
  Icon,
  KeyHint,
  ProblemBanner,
  Skeleton,
  doing,
  filled,
  formatDay,
  liveResource,
  NumberWords,
} from '@stipple/ui';
import { payersCommands } from '../payers-commands';

const payerFields: readonly Field[] = [
  { kind: 'text', name: 'name', label: 'Name', hint: 'As it stands on the card.' },
  { kind: 'text', name: 'phone', label: 'Member services', optional: true, hint: 'The number on the card.' },
];

/** Every payer of the clinic: what kinds of plan, which policy is in force, who looked last. */
@Component({
  selector: 'st-payers-page',
  imports: [Chip, EmptyState, Icon, KeyHint, ProblemBanner, RouterLink, Skeleton, NumberWords],
  templateUrl: './payers-page.html',
  styleUrl: './payers-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PayersPage {
  private readonly api = inject(Api);
  private readonly opener = inject(FormOpener);
  private readonly router = inject(Router);
  protected readonly person = inject(CurrentPerson);
  protected readonly writes = computed(() => this.person.holds('coordinator', 'administrator'));
  protected readonly page = liveResource<readonly PayerRow[]>(
    () => ({ url: '/api/payers' }),
    () => false,
  );
  protected readonly typed = signal('');
  protected readonly rows = computed(() => {
    const words = this.typed().trim().toLowerCase();
    return (this.page.value() ?? []).map(described).filter(({ found }) => found.includes(words));
  });

  constructor() {
    inject(Commands).offer(
      doing(payersCommands, { 'payers.add': { run: () => void this.add(), when: this.writes } }),
    );
  }

  protected async add(): Promise<void> {
    let id = '';
    const sent = await this.opener.open({
      title: 'Add a payer',
      lead: 'Payers come with the roster. Add by hand only one that is in none.',
      submit: 'Add',
      fields: payerFields,
      send: async (values) =>
        ({ id } = await this.api.post<{ id: string }>('/api/payers', filled(values, payerFields))),
    });
    if (sent) await this.router.navigate(['/payers', id]);
  }
}

function described(row: PayerRow) {
  const lines = row.lines.map((line) => planTypeWords[line]).join('; ');
  return {
    ...row,
    lineWords: lines,
    verified: row.verifiedOn === null ? null : formatDay(row.verifiedOn),
    found: [row.name, lines, ...row.inForce, row.phone ?? ''].join('\n').toLowerCase(),
  };
}
