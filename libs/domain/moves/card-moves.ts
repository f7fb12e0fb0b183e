import type { Subject } from '../case-facts';
import { Lifecycle, nowhere } from '../lifecycle/lifecycle';

export const cardStates = ['asked', 'posted', 'ended', 'held', 'settled'] as const;
export type CardState = (typeof cardStates)[number];

/**
 * A payment that is asked for online, or a refund to the card of one. Money is posted only when the card provider says
 * that it came or went, and what cannot be posted as it was asked for is held until somebody has seen to it. What the
 * provider says comes after the case, too: money that has come is never turned away.
 */
export const cardTransactionLifecycle: Lifecycle<CardState, Subject<CardState>> = {
  subject: 'card_transaction',
  words: 'a card transaction',
  states: {
    asked: 'asked for',
    posted: 'confirmed and posted',
    ended: 'not made',
    held: 'held, for somebody to look at',
    settled: 'seen to',
  },
  terminal: ['posted', 'settled'],
  outlivesCase: true,
  // prettier-ignore
  moves: [
    { move: 'ask', label: 'Ask for a card payment', happened: 'Card payment asked for', from: [nowhere], to: ['asked'], by: ['coordinator', 'manager'], needs: ['cents'], guards: [] },
    { move: 'give_back', label: 'Refund to the card', happened: 'Refund to the card asked for', from: [nowhere], to: ['asked'], by: ['coordinator', 'manager'], needs: ['cents', 'words'], guards: [] },
    { move: 'post', label: 'Confirm card transaction', happened: 'Confirmed by the card provider', from: [nowhere, 'asked', 'ended'], to: ['posted'], by: ['coordinator', 'manager'], needs: [], guards: [] },
    { move: 'end', label: 'End card transaction', happened: 'Not made, by the card provider', from: ['asked'], to: ['ended'], by: ['coordinator', 'manager'], needs: [], guards: [] },
    { move: 'hold', label: 'Hold card transaction', happened: 'Held: not as it was asked for', from: [nowhere, 'asked', 'ended'], to: ['held'], by: ['coordinator', 'manager'], needs: [], guards: [] },
    { move: 'settle', label: 'Say what was done', happened: 'Seen to', from: ['held'], to: ['settled'], by: ['coordinator', 'manager'], needs: ['outcome'], guards: [] },
  ],
};
