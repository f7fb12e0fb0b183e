import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import type { CaseView, FindingView } from '@stipple/contracts';
import { findingAnswers } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { Api, FormOpener } from '@stipple/ui';
import { findingForm } from './finding-form';

/** What only a reader of the letter and the plan’s papers can say, and what the ways after a decision hang on. */
@Component({
  selector: 'st-found-out',
  template: `
    @if (findings().length > 0) {
      <h4>What they hang on</h4>
      <ul class="plain">
        @for (finding of findings(); track finding.topic) {
          <li>
            <div class="line">
              <span class="grow">{{ finding.newest ? answerOf(finding) : finding.question }}</span>
              @if (mayFind()) {
                <button
                  type="button"
                  class="st-button quiet small"
                  [attr.aria-label]="(finding.newest ? 'Change: ' : 'Record: ') + finding.question"
                  (click)="find(finding)"
                >
                  {{ finding.newest ? 'Change' : 'Record' }}
                </button>
              }
            </div>
            @if (finding.newest; as newest) {
              <p class="st-small st-muted">{{ newest.words }} · {{ newest.by }}</p>
            }
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './section.css',
  styles: `
    h4 {
      margin: var(--st-1) 0;
      font-size: var(--st-size-small);
    }
    ul {
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FoundOut {
  readonly view = input.required<CaseView>();
  readonly requestId = input.required<string>();
  readonly findings = input.required<readonly FindingView[]>();
  readonly made = output();
  private readonly person = inject(CurrentPerson);
  private readonly api = inject(Api);
  private readonly opener = inject(FormOpener);

  protected mayFind(): boolean {
    return this.person.holds('coordinator') || this.person.holds('physician');
  }

  protected answerOf({ topic, newest }: FindingView): string {
    return findingAnswers[topic][newest?.says ? 'yes' : 'no'];
  }

  protected async find(finding: FindingView): Promise<void> {
    const form = findingForm(this.api, this.view(), this.requestId(), finding);
    if (await this.opener.open(form)) this.made.emit();
  }
}
