import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PolicyComparison } from '@stipple/domain';
import { Chip, ProblemBanner, Skeleton, Tone, WordDiff, liveResource } from '@stipple/ui';

const looks: Readonly<Record<string, { readonly tone: Tone; readonly words: string }>> = {
  added: { tone: 'good', words: 'new' },
  removed: { tone: 'bad', words: 'gone' },
  changed: { tone: 'warn', words: 'changed' },
};

/** What one version says otherwise than another: rules that are new, gone or changed, word by word. */
@Component({
  selector: 'st-version-comparison',
  imports: [Chip, ProblemBanner, Skeleton, WordDiff],
  template: `
    <st-problem [problem]="page.problem()" [retriable]="true" (retry)="page.reload()" />
    @if (page.settled() && page.value()) {
      <ul>
        @for (one of changes(); track one.id) {
          <li>
            <p class="line">
              <st-chip [tone]="one.look.tone">{{ one.look.words }}</st-chip><b>{{ one.label }}</b>
            </p>
            <st-word-diff [before]="one.before ?? ''" [after]="one.after ?? ''" [label]="one.label" />
            @if (one.quotes) {
              <st-word-diff
                [before]="one.quoteBefore ?? ''"
                [after]="one.quoteAfter ?? ''"
                [label]="'The payer’s words: ' + one.label"
              />
            }
          </li>
        }
        @for (one of page.value()?.others ?? []; track one.what) {
          <li>
            <p class="line">
              <st-chip tone="warn">changed</st-chip><b>{{ one.what }}</b>
            </p>
            <st-word-diff [before]="one.before" [after]="one.after" [label]="one.what" />
          </li>
        }
      </ul>
      <p class="st-muted">{{ rest() }}</p>
    } @else if (!page.problem()) {
      <st-skeleton [lines]="4" />
    }
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--st-4);
      list-style: none;
      padding: 0;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--st-2);
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--st-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VersionComparison {
  readonly versionId = input.required<string>();
  readonly withId = input.required<string>();
  protected readonly page = liveResource<PolicyComparison>(
    () => ({ url: `/api/policy-versions/${this.versionId()}/comparison?with=${this.withId()}` }),
    () => false,
  );
  protected readonly changes = computed(() =>
    (this.page.value()?.criteria ?? []).flatMap((one) => {
      const look = looks[one.kind];
      return look ? [{ ...one, look, quotes: one.quoteBefore !== one.quoteAfter }] : [];
    }),
  );
  protected readonly rest = computed(() => {
    const same = (this.page.value()?.criteria ?? []).filter(({ kind }) => kind === 'same').length;
    if (this.changes().length === 0 && this.page.value()?.others.length === 0)
      return 'Both versions say the same.';
    return same === 1 ? 'One criterion is the same in both.' : `${same} criteria are the same in both.`;
  });
}
