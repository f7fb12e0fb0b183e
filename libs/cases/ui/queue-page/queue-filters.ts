import { CdkMenu, CdkMenuItemCheckbox, CdkMenuTrigger } from '@angular/cdk/menu';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  output,
} from '@angular/core';
import type { Directory } from '@stipple/contracts';
import {
  Party,
  QueueSort,
  Stage,
  partyWords,
  parties,
  queueSorts,
  stageWords,
  stages,
} from '@stipple/domain';
import { Icon } from '@stipple/ui';
import { QueueState, filtersOn, withoutFilters } from './queue-state';

const sortWords: Record<QueueSort, string> = {
  press: 'Most pressing first',
  due: 'By clock',
  touch: 'By next touch',
  money: 'By money at risk',
  number: 'By case number',
  patient: 'By patient',
};

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
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly sorts = queueSorts.map((value) => ({ value, words: sortWords[value] }));
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
  protected readonly active = computed(() => filtersOn(this.state()) > 0);

  focus(): void {
    this.host.querySelector('button')?.focus();
  }

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
    this.changed.emit(withoutFilters(this.state()));
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
