import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Icon } from '@stipple/ui';
import { PutAway } from './put-away';

/** One sentence on what something is, for the first visits. Once put away it stays away. */
@Component({
  selector: 'st-hint',
  imports: [Icon],
  template: `
    @if (!putAway.has(about())) {
      <aside [attr.aria-label]="'What is this: ' + about()">
        <st-icon name="help" />
        <p><ng-content /></p>
        <button type="button" class="st-button quiet small" (click)="putAway.put(about())">
          Got it<span class="st-hidden">, put away what is said about {{ about() }}</span>
        </button>
      </aside>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    aside {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--st-2);
      padding: var(--st-1) var(--st-3);
      border-radius: var(--st-radius);
      background: var(--st-info-soft);
      color: var(--st-info);
      font-size: var(--st-size-small);
    }
    /* In a narrow card the button goes below, instead of squeezing the sentence. */
    p {
      flex: 1 1 13rem;
    }
    button {
      margin-inline-start: auto;
      color: inherit;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Hint {
  /** What is explained, in a word or two: “the lock”. */
  readonly about = input.required<string>();
  protected readonly putAway = inject(PutAway);
}
