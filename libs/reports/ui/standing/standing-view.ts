import { DOCUMENT, Injectable, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { StandingPart, StandingList } from '@stipple/domain';
import { type LiveResource, type Moved, liveResource } from '@stipple/ui';
import {
  type StandingFilter,
  filterQuestion,
  readStandingAddress,
  standingFilters,
} from './standing-address';

/** Moves of these change what stands. */
const counted = [
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

/** What the page on where things stand shows, all of it read from the address, and the ways to change it. */
@Injectable()
export class StandingView {
  private readonly router = inject(Router);
  private readonly parameters = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  readonly address = computed(() => readStandingAddress((name) => this.parameters().get(name)));
  readonly question = computed(() => filterQuestion(this.address()));
  readonly filtered = computed(() => Object.keys(this.address().filters).length > 0);
  /** The number behind the list, if it was pressed here. */
  private pressed: HTMLElement | null = null;
  private readonly document = inject(DOCUMENT);
  /** Counts how often somebody asked to see the rows behind a number. */
  readonly looks = signal(0);

  /** Reads what a part of the page shows, again with every move that changes it. Call from an injection context. */
  read<T>(url: () => string): LiveResource<T> {
    return liveResource<T>(
      () => ({ url: url() }),
      ({ subject }: Moved) => counted.includes(subject),
    );
  }

  /** The address of a report, narrowed as the page is. */
  report(path: string, ...more: readonly string[]): string {
    const question = [this.question(), ...more].filter((one) => one !== '').join('&');
    return `/api/reports/standing/${path}${question === '' ? '' : `?${question}`}`;
  }

  go(change: Readonly<Record<string, string | null>>): void {
    // The page stays where it is: it is the same page, and what was pressed is in sight.
    void this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge', scroll: 'manual' });
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
    this.go({ list, part, person });
    this.looks.update((times) => times + 1);
  }

  /** Back to the number that was pressed. */
  close(): void {
    this.go({ list: null, part: null, person: null });
    this.pressed?.focus();
  }
}
