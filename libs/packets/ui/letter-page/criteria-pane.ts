import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { LetterDesk } from '@stipple/contracts';
import { LetterCheck } from '@stipple/domain';
import { Chip, IconName, Tone, formatDay } from '@stipple/ui';

type Criterion = LetterDesk['criteria'][number];

const truths: Readonly<Record<Criterion['truth'], { tone: Tone; icon: IconName; words: string }>> = {
  met: { tone: 'good', icon: 'circle-check', words: 'Met' },
  not_met: { tone: 'bad', icon: 'circle-x', words: 'Not met' },
  unknown: { tone: 'quiet', icon: 'help', words: 'Unknown' },
};
// Met, an exclusion is bad news.
const excluded = { tone: 'bad', icon: 'ban', words: 'Excludes it' } as const;
const notExcluded = { tone: 'good', icon: 'circle-check', words: 'Does not apply' } as const;

const roles = {
  required: 'required',
  one_of: 'one of a group',
  excluding: 'excludes coverage',
  supporting: 'supports',
} as const;

/** What the payer wants, in its own words, with what the record has on it and whether the letter speaks of it. */
@Component({
  selector: 'st-criteria-pane',
  imports: [Chip],
  template: `
    @let desk = this.desk();
    <h2 id="criteria-title">Payer’s criteria</h2>
    @if (desk.policy; as policy) {
      <p class="st-small st-muted">
        {{ desk.payer }}: {{ policy.title }}, {{ policy.number }}, version {{ policy.version }}. Read by
        {{ policy.readBy }} on {{ formatDay(policy.readOn) }}.
      </p>
    } @else {
      <p class="st-small none">
        No policy of {{ desk.payer }} is on file. These are the usual criteria of the trade, in our words; ask
        the payer for its own before you quote anything.
      </p>
    }
    <ol>
      @for (one of desk.criteria; track one.id) {
        @let look = looks(one);
        <li>
          <p class="line">
            <b>{{ one.label }}</b>
            <st-chip [tone]="look.tone" [icon]="look.icon">{{ look.words }}</st-chip>
          </p>
          <blockquote>“{{ one.quote }}”</blockquote>
          <p class="st-small st-muted">
            {{ roles[one.role] }}
            @if (one.missing.length > 0) {
              · not on record: {{ one.missing.join(', ') }}
            }
            @if (one.ref && quoted().has(one.ref)) {
              · quoted in the letter
            }
          </p>
        </li>
      }
    </ol>
  `,
  styleUrl: './pane.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CriteriaPane {
  readonly desk = input.required<LetterDesk>();
  readonly check = input<LetterCheck | null>(null);
  protected readonly quoted = computed(
    () => new Set(this.check()?.sentences.flatMap(({ bound }) => bound.map(({ ref }) => ref)) ?? []),
  );
  protected readonly roles = roles;
  protected readonly formatDay = formatDay;

  protected looks({ role, truth }: Criterion) {
    if (role !== 'excluding' || truth === 'unknown') return truths[truth];
    return truth === 'met' ? excluded : notExcluded;
  }
}
