import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { EvidenceView } from '@stipple/contracts';
import { factDefinition, factNames, factValueWords } from '@stipple/domain';
import { Icon } from '@stipple/ui';

/** Every fact a policy can ask about: what is known of it, and what is not. Which of them matter, the payer's policy says. */
@Component({
  selector: 'st-facts-card',
  imports: [Icon],
  template: `
    <section aria-labelledby="facts-title">
      <header>
        <h2 id="facts-title">Facts</h2>
        <span class="st-small st-muted">{{ known() }} of {{ facts().length }} known</span>
      </header>
      <ul>
        @for (fact of facts(); track fact.name) {
          <li [class.open]="fact.value === null">
            <st-icon [name]="fact.value === null ? 'circle' : 'circle-check'" />
            <span>{{ fact.words }}</span>
            <b>{{ fact.value ?? 'not known' }}</b>
          </li>
        }
      </ul>
    </section>
  `,
  styleUrl: './section.css',
  styles: `
    li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) minmax(0, auto);
      align-items: center;
      gap: var(--st-2);
      min-height: 1.875rem;
      line-height: 1.3;
    }
    li st-icon {
      color: var(--st-good);
    }
    li b {
      max-width: 10rem;
      text-align: end;
      font-weight: 560;
      overflow-wrap: anywhere;
    }
    .open :is(st-icon, b) {
      color: var(--st-ink-muted);
      font-weight: 400;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FactsCard {
  readonly view = input.required<EvidenceView>();
  protected readonly facts = computed(() =>
    factNames.map((name) => {
      const { words } = factDefinition(name);
      const fact = this.view().facts[name];
      return {
        name,
        words: `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
        value: fact ? factValueWords(name, fact.value) : null,
      };
    }),
  );
  protected readonly known = computed(() => this.facts().filter(({ value }) => value !== null).length);
}
