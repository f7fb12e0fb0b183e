import { Dialog, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../parts/icon';
import { Preferences } from '../preferences';
import { Command, Commands } from './commands';
import { Keys } from './keys';

/** All keys that work on this page, as this person has them. */
@Component({
  selector: 'st-key-help',
  imports: [Icon, Keys, RouterLink],
  templateUrl: './key-help.html',
  styleUrl: './key-help.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeyHelp {
  private readonly commands = inject(Commands);
  private readonly ref = inject<DialogRef<void>>(DialogRef);
  protected readonly preferences = inject(Preferences);
  protected readonly typed = signal('');
  protected readonly groups = computed(() => {
    const text = this.typed().toLowerCase().trim();
    const shown = this.commands
      .usable()
      .map((command) => ({ ...command, has: this.commands.keysOf(command) }))
      .filter(({ has }) => has.length > 0)
      .filter((command) => text === '' || holds(command, text));
    return [...new Set(shown.map(({ group }) => group))].map((title) => ({
      title,
      commands: shown.filter(({ group }) => group === title),
    }));
  });

  protected close(): void {
    this.ref.close();
  }
}

function holds({ words, group, has }: Command & { has: readonly string[] }, text: string): boolean {
  return `${words} ${group} ${has.join(' ')}`.toLowerCase().includes(text);
}

/** Opens the help, unless something is open already. Call from an injection context. */
export function openKeyHelp(): void {
  const dialog = inject(Dialog);
  if (dialog.openDialogs.length > 0) return;
  dialog.open(KeyHelp, {
    ariaLabelledBy: 'key-help-title',
    width: 'min(52rem, 100vw)',
    maxWidth: '100vw',
    autoFocus: 'input',
  });
}
