import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { CaseView } from '@stipple/contracts';
import { AuthorizationAnswer } from '@stipple/payers-ui/authorization';
import { formatDateTime, joined } from '@stipple/ui';
import { CaseMoves } from '../case-moves';
import { MoveButtons } from './move-buttons';
import { NothingYet } from './nothing-yet';

/** What member services said, call by call. */
@Component({
  selector: 'st-calls-section',
  imports: [AuthorizationAnswer, MoveButtons, NothingYet],
  template: `
    @let view = this.view();
    <section aria-labelledby="calls-title">
      <header>
        <h2 id="calls-title">Benefit calls</h2>
        <st-move-buttons
          [view]="view"
          [mover]="{ subject: 'benefit_call', id: null, version: 0 }"
          [moves]="view.beginnings['benefit_call'] ?? []"
          (made)="made.emit()"
        />
      </header>
      <st-authorization-answer [caseId]="view.id" [callable]="callable()" (called)="call()" />
      @for (call of view.benefitCalls; track call.id) {
        <div class="item">
          <div class="line">
            <b>{{ required[call.authorizationRequired] }}</b>
            <span class="st-muted">{{ time(call.calledAt) }}, with {{ call.representative }}</span>
            <span class="st-muted">ref. {{ call.referenceNumber }}</span>
          </div>
          <p class="quote">{{ call.answer }}</p>
          <p class="st-small st-muted">{{ callFacts(call) }}</p>
        </div>
      } @empty {
        <st-nothing-yet subject="benefit_call" move="record"
          >Nobody has called member services yet. The call says whether this plan wants an authorization; a
          request rests on its reference number.</st-nothing-yet
        >
      }
    </section>
  `,
  styleUrl: './section.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CallsSection {
  readonly view = input.required<CaseView>();
  readonly made = output();
  private readonly moves = inject(CaseMoves);
  protected readonly callable = computed(
    () => this.view().beginnings['benefit_call']?.some(({ refusals }) => refusals.length === 0) ?? false,
  );
  protected readonly required = {
    yes: 'Authorization required',
    no: 'No authorization required',
    unknown: 'Could not say whether required',
  };

  protected async call(): Promise<void> {
    const mover = { subject: 'benefit_call', id: null, version: 0 };
    if (await this.moves.open(this.view(), mover, 'record')) this.made.emit();
  }

  protected time(instant: string): string {
    return formatDateTime(instant, this.view().timeZone);
  }

  protected callFacts(call: CaseView['benefitCalls'][number]): string {
    return joined(
      `asked about ${call.codesAsked.join(', ')}`,
      call.policyCited && `policy ${call.policyCited}`,
      `recorded by ${call.by}`,
    );
  }
}
