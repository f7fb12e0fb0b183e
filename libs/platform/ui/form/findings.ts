import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { CodeWeight } from '@stipple/domain';
import { Icon, IconName } from '../parts/icon';

/** Something to say while a form is filled in: what will be refused, what is a warning, what is good to know. */
export interface Finding {
  readonly weight: CodeWeight;
  readonly sentence: string;
}

/** Sentences about what stands in a field, each with a picture and a word for how much it weighs. */
@Component({
  selector: 'st-findings',
  imports: [Icon],
  template: `
    @if (findings().length > 0) {
      <ul>
        @for (one of findings(); track one.sentence) {
          <li [attr.data-weight]="one.weight">
            <st-icon [name]="looks[one.weight].icon" />
            <span
              ><span class="st-hidden">{{ looks[one.weight].word }}: </span>{{ one.sentence }}</span
            >
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    ul {
      display: grid;
      gap: var(--st-1);
      margin: 0;
      padding: var(--st-1) 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: flex-start;
      gap: var(--st-2);
      font-size: var(--st-size-small);
      color: var(--st-info);
    }
    li st-icon {
      flex: none;
      margin-top: 0.15em;
    }
    li[data-weight='refused'] {
      color: var(--st-bad);
    }
    li[data-weight='before_request'] {
      color: var(--st-warn);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Findings {
  readonly findings = input.required<readonly Finding[]>();
  protected readonly looks: Record<CodeWeight, { readonly icon: IconName; readonly word: string }> = {
    refused: { icon: 'ban', word: 'Not possible' },
    before_request: { icon: 'warning', word: 'Warning' },
    note: { icon: 'alert', word: 'Note' },
  };
}
