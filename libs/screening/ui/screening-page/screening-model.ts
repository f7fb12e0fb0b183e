import { Injectable, Signal, computed, linkedSignal, signal } from '@angular/core';
import type { ScreeningNow } from '@stipple/contracts';
import {
  AnyFactValue,
  FactName,
  Facts,
  ScreeningBasis,
  ScreeningResult,
  screenBasis,
  withFact,
} from '@stipple/domain';

/** What the page shows and tries: the record as it was read, with what somebody assumes laid over it. */
@Injectable()
export class ScreeningModel {
  private readonly source = signal<Signal<ScreeningNow | undefined>>(signal(undefined));
  readonly view = computed(() => this.source()());
  /** Values that somebody tries; nothing of them is recorded. A fact that became known is no longer tried. */
  readonly tried = linkedSignal<ScreeningNow | undefined, ReadonlyMap<FactName, AnyFactValue>>({
    source: this.view,
    computation: (view, before) =>
      new Map([...(before?.value ?? [])].filter(([name]) => view !== undefined && !(name in view.facts))),
  });
  /** Explanations of flagged codes and words, by their keys. What is being typed outlasts the record's moving on. */
  readonly explained = linkedSignal<string | undefined, Readonly<Record<string, string>>>({
    source: () => this.view()?.caseId,
    // It is asked again whenever the view is read again, also where that is still the same case.
    computation: (caseId, before) =>
      before !== undefined && before.source === caseId
        ? before.value
        : Object.fromEntries((this.view()?.explanations ?? []).map(({ key, reason }) => [key, reason])),
  });
  /** The fact under pointer or focus: what it touches is marked. */
  readonly lit = signal<FactName | null>(null);

  /** Computed here, as one types, by the very rules that the server goes by. */
  readonly result = computed((): ScreeningResult | undefined => {
    const view = this.view();
    if (!view) return undefined;
    const facts = [...this.tried()].reduce<Facts>(
      (all, [name, value]) => withFact(all, name, { value, evidence: [] }),
      view.facts as Facts,
    );
    const basis: ScreeningBasis = {
      facts,
      texts: view.texts,
      evidence: view.evidence,
      explanations: this.explanations().map((one) => ({ ...one, by: '' })),
    };
    return screenBasis(view.policyVersionId === null ? null : view.policy, basis);
  });
  /** Those that go along with a proposal. */
  readonly explanations = computed(() => {
    const flagged = new Set(this.view()?.result.trips.map(({ key }) => key));
    return Object.entries(this.explained())
      .map(([key, reason]) => ({ key, reason: reason.trim() }))
      .filter(({ key, reason }) => reason !== '' && flagged.has(key));
  });
  readonly isTrying = computed(() => this.tried().size > 0);

  attach(view: Signal<ScreeningNow | undefined>): void {
    this.source.set(view);
  }

  /** Null takes it back. */
  assume(name: FactName, value: AnyFactValue | null): void {
    this.tried.update((before) => {
      const after = new Map(before);
      if (value === null) after.delete(name);
      else after.set(name, value);
      return after;
    });
  }

  explain(key: string, reason: string): void {
    this.explained.update((before) => ({ ...before, [key]: reason }));
  }

  /** What this screen shows, for the server to hold against the record. */
  seen(): object | undefined {
    const view = this.view();
    return (
      view && {
        policyVersionId: view.policyVersionId,
        policyKey: view.result.policyKey,
        facts: Object.fromEntries(Object.entries(view.facts).map(([name, { value }]) => [name, value])),
        trips: view.result.trips.map(({ key }) => key),
      }
    );
  }
}
