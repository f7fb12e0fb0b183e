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
import { PlanType, payerZoneWords, payerZones, planTypeWords, planTypes, usStates } from '@stipple/domain';
import { Api, ApiProblem, Icon, ProblemBanner, Skeleton, focusOnceDrawn } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';
import { bringInSight } from '../bring-in-sight';
import { ChannelLines } from './channel-lines';
import { ClockLines } from './clock-lines';
import { EditedProfile, blankChannel, blankClock, blankPeer, profileOf, sentProfile } from './edited-profile';
import { PeerLine } from './peer-line';
import { typed } from './profile-words';

/** Writes down what somebody has made sure of about a payer: plans, addresses, how long each side has. */
@Component({
  selector: 'st-profile-page',
  imports: [ChannelLines, ClockLines, Icon, PeerLine, ProblemBanner, RouterLink, Skeleton],
  templateUrl: './profile-page.html',
  styleUrls: ['../payer-page/payer-page.css', '../rule-editor/editor-grid.css'],
  styles: `
    .page {
      max-width: 84rem;
    }
  `,
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
  protected readonly blankPeer = blankPeer;
  protected readonly typed = typed;
  protected readonly words = {
    lines: planTypes.map((value) => ({ value, words: planTypeWords[value] })),
    states: usStates,
    zones: payerZones.map((value) => ({ value, words: payerZoneWords[value] })),
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

  protected put(part: Partial<EditedProfile>): void {
    this.profile.update((profile) => profile && { ...profile, ...part });
  }

  protected toggle(line: PlanType): void {
    const { lines = [], clocks = [] } = this.profile() ?? {};
    const now = planTypes.filter((one) => lines.includes(one) !== (one === line));
    this.put({ lines: now, clocks: clocks.filter((one) => now.includes(one.lineOfBusiness)) });
  }

  protected addChannel(): void {
    this.put({ channels: [...(this.profile()?.channels ?? []), blankChannel] });
    this.goTo('st-channel-lines li:last-child select');
  }

  protected addClock(line: PlanType): void {
    this.put({ clocks: [...(this.profile()?.clocks ?? []), blankClock(line)] });
    this.goTo(`[aria-labelledby='clocks-${line}'] li:last-child select`);
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
