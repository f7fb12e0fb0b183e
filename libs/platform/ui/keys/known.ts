import { InjectionToken } from '@angular/core';
import type { IconName } from '../parts/icon';

/** What is known of a command without the page that carries it out: enough to list it and to choose keys for it. */
export interface KnownCommand {
  /** Stable, such as `queue.snooze`: chosen keys are kept under it. What stands before the dot is where it works. */
  readonly id: string;
  /** As an instruction: “Snooze to a day”. */
  readonly words: string;
  /** Where the help and the palette list it. */
  readonly group: string;
  readonly keys?: readonly string[];
  readonly icon?: IconName;
  /** The id of the frame's command whose keys it takes over on its page, because it does the same there. */
  readonly insteadOf?: string;
}

/** Every command of every page, also of those that are not open; loaded for the settings. */
export const KNOWN_COMMANDS = new InjectionToken<() => Promise<readonly KnownCommand[]>>('known commands');

/**
 * The page a command works on, or null where it works anywhere: `go.queue` and `undo` do. `schedule.place` is a place
 * of its own: while a session is being placed its commands come before those of the page.
 */
export function placeOf({ id }: KnownCommand): string | null {
  const place = id.split('.').slice(0, -1).join('.');
  return place === '' || place === 'go' ? null : place;
}

/** Whether two commands can ever wait for keys at the same time. */
function meet(one: KnownCommand, other: KnownCommand): boolean {
  if (one.insteadOf === other.id || other.insteadOf === one.id) return false;
  const [here, there] = [placeOf(one), placeOf(other)];
  return here === null || there === null || here === there;
}

/** Whether one of two keys would swallow the other: the same, or the first half of a pair. */
function collide(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);
}

/** Who else has these keys already, where both can be pressed. */
export function holderOf(
  keys: string,
  wanting: KnownCommand,
  all: readonly KnownCommand[],
  keysOf: (command: KnownCommand) => readonly string[],
): KnownCommand | undefined {
  return all.find(
    (other) =>
      other.id !== wanting.id &&
      meet(other, wanting) &&
      keysOf(other).some((theirs) => collide(theirs, keys)),
  );
}

/** Keys that stay what they are: they move the focus, close what is open, or belong to the browser. */
export function isReserved(keys: string): boolean {
  return /^(Shift\+)?(Tab|Escape|Enter|Space)$|^mod\+(Shift\+)?[tnwqr]$|^F\d+$/.test(keys);
}
