import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PolicyFinding } from '@stipple/contracts';
import { PolicyVersion, criterionRoleWords, criterionSentence, exclusionGroundWords } from '@stipple/domain';
import { Chip, Icon, Tone } from '@stipple/ui';

const tones: Readonly<Record<string, Tone>> = {
  required: 'accent',
  one_of: 'accent',
  excluding: 'bad',
  supporting: 'quiet',
};

/** Each criterion as a sentence, with the payer’s own words beside it, and what contradicts it. */
@Component({
  selector: 'st-criteria-list',
  imports: [Chip, Icon],
  template: `
    <ol>
      @for (one of criteria(); track one.id) {
        <li [id]="'criterion-' + one.id">
          <div>
            <h3>{{ one.label }}</h3>
            <st-chip [tone]="one.tone">{{ one.role }}</st-chip>
            <p>{{ one.sentence }}</p>
            @for (finding of one.findings; track finding.sentence) {
              <p class="finding" [attr.data-severity]="finding.severity">
                <st-icon name="warning" /><span>{{ finding.sentence }}</span>
              </p>
            }
          </div>
          <blockquote>{{ one.quote }}</blockquote>
        </li>
      }
    </ol>
  `,
  styleUrl: './criteria-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CriteriaList {
  readonly policy = input.required<PolicyVersion>();
  readonly findings = input<readonly PolicyFinding[]>([]);
  protected readonly criteria = computed(() =>
    this.policy().criteria.map((one) => ({
      ...one,
      tone: tones[one.role] ?? 'quiet',
      role: roleOf(one),
      sentence: criterionSentence(one),
      findings: this.findings().filter(({ criteria }) => criteria.includes(one.id)),
    })),
  );
}

export function roleOf({ role, group, excludesAs }: PolicyVersion['criteria'][number]): string {
  if (role === 'one_of') return `One of “${group}” is required`;
  if (role === 'excluding' && excludesAs)
    return `Excludes: ${exclusionGroundWords[excludesAs].toLowerCase()}`;
  return criterionRoleWords[role];
}
