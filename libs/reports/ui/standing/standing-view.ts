import { DOCUMENT, Injectable, computed, inject } from '@angular/core';
import type { StandingPart, StandingList } from '@stipple/domain';
import { AddressedView } from '../report/addressed-view';
import {
  type StandingFilter,
  filterQuestion,
  readStandingAddress,
  standingFilters,
} from './standing-address';

/** What the page on where things stand shows, all of it read from the address, and the ways to change it. */
@Injectable()
export class StandingView extends AddressedView {
  protected readonly counted = [
    'auth_request',
    'benefit_call',
    'challenge',
    'dispute',
    'ledger_entry',
    'payer_authorization',
    'payment_plan',
    'self_pay_agreement',
    'treatment_case',
    'treatment_session',
  ];
  readonly address = computed(() => readStandingAddress((name) => this.parameters().get(name)));
  readonly question = computed(() => filterQuestion(this.address()));
  readonly filtered = computed(() => Object.keys(this.address().filters).length > 0);
  /** The number behind the list, if it was pressed here. */
  private pressed: HTMLElement | null = null;
  private readonly document = inject(DOCUMENT);

  command(does: string): string {
    return `standing.${does}`;
  }

  /** The address of a report, narrowed as the page is. */
  report(path: string, ...more: readonly string[]): string {
    const question = [this.question(), ...more].filter((one) => one !== '').join('&');
    return `/api/reports/standing/${path}${question === '' ? '' : `?${question}`}`;
  }

  narrow(filter: StandingFilter, value: string | null): void {
    this.go({ [filter]: value });
  }

  clear(): void {
    this.go(Object.fromEntries(standingFilters.map((name) => [name, null])));
  }

  /** Shows the very rows that a number counts. */
  look(list: StandingList, part: StandingPart | null = null, person: string | null = null): void {
    this.pressed = this.document.activeElement as HTMLElement | null;
    this.goToList({ list, part, person });
  }

  /** Back to the number that was pressed. */
  close(): void {
    this.go({ list: null, part: null, person: null });
    this.pressed?.focus();
  }
}
