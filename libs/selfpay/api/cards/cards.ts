import { Injectable } from '@nestjs/common';
import type { Principal } from '@stipple/database';
import { HttpProblem, Settings } from '@stipple/http';
import { CardProvider, type PageAsked, ProviderAway, ProviderRefused } from './card-provider';
import { StripeCards } from './stripe-cards';

/** A payment that is asked for, as far as its page needs it. */
export type CardPayment = Pick<PageAsked, 'id' | 'cents' | 'closesAt'>;

/** Whether cards are taken online here, and by whom. */
@Injectable()
export class Cards {
  private readonly known: CardProvider | null;

  constructor(private readonly settings: Settings) {
    this.known = settings.cards && new StripeCards(settings.cards);
  }

  get taken(): boolean {
    return this.known !== null;
  }

  /** @throws HttpProblem where cards are not taken online */
  get provider(): CardProvider {
    if (this.known === null) throw notTaken();
    return this.known;
  }

  pageOf({ clinicName }: Principal, payment: CardPayment): PageAsked {
    const back = `${this.settings.cards?.publicUrl ?? ''}/your-estimate?card=`;
    return { ...payment, clinicName, paidUrl: `${back}sent`, leftUrl: `${back}left` };
  }
}

/** Says what keeps the provider from doing something in words for whoever waits. */
export async function calmly<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProviderAway || error instanceof ProviderRefused) throw away();
    throw error;
  }
}

const notTaken = () => new HttpProblem(409, 'cards_not_taken', 'Cards are not taken online here.');

const away = () =>
  new HttpProblem(
    503,
    'cards_away',
    'The card provider does not answer as it should right now. Try again in a moment: nothing is charged or given back twice.',
    undefined,
    30,
  );
