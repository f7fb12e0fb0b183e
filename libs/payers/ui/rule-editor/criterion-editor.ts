import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import {
  Condition,
  Criterion,
  CriterionRole,
  PolicyConflict,
  Refusal,
  criterionRoleWords,
  criterionRoles,
  criterionSentence,
  exclusionGroundWords,
  exclusionGrounds,
  parseCondition,
} from '@stipple/domain';
import { Icon } from '@stipple/ui';
import { ConditionEditor } from './condition-editor';
import { capital } from './condition-parts';

/** One criterion: the payer’s words, ours, the rule, and what the rule says as a sentence while it is typed. */
@Component({
  selector: 'st-criterion-editor',
  imports: [ConditionEditor, Icon],
  templateUrl: './criterion-editor.html',
  styleUrl: './criterion-editor.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CriterionEditor {
  readonly criterion = input.required<Criterion>();
  readonly place = input.required<number>();
  readonly last = input.required<boolean>();
  /** Groups that other criteria name. */
  readonly groups = input.required<readonly string[]>();
  readonly refusals = input.required<readonly Refusal[]>();
  readonly findings = input.required<readonly PolicyConflict[]>();
  readonly changed = output<Criterion>();
  readonly removed = output();
  readonly moved = output<number>();
  protected readonly roles = criterionRoles;
  protected readonly roleWords = criterionRoleWords;
  protected readonly grounds = exclusionGrounds;
  protected readonly groundWords = exclusionGroundWords;
  /** Null while the rule cannot be read: half a rule would be a wrong sentence. */
  protected readonly sentence = computed(() =>
    parseCondition(this.criterion().condition).ok ? criterionSentence(this.criterion()) : null,
  );
  protected readonly name = computed(() => this.criterion().label || `Criterion ${this.place() + 1}`);
  protected readonly mistakes = computed(() =>
    this.refusals().map(({ field = '', sentence }) => ({ about: partOf(field), sentence })),
  );

  protected put(part: Partial<Criterion>): void {
    this.changed.emit({ ...this.criterion(), ...part });
  }

  protected setCondition(condition: Condition): void {
    this.put({ condition });
  }

  protected setRole(role: CriterionRole): void {
    this.put({
      role,
      group: role === 'one_of' ? (this.groups()[0] ?? 'basis') : null,
      excludesAs: role === 'excluding' ? 'cosmetic' : null,
    });
  }
}

const partWords: Readonly<Record<string, string>> = {
  label: 'In our words',
  quote: 'In the payer’s words',
  group: 'Group',
  condition: 'Rule',
};

/** `policy.criteria.2.condition.any.0.oneOf` is a mistake of the rule. */
function partOf(field: string): string {
  const part = field.split('.')[3] ?? '';
  return partWords[part] ?? capital(part);
}
