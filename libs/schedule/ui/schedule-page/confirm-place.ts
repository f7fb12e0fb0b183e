import { DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { ProblemBanner } from '@stipple/ui';
import { Booking } from '../booking';
import { Placing } from '../placing';

/** Everything that is about to be booked, read once more before it is. A refusal leads back to the calendar. */
@Component({
  selector: 'st-confirm-place',
  imports: [ProblemBanner],
  template: `
    <section class="sheet">
      <h2 id="confirm-title">
        {{ placing.verb() === 'Move' ? 'Move this session?' : 'Book this session?' }}
      </h2>
      <dl>
        @for (fact of placing.facts(); track fact[0]) {
          <dt>{{ fact[0] }}</dt>
          <dd>{{ fact[1] }}</dd>
        }
      </dl>
      @for (refusal of placing.refusals(); track refusal.sentence) {
        <p class="bad" role="alert">Taken meanwhile: {{ refusal.sentence }}</p>
      }
      <st-problem [problem]="placing.problem()" />
      <footer>
        <button type="button" class="st-button" (click)="ref.close()">Back to the calendar</button>
        <button
          type="button"
          class="st-button main"
          [disabled]="booking.busy() || placing.refusals().length > 0"
          (click)="send()"
        >
          {{ booking.busy() ? 'Saving…' : placing.verb() }}
        </button>
      </footer>
    </section>
  `,
  styles: `
    .sheet {
      display: grid;
      gap: var(--st-4);
      padding: var(--st-5);
      border-radius: var(--st-radius-large);
      background: var(--st-surface);
      box-shadow: var(--st-shadow-float);
    }
    dl {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--st-2) var(--st-4);
    }
    dt {
      color: var(--st-ink-muted);
    }
    dd {
      font-weight: 560;
      overflow-wrap: anywhere;
    }
    .bad {
      color: var(--st-bad);
      font-weight: 560;
    }
    footer {
      display: flex;
      flex-wrap: wrap;
      justify-content: end;
      gap: var(--st-2);
    }
    @media (max-width: 34rem) {
      footer .st-button {
        flex: 1;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfirmPlace {
  protected readonly placing = inject(Placing);
  protected readonly booking = inject(Booking);
  protected readonly ref = inject<DialogRef<void>>(DialogRef);

  /** Without a connection one may try again here; whatever else is refused is mended on the calendar. */
  protected async send(): Promise<void> {
    await this.booking.send();
    if (!this.placing.problem()?.passing) this.ref.close();
  }
}
