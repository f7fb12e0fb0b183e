import { HttpClient } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  DestroyRef,
  computed,
  inject,
  signal,
} from '@angular/core';
import type { CardPage, PatientCardsView } from '@stipple/contracts';
import { patientCardTexts } from '@stipple/domain';
import { Api, ApiProblem } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';
import { backFromCard } from './back-from-card';
import { PatientVisit } from './patient-visit';

const address = '/api/your-estimate/card-payments';
/** How often, and for how long, the page asks whether the bank has confirmed: banks mostly take seconds. */
const askEvery = 3_000;
const mostAsks = 60;

type Fault = 'changed' | 'underWay' | 'away';

/**
 * What can be paid by card now, and how the last payment stands. The card is typed on the provider's page, to which the
 * browser goes from here; that somebody came back from there says nothing of whether they paid.
 */
@Component({
  selector: 'st-pay-by-card',
  template: `
    @if (view(); as cards) {
      @if (cards.offers.length > 0 || standing() !== '') {
        <section class="st-card" aria-labelledby="by-card">
          <h2 id="by-card">{{ texts().heading }}</h2>
          <div role="status">
            @if (standing(); as words) {
              <p [class.paid]="cards.last?.state === 'paid'">{{ words }}</p>
              @if (receipt(); as number) {
                <p class="number">{{ number }}</p>
              }
            }
          </div>
          @if (!confirming() && cards.offers.length > 0) {
            <p>{{ texts().lead }}</p>
            @for (offer of cards.offers; track offer.of) {
              <button
                type="button"
                class="st-button"
                [class.main]="$first && cards.last?.state !== 'paid'"
                [disabled]="busy()"
                (click)="pay(offer)"
              >
                {{ busy() ? texts().opening : offerWords(offer) }}
              </button>
            }
            @if (fault(); as fault) {
              <p class="mistake" role="alert">{{ texts()[fault] }}</p>
            }
            <p class="st-muted">{{ texts().other }}</p>
          }
        </section>
      }
    }
  `,
  styles: `
    section {
      display: grid;
      gap: var(--st-3);
      padding: var(--st-5);
    }
    h2 {
      font-size: 1.375rem;
    }
    /* Always there, so that what comes into it is read out; empty it takes no room. */
    [role='status'] {
      display: contents;
    }
    button {
      min-height: 3rem;
      padding: var(--st-2) var(--st-4);
      font-size: inherit;
      white-space: normal;
    }
    .paid {
      padding: var(--st-3);
      border-radius: var(--st-radius);
      color: var(--st-good);
      background: var(--st-good-soft);
    }
    .number {
      overflow-wrap: anywhere;
    }
    .mistake {
      color: var(--st-bad);
    }
    @media print {
      button {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PayByCard {
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);
  private readonly visit = inject(PatientVisit);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly back = backFromCard(this.window);
  protected readonly view = signal<PatientCardsView | null>(null);
  protected readonly busy = signal(false);
  protected readonly fault = signal<Fault | null>(null);
  protected readonly texts = computed(() => patientCardTexts[this.visit.language()]);
  /** The patient says that they paid, and the bank has not yet. */
  protected readonly confirming = computed(() => this.back === 'sent' && this.view()?.last?.state === 'open');
  protected readonly receipt = computed(() => {
    const name = this.view()?.last?.reference;
    return name ? this.visit.filled(this.texts().receipt, { name }) : '';
  });
  protected readonly standing = computed(() => {
    const last = this.view()?.last;
    if (!last) return '';
    const words = wordsFor(last.state, this.back);
    return words && this.visit.filled(this.texts()[words], { total: last.cents, day: last.on });
  });
  private gone = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.gone = true));
    void this.follow();
  }

  protected offerWords({ of, cents, dueOn }: PatientCardsView['offers'][number]): string {
    return this.visit.filled(this.texts()[of], { total: cents, ...(dueOn === null ? {} : { day: dueOn }) });
  }

  protected async pay({ of, cents }: PatientCardsView['offers'][number]): Promise<void> {
    this.busy.set(true);
    this.fault.set(null);
    try {
      const { url } = await this.api.post<CardPage>(address, { of, cents });
      this.window?.location.assign(url);
    } catch (error) {
      this.busy.set(false);
      this.fault.set(faultOf(ApiProblem.from(error)));
      await this.read();
    }
  }

  /** Reads how it stands; while the bank is still confirming, now and then again. */
  private async follow(): Promise<void> {
    for (let asks = 0; asks < mostAsks && !this.gone; asks++) {
      await this.read();
      if (!this.confirming()) return;
      await new Promise((resolve) => setTimeout(resolve, askEvery));
    }
  }

  /** Where it cannot be read the page goes without it: what the estimate says stands by itself. */
  private async read(): Promise<void> {
    const view = await firstValueFrom(this.http.get<PatientCardsView>(address)).catch(() => null);
    if (view !== null) this.view.set(view);
  }
}

type Last = NonNullable<PatientCardsView['last']>['state'];

/** Of a page that is open there is something to say only to whoever comes from there. */
function wordsFor(state: Last, back: ReturnType<typeof backFromCard>) {
  if (state === 'open') return back === 'sent' ? 'confirming' : back === 'left' ? 'left' : '';
  return ({ paid: 'paid', not_paid: 'notPaid', looked_at: 'lookedAt' } as const)[state];
}

function faultOf({ refusals }: ApiProblem): Fault {
  const codes = refusals.map(({ code }) => code);
  if (codes.includes('card_amount_changed')) return 'changed';
  return codes.includes('card_payment_under_way') ? 'underWay' : 'away';
}
