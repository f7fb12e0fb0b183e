import { Injectable, computed, inject } from '@angular/core';
import type { Directory } from '@stipple/contracts';
import { liveResource } from '@stipple/ui';
import type { StandingFilter } from './standing-address';
import { StandingView } from './standing-view';

interface Choice {
  readonly id: string;
  readonly name: string;
}

/** Who and which payer an id of the address is, and what the page can be narrowed to. */
@Injectable()
export class StandingNames {
  private readonly view = inject(StandingView);
  private readonly directory = liveResource<Directory>(
    () => ({ url: '/api/directory' }),
    () => false,
  );
  readonly choices = computed((): Readonly<Record<StandingFilter, readonly Choice[]>> => {
    const { payers = [], coordinators = [], physicians = [] } = this.directory.value() ?? {};
    return {
      payerId: this.withChosen('payerId', payers),
      coordinatorId: [{ id: '', name: 'Nobody' }, ...this.withChosen('coordinatorId', coordinators)],
      physicianId: this.withChosen('physicianId', physicians),
    };
  });

  personOf(id: string): string {
    if (id === '') return 'Nobody';
    const { staff } = this.directory.value() ?? {};
    return staff === undefined ? '…' : (staff.find((one) => one.id === id)?.name ?? 'Somebody who left');
  }

  /** What is chosen stands there also where it is no choice any more, such as somebody who left. */
  private withChosen(filter: StandingFilter, known: readonly Choice[]): readonly Choice[] {
    const chosen = this.view.address().filters[filter];
    if (!chosen || known.some(({ id }) => id === chosen)) return known;
    return [{ id: chosen, name: filter === 'payerId' ? 'Unknown payer' : this.personOf(chosen) }, ...known];
  }
}
