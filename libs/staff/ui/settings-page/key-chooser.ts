import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  resource,
  signal,
} from '@angular/core';
import {
  Commands,
  Icon,
  KNOWN_COMMANDS,
  Keys,
  KnownCommand,
  Preferences,
  Skeleton,
  holderOf,
  isReserved,
  keyOf,
  keyWords,
} from '@stipple/ui';

/** How long after the first key a second one still makes a pair such as `g q`. */
const pairMs = 900;

/** Every command of every page with its keys; press new ones, or give it its own back. */
@Component({
  selector: 'st-key-chooser',
  imports: [Icon, Keys, Skeleton],
  templateUrl: './key-chooser.html',
  styleUrl: './key-chooser.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeyChooser {
  private readonly load = inject(KNOWN_COMMANDS);
  private readonly commands = inject(Commands);
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly preferences = inject(Preferences);
  private readonly known = resource({ loader: () => this.load() });
  protected readonly typed = signal('');
  /** The command that waits for its new keys. */
  protected readonly waiting = signal<string | null>(null);
  /** Why the keys just pressed cannot be had. */
  protected readonly refused = signal<{ id: string; words: string } | null>(null);
  private begun: { key: string; timer: ReturnType<typeof setTimeout> } | null = null;

  private readonly all = computed<readonly KnownCommand[]>(() => {
    const known = this.known.hasValue() ? this.known.value() : [];
    const seen = this.commands.seen().filter((one) => !known.some(({ id }) => id === one.id));
    return [...known, ...seen];
  });
  protected readonly loading = computed(() => this.known.isLoading());
  protected readonly chosen = computed(() => Object.keys(this.preferences.all().keys).length);
  protected readonly groups = computed(() => {
    const text = this.typed().toLowerCase().trim();
    const shown = this.all().filter(({ words, group }) => `${words} ${group}`.toLowerCase().includes(text));
    return [...new Set(shown.map(({ group }) => group))].map((title) => ({
      title,
      commands: shown.filter(({ group }) => group === title),
    }));
  });

  /** The keys as chosen, whether letters are switched on or not. */
  protected keysOf(command: KnownCommand): readonly string[] {
    return this.preferences.all().keys[command.id] ?? command.keys ?? [];
  }

  protected isOwn({ id }: KnownCommand): boolean {
    return id in this.preferences.all().keys;
  }

  protected begin({ id }: KnownCommand): void {
    this.refused.set(null);
    this.waiting.set(id);
    this.focus(`[data-capture="${id}"]`);
  }

  protected end(command: KnownCommand): void {
    clearTimeout(this.begun?.timer);
    this.begun = null;
    if (this.waiting() !== command.id) return;
    this.waiting.set(null);
    this.focus(`[data-change="${command.id}"]`);
  }

  /** Takes every key while it waits; Escape ends the waiting, Tab moves on as ever. */
  protected pressed(event: KeyboardEvent, command: KnownCommand): void {
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return this.end(command);
    const key = keyOf(event);
    if (key === null || event.repeat) return;
    if (this.begun) {
      clearTimeout(this.begun.timer);
      const pair = `${this.begun.key} ${key}`;
      this.begun = null;
      return this.take(command, pair);
    }
    // A plain letter may be the first of two.
    if (key.length === 1) this.begun = { key, timer: setTimeout(() => this.alone(command), pairMs) };
    else this.take(command, key);
  }

  private alone(command: KnownCommand): void {
    const key = this.begun?.key;
    this.begun = null;
    if (key) this.take(command, key);
  }

  private take(command: KnownCommand, keys: string): void {
    const holder = holderOf(keys, command, this.all(), (one) => this.keysOf(one));
    if (isReserved(keys) || holder) {
      const why = holder ? `already stands for “${holder.words}”` : 'belongs to the browser';
      this.refused.set({ id: command.id, words: `${keyWords(keys)} ${why}. Press another key.` });
      return;
    }
    this.preferences.set({ keys: { [command.id]: [keys] } });
    this.refused.set(null);
    this.end(command);
  }

  protected none(command: KnownCommand): void {
    this.preferences.set({ keys: { [command.id]: [] } });
    this.refused.set(null);
    this.end(command);
  }

  /** Gives it its own keys back, unless another command has got them meanwhile. */
  protected reset(command: KnownCommand): void {
    for (const keys of command.keys ?? []) {
      const holder = holderOf(keys, command, this.all(), (one) => this.keysOf(one));
      if (holder) {
        const words = `${keyWords(keys)} now stands for “${holder.words}”. Change that one first.`;
        return this.refused.set({ id: command.id, words });
      }
    }
    this.refused.set(null);
    this.preferences.set({ keys: { [command.id]: null } });
    this.focus(`[data-change="${command.id}"]`);
  }

  private focus(selector: string): void {
    afterNextRender(() => this.element.querySelector<HTMLElement>(selector)?.focus(), {
      injector: this.injector,
    });
  }
}
