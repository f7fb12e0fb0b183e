import { HttpClient } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { PayerView } from '@stipple/contracts';
import {
  PlanType,
  channelUseWords,
  channelUses,
  channelWords,
  channels,
  clockStartWords,
  clockStarts,
  clockUnitWords,
  clockUnits,
  payerClockWords,
  payerClocks,
  payerZoneWords,
  payerZones,
  peerStarts,
  planTypeWords,
  planTypes,
  usStates,
} from '@stipple/domain';
import { Api, ApiProblem, Icon, ProblemBanner, Skeleton, focusOnceDrawn } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';
import { bringInSight } from '../bring-in-sight';
import {
  EditedClock,
  EditedProfile,
  blankChannel,
  blankClock,
  blankPeer,
  profileOf,
  sentProfile,
} from './edited-profile';

/** Writes down what somebody has made sure of about a payer: plans, addresses, how long each side has. */
@Component({
  selector: 'st-profile-page',
  imports: [Icon, ProblemBanner, RouterLink, Skeleton],
  templateUrl: './profile-page.html',
  styleUrls: ['../payer-page/payer-page.css', '../rule-editor/editor-grid.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProfilePage {
  /** From the address. */
  readonly payerId = input.required<string>();
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly goTo = focusOnceDrawn();
  protected readonly payer = signal<PayerView | null>(null);
  protected readonly profile = signal<EditedProfile | null>(null);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly bringInSight = bringInSight;
  protected readonly words = {
    lines: planTypes.map((value) => ({ value, words: planTypeWords[value] })),
    channels: channels.map((value) => ({ value, words: channelWords[value] })),
    uses: channelUses.map((value) => ({ value, words: channelUseWords[value] })),
    clocks: payerClocks.map((value) => ({ value, words: payerClockWords[value] })),
    units: clockUnits.map((value) => ({ value, words: clockUnitWords[value] })),
    starts: clockStarts.map((value) => ({ value, words: `from: ${clockStartWords[value]}` })),
    states: usStates,
    zones: payerZones.map((value) => ({ value, words: payerZoneWords[value] })),
    peerStarts: peerStarts.map((value) => ({ value, words: `from: ${clockStartWords[value]}` })),
  };
  /** The lines that the payer has, for its clocks. */
  protected readonly lines = computed(() =>
    this.words.lines.filter(({ value }) => this.profile()?.lines.includes(value)),
  );

  constructor() {
    effect(() => {
      this.payerId();
      untracked(() => void this.load());
    });
  }

  private async load(): Promise<void> {
    try {
      const payer = await firstValueFrom(this.http.get<PayerView>(`/api/payers/${this.payerId()}`));
      this.payer.set(payer);
      this.profile.set(profileOf(payer));
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    }
  }

  protected typed({ target }: Event): string {
    return (target as HTMLInputElement).value;
  }

  protected number(event: Event): number | null {
    const typed = this.typed(event).trim();
    return typed === '' ? null : Number(typed);
  }

  protected put(part: Partial<EditedProfile>): void {
    this.profile.update((profile) => profile && { ...profile, ...part });
  }

  protected toggle(line: PlanType): void {
    const { lines = [], clocks = [] } = this.profile() ?? {};
    const now = planTypes.filter((one) => lines.includes(one) !== (one === line));
    this.put({ lines: now, clocks: clocks.filter((one) => now.includes(one.lineOfBusiness)) });
  }

  protected channel(at: number, part: object | null): void {
    this.put({ channels: changed(this.profile()?.channels ?? [], at, part) });
  }

  protected addChannel(): void {
    this.put({ channels: [...(this.profile()?.channels ?? []), blankChannel] });
    this.goTo('.channels li:last-child select');
  }

  protected clock(at: number, part: Partial<EditedClock> | null): void {
    this.put({ clocks: changed(this.profile()?.clocks ?? [], at, part) });
  }

  protected addClock(): void {
    const [line] = this.lines();
    if (!line) return;
    this.put({ clocks: [...(this.profile()?.clocks ?? []), blankClock(line.value)] });
    this.goTo('.clocks li:last-child select');
  }

  protected peer(part: object | null): void {
    this.put({ peer: part === null ? null : { ...(this.profile()?.peer ?? blankPeer), ...part } });
  }

  protected async save(): Promise<void> {
    const [payer, profile] = [this.payer(), this.profile()];
    if (!payer || !profile) return;
    this.problem.set(undefined);
    this.busy.set(true);
    try {
      const body = sentProfile(profile, payer.profile?.version ?? 0);
      await this.api.post(`/api/payers/${payer.id}/profiles`, body);
      await this.router.navigate(['/payers', payer.id]);
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
      this.goTo('st-problem [role="alert"]');
    } finally {
      this.busy.set(false);
    }
  }
}

function changed<T extends object>(list: readonly T[], at: number, part: object | null): readonly T[] {
  return part === null
    ? list.toSpliced(at, 1)
    : list.map((one, index) => (index === at ? { ...one, ...part } : one));
}
