import { CdkMenu, CdkMenuItemCheckbox, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Directory } from '@stipple/contracts';
import { Party, Stage, partyWords, parties, stageWords, stages } from '@stipple/domain';
import { Icon } from '@stipple/ui';

/** What stands in the address of the queue. */
export interface QueueState {
  readonly stage?: string;
  readonly actsNext?: string;
  readonly owner?: string;
  readonly payerId?: string;
  readonly closed?: string;
  readonly sort?: string;
  readonly direction?: string;
  readonly after?: string;
}

/** The choices above the queue. Every one of them is in the address, so that a view can be kept and shared. */
@Component({
  selector: 'st-queue-filters',
  imports: [CdkMenu, CdkMenuItemCheckbox, CdkMenuTrigger, Icon],
  templateUrl: './queue-filters.html',
  styleUrl: './queue-filters.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QueueFilters {
  readonly state = input.required<QueueState>();
  readonly directory = input<Directory>();
  readonly changed = output<QueueState>();

  protected readonly stages = stages
    .filter((stage) => stage !== 'closed')
    .map((value) => ({ value, words: stageWords[value] }));
  protected readonly parties = parties
    .filter((party) => party !== 'nobody')
    .map((value) => ({ value, words: partyWords[value] }));
  protected readonly chosenStages = computed(() => split<Stage>(this.state().stage));
  protected readonly chosenParties = computed(() => split<Party>(this.state().actsNext));
  protected readonly stageLabel = computed(() =>
    label('Stage', this.chosenStages(), (stage) => stageWords[stage]),
  );
  protected readonly partyLabel = computed(() =>
    label('Acts next', this.chosenParties(), (party) => partyWords[party]),
  );
  protected readonly active = computed(() => {
    const { stage, actsNext, owner, payerId, closed } = this.state();
    return [stage, actsNext, owner, payerId, closed].some((one) => one !== undefined && one !== '');
  });

  protected toggleStage(stage: Stage): void {
    this.set({ stage: toggled(this.chosenStages(), stage) });
  }

  protected toggleParty(party: Party): void {
    this.set({ actsNext: toggled(this.chosenParties(), party) });
  }

  /** Another choice begins at the first page again. */
  protected set(change: QueueState): void {
    this.changed.emit({ ...this.state(), ...change, after: undefined });
  }

  protected clear(): void {
    const { sort, direction } = this.state();
    this.changed.emit({ sort, direction });
  }
}

function split<T extends string>(text: string | undefined): readonly T[] {
  return text ? (text.split(',') as T[]) : [];
}

function toggled<T extends string>(chosen: readonly T[], one: T): string | undefined {
  const next = chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one];
  return next.length > 0 ? next.join(',') : undefined;
}

function label<T>(name: string, chosen: readonly T[], words: (one: T) => string): string {
  const [first] = chosen;
  if (first === undefined) return name;
  return chosen.length === 1 ? `${name}: ${words(first)}` : `${name}: ${chosen.length}`;
}
