import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  linkedSignal,
  signal,
} from '@angular/core';
import type { CaseView } from '@stipple/contracts';
import { Icon } from '@stipple/ui';
import { CaseMoves } from '../case-moves';
import { MenuMove, matching, menuOf } from './all-moves';

/** Every move of a case and its things: type to find one, Enter to make it; below, what is not possible, and why. */
@Component({
  selector: 'st-moves-menu',
  imports: [Icon],
  templateUrl: './moves-menu.html',
  styleUrl: './moves-menu.css',
  host: { '(keydown)': 'pressed($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MovesMenu {
  private readonly ref = inject<DialogRef<MenuMove>>(DialogRef);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly moves = inject(CaseMoves);
  private readonly all = menuOf(inject<CaseView>(DIALOG_DATA), (subject, move) =>
    this.moves.has(subject, move),
  );
  protected readonly typed = signal('');
  protected readonly legal = computed(() => matching(this.all.legal, this.typed()));
  protected readonly refused = computed(() => matching(this.all.refused, this.typed()));
  /** Typing begins again at the first that fits. */
  protected readonly active = linkedSignal({ source: this.legal, computation: () => 0 });

  protected readonly groups = computed(() => {
    const groups = new Map<string, { words: string; lines: { at: number; line: MenuMove }[] }>();
    this.legal().forEach((line, at) => {
      const key = line.mover.id ?? 'new';
      const group = groups.get(key) ?? { words: line.group, lines: [] };
      group.lines.push({ at, line });
      groups.set(key, group);
    });
    return [...groups.values()];
  });

  protected choose(line: MenuMove | undefined): void {
    if (line) this.ref.close(line);
  }

  protected close(): void {
    this.ref.close();
  }

  protected pressed(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const many = this.legal().length;
    if (step !== undefined && many > 0) {
      this.active.update((at) => (at + step + many) % many);
      this.host.nativeElement.querySelector(`#move-${this.active()}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      this.choose(this.legal()[this.active()]);
    } else {
      return;
    }
    event.preventDefault();
  }
}
