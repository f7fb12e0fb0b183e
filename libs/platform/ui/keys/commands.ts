import { DOCUMENT, DestroyRef, Injectable, computed, effect, inject, signal } from '@angular/core';
import { Preferences } from '../preferences';
import type { KnownCommand } from './known';
import { isItsOwn, isLetterKey, isTyping, keyOf } from './pressed';

/** Something a person can do here, by key, from the palette, or with the control that does the same. */
export interface Command extends KnownCommand {
  /** Whether it can be done right now. A command that cannot is left out of the palette, and its keys do nothing. */
  readonly when?: () => boolean;
  /** Whether its keys also work while somebody types in a field, as Ctrl+K does. */
  readonly whileTyping?: boolean;
  run(): void;
}

/** The commands of a page's list, with what they do now. */
export function doing<Id extends string>(
  known: readonly (KnownCommand & { readonly id: Id })[],
  does: Readonly<Record<Id, Omit<Command, keyof KnownCommand>>>,
): readonly Command[] {
  return known.map((command) => ({ ...command, ...does[command.id] }));
}

/** What is open above the page and keeps its keys to itself. A tooltip or a toast does not. */
const above =
  ':is(.cdk-overlay-pane, dialog[open]) :is([role="dialog"], [role="menu"], [role="listbox"]), .cdk-dialog-container, .cdk-menu';

/** How long the second key of `g q` may take. */
const sequenceMs = 1200;

/**
 * Every command that what is on screen offers. One listener for the whole page: fields keep what is typed into them,
 * an open dialog or menu keeps its keys, and the page offered last wins over the frame around it.
 */
@Injectable({ providedIn: 'root' })
export class Commands {
  private readonly preferences = inject(Preferences);
  private readonly document = inject(DOCUMENT);
  private readonly offered = signal<readonly (() => readonly Command[])[]>([]);
  private readonly met = new Map<string, KnownCommand>();
  private begun: { key: string; at: number } | null = null;
  /** While the screen is locked nothing behind it answers to keys. */
  readonly paused = signal(false);

  /** What is offered now, the page's own before the frame's. */
  readonly all = computed(() => this.offered().flatMap((list) => list()));

  constructor() {
    this.document.addEventListener('keydown', (event) => this.pressed(event));
    effect(() => {
      for (const command of this.all()) this.met.set(command.id, command);
    });
  }

  /** Offers commands for as long as the calling component lives. Call from an injection context. */
  offer(list: readonly Command[] | (() => readonly Command[])): void {
    const read = typeof list === 'function' ? list : () => list;
    this.offered.update((before) => [read, ...before]);
    inject(DestroyRef).onDestroy(() =>
      this.offered.update((before) => before.filter((other) => other !== read)),
    );
  }

  /** Every command offered since the app was loaded, also by pages left meanwhile. */
  seen(): readonly KnownCommand[] {
    return [...this.met.values()];
  }

  /** The keys of a command as this person has them. */
  keysOf(command: KnownCommand): readonly string[] {
    const { keys, letters } = this.preferences.all();
    return (keys[command.id] ?? command.keys ?? []).filter((one) => letters || !isLetterKey(one));
  }

  /** Every command that can be done now; one that several offer is listed once, as the page has it. */
  usable(): readonly Command[] {
    const seen = new Set<string>();
    const able = this.all().filter(
      (command) => !seen.has(command.id) && seen.add(command.id) && command.when?.() !== false,
    );
    const replaced = new Set(able.map(({ insteadOf }) => insteadOf));
    return able.filter(({ id }) => !replaced.has(id));
  }

  private pressed(event: KeyboardEvent): void {
    const key = keyOf(event);
    if (key === null || event.defaultPrevented || event.isComposing || this.paused()) return;
    const before = this.begun && event.timeStamp - this.begun.at < sequenceMs ? `${this.begun.key} ` : '';
    this.begun = null;
    if (isItsOwn(event.target, key) || this.document.querySelector(above)) return;
    const typing = isTyping(event.target);
    const usable = this.all().filter(
      (command) => (!typing || command.whileTyping) && command.when?.() !== false,
    );
    const hit =
      usable.find((command) => before && this.keysOf(command).includes(before + key)) ??
      usable.find((command) => this.keysOf(command).includes(key));
    if (hit) {
      event.preventDefault();
      hit.run();
    } else if (usable.some((command) => this.keysOf(command).some((keys) => keys.startsWith(`${key} `)))) {
      this.begun = { key, at: event.timeStamp };
    }
  }
}
