import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { CaseView } from '@stipple/contracts';
import { readClassWords } from '@stipple/domain';
import { formatDay } from '@stipple/ui';

/** What the payer last refused, in their own words; how we class it stands below. */
@Component({
  selector: 'st-payers-words',
  template: `
    @if (denial(); as said) {
      <figure class="st-card">
        <blockquote>“{{ said.words }}”</blockquote>
        <figcaption class="st-muted st-small">
          {{ view().payer.name }}, denied {{ formatDay(said.deniedOn) }}. {{ said.code ? said.code + ' ' : ''
          }}{{ said.reason }} · {{ words[said.denialClass] }}
        </figcaption>
      </figure>
    }
  `,
  styles: `
    figure {
      padding: var(--st-3) var(--st-4);
      border-inline-start: 4px solid var(--st-bad);
    }
    blockquote {
      margin: 0 0 var(--st-1);
      font-size: var(--st-size-large);
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PayersWords {
  readonly view = input.required<CaseView>();
  protected readonly denial = computed(
    () => this.view().requests.find(({ denial }) => denial)?.denial ?? null,
  );
  protected readonly formatDay = formatDay;
  protected readonly words = readClassWords;
}
