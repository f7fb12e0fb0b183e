import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type StandingList, standingDefinitions } from '@stipple/domain';

/** What a number counts, what it leaves out and from which day, word for word as the definition has it. */
@Component({
  selector: 'st-counting-note',
  template: `
    <details>
      <summary [attr.aria-label]="label() + ': ' + definition().name">{{ label() }}</summary>
      <dl>
        <dt>Counted</dt>
        <dd>{{ definition().counted }}</dd>
        <dt>Not counted</dt>
        <dd>{{ definition().notCounted }}</dd>
        <dt>Day</dt>
        <dd>{{ definition().day }}</dd>
      </dl>
    </details>
  `,
  styles: `
    details {
      font-size: var(--st-size-small);
    }
    summary {
      display: inline-flex;
      align-items: center;
      min-height: 1.5rem;
      color: var(--st-accent);
      text-decoration: underline;
      text-underline-offset: 0.15em;
      cursor: pointer;
    }
    dl {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--st-1) var(--st-3);
      max-width: 60rem;
      margin: var(--st-2) 0 0;
    }
    dt {
      color: var(--st-ink-muted);
    }
    dd {
      margin: 0;
    }
    @media (max-width: 36rem) {
      dl {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CountingNote {
  readonly list = input.required<StandingList>();
  /** What is pressed to read it, where two stand side by side. */
  readonly label = input('What it counts');
  protected readonly definition = computed(() => standingDefinitions[this.list()]);
}
