import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { Choice, ChoiceList } from './choice-list';
import type { Owner } from './queue-work';

/** Who takes a case: oneself first, then everybody, then nobody. */
@Component({
  selector: 'st-assign-menu',
  imports: [ChoiceList],
  template: `
    <h2>Assign {{ what() }} to</h2>
    <st-choice-list
      label="Whom to assign to"
      placeholder="Name"
      none="Nobody of that name works on cases."
      [offer]="offer()"
      (chosen)="choose($event)"
    />
  `,
  styleUrl: './small-window.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssignMenu {
  readonly people = input.required<readonly Owner[]>();
  readonly me = input.required<string>();
  readonly what = input.required<string>();
  readonly chosen = output<Owner | null>();

  protected readonly offer = computed(() => {
    const mine = this.people().filter(({ id }) => id === this.me());
    const others = this.people().filter(({ id }) => id !== this.me());
    const choices: readonly Choice[] = [
      ...mine.map(({ id, name }): Choice => ({ value: id, words: name, hint: 'me', icon: 'user' })),
      ...others.map(({ id, name }): Choice => ({ value: id, words: name, icon: 'user' })),
      { value: '', words: 'Nobody', icon: 'ban' },
    ];
    return (typed: string): readonly Choice[] =>
      choices.filter(({ words, hint }) => fits(typed, words) || (hint !== undefined && fits(typed, hint)));
  });

  protected choose(id: string): void {
    this.chosen.emit(this.people().find((person) => person.id === id) ?? null);
  }
}

/** Every word typed begins a word of the name. */
function fits(typed: string, words: string): boolean {
  const parts = words.toLowerCase().split(/[\s,.]+/);
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((piece) => parts.some((part) => part.startsWith(piece)));
}
