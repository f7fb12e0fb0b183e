import type { Subject } from '../case-facts';
import { Lifecycle, nowhere } from '../lifecycle/lifecycle';

/** What happened to the money of an agreement. Written once: what was wrong is set right by another entry. */
export const ledgerEntryLifecycle: Lifecycle<'posted', Subject<'posted'>> = {
  subject: 'ledger_entry',
  words: 'a ledger entry',
  states: { posted: 'posted' },
  terminal: ['posted'],
  outlivesCase: true,
  // prettier-ignore
  moves: [
    { move: 'charge', label: 'Charge session', happened: 'Session charged', from: [nowhere], to: ['posted'], by: ['physician', 'coordinator'], needs: [], guards: [] },
    { move: 'pay', label: 'Record payment', happened: 'Payment recorded', from: [nowhere], to: ['posted'], by: ['coordinator', 'manager'], needs: ['cents', 'method', 'onDay'], guards: [] },
    { move: 'refund', label: 'Record refund', happened: 'Refund recorded', from: [nowhere], to: ['posted'], by: ['coordinator', 'manager'], needs: ['cents', 'method', 'onDay', 'words'], guards: [] },
    { move: 'adjust', label: 'Record adjustment', happened: 'Adjustment recorded', from: [nowhere], to: ['posted'], by: ['manager'], needs: ['cents', 'onDay', 'words'], guards: [] },
    { move: 'reverse', label: 'Reverse entry', happened: 'Entry reversed', from: [nowhere], to: ['posted'], by: ['coordinator', 'manager'], needs: ['words'], guards: [] },
  ],
};

/** By when which part of the price is paid. A new plan replaces the one before, which stays to be read. */
export const paymentPlanLifecycle: Lifecycle<'agreed' | 'replaced', Subject<'agreed' | 'replaced'>> = {
  subject: 'payment_plan',
  words: 'a payment plan',
  states: { agreed: 'agreed', replaced: 'replaced' },
  terminal: ['replaced'],
  outlivesCase: true,
  // prettier-ignore
  moves: [
    { move: 'agree', label: 'Set payment plan', happened: 'Payment plan set', from: [nowhere], to: ['agreed'], by: ['coordinator', 'manager'], needs: ['count', 'firstOn', 'every'], guards: [] },
    { move: 'replace', label: 'Replace payment plan', happened: 'Payment plan replaced', from: ['agreed'], to: ['replaced'], by: ['coordinator', 'manager'], needs: [], guards: [] },
  ],
};
