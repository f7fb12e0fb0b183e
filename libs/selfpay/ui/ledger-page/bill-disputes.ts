import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import type { DisputeView, LedgerView } from '@stipple/contracts';
import { estimateAskerWords, formatCents, outcomeWords } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { Api, Chip, FormOpener, formatDay } from '@stipple/ui';

/** The bill beside the estimate, provider by provider, and what the patient disputes of it. */
@Component({
  selector: 'st-bill-disputes',
  imports: [Chip],
  template: `
    <section class="st-card" aria-labelledby="disputes-title">
      <h2 id="disputes-title">Bill and estimate</h2>
      <ul>
        @for (bill of ledger().bills; track bill.provider) {
          <li>
            <b>{{ bill.provider }}</b>
            <span class="st-small"
              >{{ money(bill.chargedCents) }} charged, {{ money(bill.estimatedCents) }} estimated</span
            >
          </li>
        }
        @for (dispute of ledger().disputes; track dispute.id) {
          <li>
            @if (dispute.state === 'open') {
              <st-chip tone="warn" icon="hourglass">Disputed: on hold</st-chip>
            } @else {
              <st-chip tone="quiet" icon="circle-check">Dispute closed</st-chip>
            }
            <span
              >{{ dispute.provider }} billed {{ money(dispute.billedCents) }},
              <b>{{ money(dispute.overByCents) }} over the estimate</b></span
            >
            <small
              >First bill {{ day(dispute.billedOn) }}, window until {{ day(dispute.windowEndsOn) }}. Begun
              {{ day(dispute.openedOn) }} by {{ askers[dispute.openedBy].toLowerCase() }}, recorded by
              {{ dispute.by }}.
              @if (dispute.outcome) {
                Closed {{ day(dispute.closedOn) }}. {{ outcomes[dispute.outcome] }}.
              }
            </small>
            @if (dispute.state === 'open' && mayRecord) {
              <button type="button" class="st-button small" (click)="close(dispute)">Close dispute</button>
            }
          </li>
        }
      </ul>
      <p class="st-small st-muted">
        A bill of $400 or more over the estimate can be disputed for 120 days from the first bill. While a
        dispute is open nothing is collected, and care goes on.
      </p>
      @if (mayRecord) {
        <div>
          <button type="button" class="st-button" (click)="open()">Record dispute</button>
        </div>
      }
    </section>
  `,
  styles: `
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--st-3);
      padding: var(--st-4) var(--st-5);
    }
    h2 {
      font-size: 1.0625rem;
    }
    ul {
      display: grid;
      gap: var(--st-3);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--st-1) var(--st-3);
      overflow-wrap: anywhere;
    }
    small {
      flex: 1 1 100%;
      color: var(--st-ink-muted);
      font-size: var(--st-size-small);
    }
    @media (max-width: 40rem) {
      section {
        padding: var(--st-4);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BillDisputes {
  readonly ledger = input.required<LedgerView>();
  readonly changed = output();
  private readonly api = inject(Api);
  private readonly opener = inject(FormOpener);
  protected readonly mayRecord = inject(CurrentPerson).holds('coordinator');
  protected readonly outcomes = outcomeWords;
  protected readonly askers = estimateAskerWords;
  protected readonly money = formatCents;
  protected readonly day = formatDay;

  protected async open(): Promise<void> {
    const { openDisputeForm } = await import('./dispute-forms');
    const form = openDisputeForm({ api: this.api, ledger: this.ledger() });
    if (await this.opener.open(form)) this.changed.emit();
  }

  protected async close(dispute: DisputeView): Promise<void> {
    const { closeDisputeForm } = await import('./dispute-forms');
    const form = closeDisputeForm({ api: this.api, ledger: this.ledger() }, dispute);
    if (await this.opener.open(form)) this.changed.emit();
  }
}
