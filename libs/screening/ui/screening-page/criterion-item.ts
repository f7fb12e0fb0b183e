import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CriterionResult, FactUsed, criterionRoleWords, factValueWords } from '@stipple/domain';
import { Chip } from '@stipple/ui';
import { ScreeningModel } from './screening-model';
import { factWords, lookOf, suppliers } from './words';

/** One criterion: what it comes to, in whose words, by which facts and evidence, or what would settle it. */
@Component({
  selector: 'st-criterion-item',
  imports: [Chip, RouterLink],
  template: `
    @let one = criterion();
    <div class="line">
      <h3>{{ one.label }}</h3>
      <st-chip [tone]="look().tone" [icon]="look().icon">{{ look().words }}</st-chip>
    </div>
    <p class="st-small st-muted">{{ role() }}</p>
    <blockquote>“{{ one.quote }}”</blockquote>
    @for (fact of one.used; track fact.fact) {
      <p class="st-small">
        <b>{{ factWords(fact.fact) }}:</b> {{ valueWords(fact) }}
        @if (isTried(fact)) {
          <em>tried, not recorded</em>
        }
        @for (source of sourcesOf(fact); track source.id) {
          <a [routerLink]="['/cases', model.view()?.caseId, 'evidence']" [fragment]="source.id">{{
            source.words
          }}</a>
        } @empty {
          @if (!isTried(fact)) {
            <span class="st-muted">from the case itself</span>
          }
        }
      </p>
    }
    @if (one.missing.length > 0) {
      <p class="st-small missing">
        To settle it:
        @for (name of one.missing; track name; let last = $last) {
          {{ factWords(name).toLowerCase() }} ({{ suppliers(name) }}){{ last ? '.' : ';' }}
        }
      </p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--st-1);
      padding: var(--st-3) var(--st-3);
      border-inline-start: 4px solid transparent;
    }
    :host(.lit) {
      border-color: var(--st-accent);
      background: var(--st-accent-soft);
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--st-1) var(--st-3);
    }
    h3 {
      min-width: 0;
      overflow-wrap: anywhere;
    }
    blockquote {
      margin: 0;
      padding-inline-start: var(--st-3);
      border-inline-start: 3px solid var(--st-line);
      color: var(--st-ink-muted);
      overflow-wrap: anywhere;
    }
    a {
      display: inline-block;
      min-height: 1.5rem;
      margin-inline-start: var(--st-2);
    }
    .missing {
      color: var(--st-warn);
    }
  `,
  host: { '[class.lit]': 'isLit()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CriterionItem {
  readonly criterion = input.required<CriterionResult>();
  protected readonly model = inject(ScreeningModel);
  protected readonly factWords = factWords;
  protected readonly suppliers = suppliers;
  protected readonly look = computed(() => lookOf(this.criterion()));
  protected readonly role = computed(() => {
    const { role, group } = this.criterion();
    return group ? `${criterionRoleWords[role]}: ${group}` : criterionRoleWords[role];
  });
  /** Whether the fact under pointer or focus could still settle it. */
  protected readonly isLit = computed(() => {
    const [lit, view, { id }] = [this.model.lit(), this.model.view(), this.criterion()];
    const open = view?.result.criteria.find((one) => one.id === id)?.missing ?? [];
    return lit !== null && open.includes(lit);
  });

  protected valueWords({ fact, value }: FactUsed): string {
    return factValueWords(fact, value);
  }

  protected isTried({ fact }: FactUsed): boolean {
    return this.model.tried().has(fact);
  }

  protected sourcesOf({ evidence }: FactUsed): readonly { id: string; words: string }[] {
    return this.model.view()?.evidence.filter(({ id }) => evidence.includes(id)) ?? [];
  }
}
