import { instantOfLocalTime } from '@stipple/domain';
import { Field, Values, isEmpty } from './field';

/** Which of the two a time is that comes twice, by the field's name: an offset such as `-05:00`. */
export type ChosenOffsets = Readonly<Record<string, string>>;

export interface TypedTime {
  /** Why it names no moment; null where it does, or where nothing is typed. */
  readonly mistake: string | null;
  /** What can be chosen where it comes twice, earlier first; empty otherwise. */
  readonly choices: readonly string[];
}

const nothing: TypedTime = { mistake: null, choices: [] };

/** What stands in a field for day and time, held against the clock on the clinic's wall. */
export function typedTime(local: unknown, timeZone: string, offset?: string): TypedTime {
  const [day, time = ''] = String(local ?? '').split('T');
  const [hour, minute] = time.split(':').map(Number);
  if (!day || hour === undefined || minute === undefined || Number.isNaN(hour + minute)) return nothing;
  const read = instantOfLocalTime(day, hour * 60 + minute, timeZone, offset);
  const twice = instantOfLocalTime(day, hour * 60 + minute, timeZone);
  if (!twice.ok && twice.refusal.code === 'time_does_not_exist')
    return {
      mistake: 'The clocks are put forward over this time, so it never comes: choose another one.',
      choices: [],
    };
  const choices = twice.ok ? [] : twice.offsets;
  const mistake = read.ok
    ? null
    : 'The clocks are put back over this time, so it comes twice: say which of the two is meant.';
  return { mistake, choices };
}

/** The values with each time that comes twice written with its offset, for whoever makes an instant of it. */
export function withOffsets(
  values: Values,
  fields: readonly Field[],
  { timeZone, offsets }: { readonly timeZone: string; readonly offsets: ChosenOffsets },
): Values {
  const twice = fields.flatMap(({ kind, name }) => {
    const value = values[name];
    const offset = offsets[name];
    const isTwice = kind === 'datetime' && !isEmpty(value) && typedTime(value, timeZone).choices.length > 0;
    return isTwice && offset ? [[name, `${String(value)}${offset}`] as const] : [];
  });
  return { ...values, ...Object.fromEntries(twice) };
}

/** `the first, 1:30 AM EDT`: as the clock says it, with the name that summer and winter time have there. */
export function offsetWords(local: string, offset: string, timeZone: string): string {
  const shown = new Intl.DateTimeFormat('en-US', {
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  });
  return shown.format(new Date(`${local}${offset}`));
}
