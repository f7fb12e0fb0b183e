import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import {
  AuthorizationRule,
  PolicyVersion,
  RequiredDocument,
  authorizationAnswers,
  distressPositions,
  evidenceKindWords,
  evidenceKinds,
  procedures,
} from '@stipple/domain';
import { Icon } from '@stipple/ui';
import { ConditionEditor } from './condition-editor';
import { questionAbout } from './condition-parts';
import { blankDocument } from './edited-policy';

const positionWords: Record<PolicyVersion['distress']['position'], string> = {
  sufficient: 'Can be the only ground',
  with_another_ground: 'Counts beside another ground',
  not_a_basis: 'Refused as a ground',
  silent: 'Not mentioned',
};
const answerWords = { yes: 'required', no: 'not required', unknown: 'not said: call the payer' } as const;

/** What else a policy says: of distress, which documents it wants, and for which codes an authorization. */
@Component({
  selector: 'st-policy-rest-editor',
  imports: [ConditionEditor, Icon],
  templateUrl: './rest-editor.html',
  styleUrl: './editor-grid.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PolicyRestEditor {
  readonly policy = input.required<PolicyVersion>();
  readonly changed = output<PolicyVersion>();
  protected readonly positions = distressPositions;
  protected readonly positionWords = positionWords;
  protected readonly kinds = evidenceKinds;
  protected readonly kindWords = evidenceKindWords;
  protected readonly answers = authorizationAnswers;
  protected readonly answerWords = answerWords;
  protected readonly codes = procedures;

  protected typed({ target }: Event): string {
    return (target as HTMLInputElement).value;
  }

  protected put(part: Partial<PolicyVersion>): void {
    this.changed.emit({ ...this.policy(), ...part });
  }

  protected distress(part: Partial<PolicyVersion['distress']>): void {
    this.put({ distress: { ...this.policy().distress, ...part } });
  }

  protected document(at: number, part: Partial<RequiredDocument> | null): void {
    const { documents } = this.policy();
    const [one = blankDocument] = documents.slice(at, at + 1);
    this.put({
      documents: part === null ? documents.toSpliced(at, 1) : documents.toSpliced(at, 1, { ...one, ...part }),
    });
  }

  protected when(at: number, only: boolean): void {
    this.document(at, { when: only ? questionAbout('joint_involved') : null });
  }

  protected addDocument(): void {
    this.put({ documents: [...this.policy().documents, blankDocument] });
  }

  protected rule(at: number, part: Partial<AuthorizationRule> | null): void {
    const { authorization } = this.policy();
    const one = authorization[at] ?? { procedureCode: '', required: 'unknown', quote: null };
    this.put({
      authorization:
        part === null ? authorization.toSpliced(at, 1) : authorization.toSpliced(at, 1, { ...one, ...part }),
    });
  }

  protected addRule(): void {
    const { authorization } = this.policy();
    this.put({
      authorization: [
        ...authorization,
        { procedureCode: authorization.length === 0 ? '17999' : '', required: 'yes', quote: null },
      ],
    });
  }
}
