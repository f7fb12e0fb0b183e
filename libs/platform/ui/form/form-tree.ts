import { Signal, WritableSignal } from '@angular/core';
import { FieldTree, form, required, validate } from '@angular/forms/signals';
import { Field, Values, isEmpty } from './field';
import { ChosenOffsets, typedTime } from './local-time';

/** What sending a form found to be wrong, each at its field. */
export type Mistakes = readonly { kind: string; message: string; fieldTree: FieldTree<unknown> }[];

/** By which clock its times are read, and which was chosen of those that come twice. */
export interface WallClock {
  readonly timeZone: string;
  readonly offsets: Signal<ChosenOffsets>;
}

/**
 * The form behind a list of questions: everything asked must be filled in unless it is optional. Call from an
 * injection context.
 */
export function formTree(
  values: WritableSignal<Values>,
  fields: readonly Field[],
  send: () => Promise<Mistakes | undefined>,
  wall?: WallClock,
): FieldTree<Values> {
  return form(
    values,
    (path) => {
      for (const field of fields) {
        const at = path[field.name];
        if (at === undefined) continue;
        const asked = (now: Values) => field.when?.(now) ?? true;
        if (field.kind === 'datetime' && wall)
          validate(at, ({ value }) => {
            const { mistake } = typedTime(value(), wall.timeZone, wall.offsets()[field.name]);
            return mistake === null ? null : { kind: 'local_time', message: mistake };
          });
        const needed = !field.optional && !field.later;
        if (needed)
          required(at, { message: 'Please fill this in.', when: ({ valueOf }) => asked(valueOf(path)) });
        if (needed && field.kind !== 'check') {
          validate(at, ({ value, valueOf }) =>
            asked(valueOf(path)) && Array.isArray(value()) && isEmpty(value())
              ? { kind: 'empty', message: 'Choose at least one.' }
              : null,
          );
        }
      }
    },
    {
      submission: {
        action: async () => {
          const mistakes = await send();
          mistakes?.[0]?.fieldTree().focusBoundControl();
          return mistakes as never;
        },
        onInvalid: (root) => root().errorSummary()[0]?.fieldTree().focusBoundControl(),
      },
    },
  ) as FieldTree<Values>;
}
