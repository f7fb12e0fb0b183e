import { Day, addDays } from '../calendar';
import type { Watch, WatchedFacts } from './watch';
import { watch } from './watch-requests';

/** How many days a patient waits at most to hear whether a photograph is good: they can still take another one then. */
const lookWithinDays = 2;

/** The patient's photographs that nobody has looked at. One task, however many come: it says the same about each. */
export function watchesOfPhotos(
  { case: { id }, photosSince }: Pick<WatchedFacts, 'case' | 'photosSince'>,
  today: Day,
): readonly Watch[] {
  if (photosSince === null) return [];
  return [
    watch(`patient_photos:${id}`, today, {
      dueOn: addDays(photosSince, lookWithinDays),
      taskKind: 'look_at_photos',
      about: 'Look at what the patient sent: take it into the record, or set it aside.',
      forRole: 'coordinator',
    }),
  ];
}
