import type { Clock, Day } from '../calendar';
import { Refusal, refusal, refusalsOf } from '../refusal';
import type { EstimateStarts } from './estimate-clock';
import type { EstimateAsker } from './language';

/** What was written down of asking and scheduling; what nobody entered is left out. */
export interface EnteredStarts {
  readonly askedOn?: Day;
  readonly askedBy?: EstimateAsker;
  readonly scheduledOn?: Day;
  readonly serviceOn?: Day;
}

/** Why what was entered cannot set a clock going: what happened lies behind, and half of it is not enough. */
export function estimateStartRefusals(
  { askedOn, askedBy, scheduledOn, serviceOn }: EnteredStarts,
  { today }: Pick<Clock, 'today'>,
): readonly Refusal[] {
  return refusalsOf(
    askedOn !== undefined && askedOn > today
      ? refusal('in_the_future', 'Nobody has asked on a day that has not come.', 'askedOn')
      : null,
    askedOn !== undefined && askedBy === undefined
      ? refusal('asker_missing', 'Say who asked what it costs.', 'askedBy')
      : null,
    askedOn === undefined && askedBy !== undefined
      ? refusal('asked_on_missing', 'Say when they asked; the time to answer runs from that day.', 'askedOn')
      : null,
    scheduledOn !== undefined && scheduledOn > today
      ? refusal('in_the_future', 'Nothing was scheduled on a day that has not come.', 'scheduledOn')
      : null,
    scheduledOn !== undefined && serviceOn === undefined
      ? refusal('service_day_missing', 'Say for which day it was scheduled.', 'serviceOn')
      : null,
    scheduledOn === undefined && serviceOn !== undefined
      ? refusal(
          'scheduled_on_missing',
          'Say when that day was set; the time to answer runs from it.',
          'scheduledOn',
        )
      : null,
    scheduledOn !== undefined && serviceOn !== undefined && serviceOn < scheduledOn
      ? refusal('dates_reversed', 'A treatment comes after the day on which it was scheduled.', 'serviceOn')
      : null,
  );
}

/** As the record keeps it: what was not entered is null. */
export function startsOf(
  entered: EnteredStarts,
): EstimateStarts & { readonly askedBy: EstimateAsker | null } {
  const { askedOn = null, askedBy = null, scheduledOn = null, serviceOn = null } = entered;
  return { askedOn, askedBy, scheduledOn, serviceOn };
}
