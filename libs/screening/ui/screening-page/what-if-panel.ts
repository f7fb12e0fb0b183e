import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { AnyFactValue, FactName, factDefinition } from '@stipple/domain';
import { ScreeningModel } from './screening-model';
import { FactInput } from './fact-input';
import { suppliers } from './words';

/** What nobody knows yet, each with an input of its kind: the screening follows as one types. Nothing is recorded. */
@Component({
  selector: 'st-what-if-panel',
  imports: [FactInput],
  template: `
    <section class="st-card" aria-labelledby="what-if-title">
      <header>
        <h2 id="what-if-title">What if</h2>
        @if (model.isTrying()) {
          <button type="button" class="st-button small" (click)="model.tried.set(none)">
            Forget what was tried
          </button>
        }
      </header>
      @if (hint(); as words) {
        <p class="st-small">{{ words }}</p>
      }
      <ul>
        @for (one of asked(); track one.fact) {
          <li
            (mouseenter)="model.lit.set(one.fact)"
            (mouseleave)="model.lit.set(null)"
            (focusin)="model.lit.set(one.fact)"
            (focusout)="model.lit.set(null)"
          >
            <st-fact-input
              [fact]="one.fact"
              [value]="model.tried().get(one.fact) ?? null"
              (changed)="model.assume(one.fact, $event)"
            />
            <p class="st-small st-muted">From: {{ suppliers(one.fact) }}</p>
            <div class="cases">
              @for (way of one.cases.slice(0, 4); track way.words) {
                <button
                  type="button"
                  class="st-button small"
                  [attr.aria-pressed]="isTried(one.fact, way.value)"
                  (click)="toggle(one.fact, way.value)"
                >
                  {{ way.words }}
                </button>
              }
            </div>
          </li>
        } @empty {
          <li class="st-muted">Every fact that this policy asks about is on record.</li>
        }
      </ul>
    </section>
  `,
  styles: `
    section {
      display: grid;
      gap: var(--st-2);
      padding: var(--st-4);
    }
    header {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: var(--st-2);
    }
    ul {
      display: grid;
      gap: var(--st-3);
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      gap: var(--st-1);
      padding-block-end: var(--st-3);
      border-block-end: 1px solid var(--st-line);
    }
    li:last-child {
      border: 0;
    }
    .cases {
      display: flex;
      flex-wrap: wrap;
      gap: var(--st-1);
    }
    .cases button {
      height: auto;
      min-height: 1.75rem;
      white-space: normal;
      text-align: start;
    }
    [aria-pressed='true'] {
      border-color: var(--st-accent);
      background: var(--st-accent-soft);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WhatIfPanel {
  protected readonly model = inject(ScreeningModel);
  protected readonly suppliers = suppliers;
  protected readonly none: ReadonlyMap<FactName, AnyFactValue> = new Map();
  protected readonly asked = computed(() => this.model.view()?.whatIf.facts ?? []);
  /** What to find out first, or the shortest way to “likely medical”. */
  protected readonly hint = computed(() => {
    const found = this.model.view()?.whatIf;
    if (!found) return null;
    const names = (list: readonly FactName[]) => list.map((name) => factDefinition(name).words).join(', ');
    const settles = found.settles
      ? `Nothing is missing any more once you know: ${names(found.settles.facts)}.`
      : '';
    const way = found.toMedical
      ? ` The shortest way to “likely medical”: ${found.toMedical.facts.map(({ words }) => words).join('; ')}.`
      : '';
    return `${settles}${way}`.trim() || null;
  });

  protected isTried(fact: FactName, value: AnyFactValue): boolean {
    return JSON.stringify(this.model.tried().get(fact)) === JSON.stringify(value);
  }

  protected toggle(fact: FactName, value: AnyFactValue): void {
    this.model.assume(fact, this.isTried(fact, value) ? null : value);
  }
}
