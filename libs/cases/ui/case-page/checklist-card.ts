import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseView } from '@stipple/contracts';
import { CheckItem, CheckState, checklistOf } from '@stipple/domain';
import { Icon, IconName } from '@stipple/ui';
import { CaseActions } from './case-actions';

const looks: Readonly<Record<CheckState, { icon: IconName; words: string }>> = {
  have: { icon: 'circle-check', words: 'Have' },
  waiting: { icon: 'hourglass', words: 'Waiting' },
  missing: { icon: 'circle', words: 'Missing' },
  not_applicable: { icon: 'minus', words: 'Not needed' },
};

/** What the case needs until it can be treated, with what of it is there. What is missing is added from here. */
@Component({
  selector: 'st-checklist-card',
  imports: [Icon, RouterLink],
  template: `
    <section aria-labelledby="checklist-title">
      <header>
        <h2 id="checklist-title">Checklist</h2>
        <span class="st-small st-muted">{{ have() }} of {{ needed() }}</span>
      </header>
      <ul>
        @for (item of items(); track item.name) {
          <li [attr.data-state]="item.state">
            <st-icon [name]="looks[item.state].icon" />
            <span>
              {{ item.words }}
              @if (item.why) {
                <small>{{ item.why }}</small>
              }
            </span>
            <small>{{ looks[item.state].words }}</small>
            @if (item.page; as page) {
              <a class="st-button small quiet" [routerLink]="['/cases', view().id, page]"
                >{{ item.state === 'missing' ? 'Fill in' : 'Open'
                }}<span class="st-hidden"> {{ item.words.toLowerCase() }}</span></a
              >
            }
            @if (item.add && actions.legal(item.add.subject, item.add.move)) {
              <button type="button" class="st-button small quiet" (click)="add(item.add)">
                Add<span class="st-hidden"> {{ item.words.toLowerCase() }}</span>
              </button>
            }
          </li>
        }
      </ul>
    </section>
  `,
  styleUrl: './section.css',
  styles: `
    ul {
      display: grid;
      list-style: none;
      padding: 0;
    }
    li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto auto;
      align-items: center;
      gap: var(--st-2);
      min-height: 2rem;
      padding-block: 2px;
      line-height: 1.3;
    }
    small {
      color: var(--st-ink-muted);
    }
    li > small:last-child {
      grid-column: 3 / span 2;
    }
    span small {
      display: block;
    }
    li[data-state='have'] st-icon {
      color: var(--st-good);
    }
    li[data-state='waiting'] st-icon {
      color: var(--st-warn);
    }
    li[data-state='missing'] small {
      color: var(--st-ink);
    }
    li[data-state='not_applicable'] {
      color: var(--st-ink-muted);
    }
    .st-button {
      min-height: 1.75rem;
      margin-inline-end: calc(-1 * var(--st-2));
      padding: 0 var(--st-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChecklistCard {
  readonly view = input.required<CaseView>();
  protected readonly actions = inject(CaseActions);
  protected readonly looks = looks;
  protected readonly items = computed(() => checklistOf(this.view()));
  protected readonly have = computed(() => this.items().filter(({ state }) => state === 'have').length);
  protected readonly needed = computed(
    () => this.items().filter(({ state }) => state !== 'not_applicable').length,
  );

  /** A document opens as the kind that is missing; somebody who has another one chooses it there. */
  protected add({ subject, move, kind }: NonNullable<CheckItem['add']>): void {
    void this.actions.make(subject, move, kind && { kind });
  }
}
