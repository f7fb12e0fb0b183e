import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { Icon, IconName } from '@stipple/ui';

export interface Choice {
  readonly value: string;
  readonly words: string;
  readonly hint?: string;
  readonly icon?: IconName;
}

let made = 0;

/** A short list to choose from by typing or with the arrows: a combobox whose list is always open. */
@Component({
  selector: 'st-choice-list',
  imports: [Icon],
  template: `
    <input
      class="st-control"
      role="combobox"
      aria-expanded="true"
      autocomplete="off"
      [attr.aria-label]="label()"
      [attr.aria-controls]="id"
      [attr.aria-activedescendant]="choices().length > 0 ? id + '-' + at() : null"
      [placeholder]="placeholder()"
      [value]="typed()"
      (input)="type($any($event.target).value)"
      (keydown)="keyed($event)"
    />
    <ul role="listbox" [id]="id" [attr.aria-label]="label()">
      @for (choice of choices(); track choice.value; let index = $index) {
        <li
          role="option"
          tabindex="-1"
          [id]="id + '-' + index"
          [attr.aria-selected]="index === at()"
          (click)="chosen.emit(choice.value)"
          (keydown.enter)="chosen.emit(choice.value)"
        >
          @if (choice.icon; as icon) {
            <st-icon [name]="icon" />
          }
          <span>{{ choice.words }}</span>
          @if (choice.hint) {
            <small>{{ choice.hint }}</small>
          }
        </li>
      } @empty {
        <li class="none" role="option" aria-selected="false" aria-disabled="true">{{ none() }}</li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--st-1);
    }
    ul {
      display: grid;
      max-height: 18rem;
      margin: 0;
      padding: 0;
      overflow-y: auto;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--st-2);
      min-height: 2.25rem;
      padding: 0 var(--st-3);
      border-radius: var(--st-radius);
      cursor: pointer;
    }
    li[aria-selected='true'] {
      background: var(--st-accent-soft);
      color: var(--st-accent);
    }
    li:hover:not(.none) {
      background: var(--st-accent-soft);
    }
    small {
      margin-inline-start: auto;
      color: var(--st-ink-muted);
    }
    .none {
      color: var(--st-ink-muted);
      cursor: default;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChoiceList {
  readonly label = input.required<string>();
  readonly placeholder = input('');
  readonly none = input('Nothing fits.');
  /** What is offered for what is typed. */
  readonly offer = input.required<(typed: string) => readonly Choice[]>();
  readonly chosen = output<string>();
  protected readonly id = `choices-${++made}`;
  protected readonly typed = signal('');
  protected readonly at = signal(0);
  protected readonly choices = computed(() => this.offer()(this.typed()));

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => host.querySelector('input')?.focus());
  }

  protected type(text: string): void {
    this.typed.set(text);
    this.at.set(0);
  }

  protected keyed(event: KeyboardEvent): void {
    const last = this.choices().length - 1;
    const choice = this.choices()[this.at()];
    if (event.key === 'ArrowDown') this.at.update((at) => (at >= last ? 0 : at + 1));
    else if (event.key === 'ArrowUp') this.at.update((at) => (at <= 0 ? last : at - 1));
    else if (event.key === 'Enter' && choice) this.chosen.emit(choice.value);
    else return;
    event.preventDefault();
  }
}
