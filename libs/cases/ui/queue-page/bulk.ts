import { Injectable, inject, signal } from '@angular/core';
import type { BulkMoves, BulkResult } from '@stipple/contracts';
import { Api, ApiProblem } from '@stipple/ui';

export type BulkItem = BulkMoves['items'][number];

/** How many go with one request: few enough that progress is seen, many enough that it is quick. */
const portion = 25;

/** What became of a change of many. */
export interface Outcome {
  readonly move: BulkMoves['move'];
  readonly results: readonly BulkResult[];
  /** What stopped it before everything was tried. */
  readonly problem: ApiProblem | undefined;
}

/**
 * Sends the same change for many cases. Each is decided by itself: one refusal never undoes another. Changes of the same
 * case go one after the other, each on what the one before made of it, so that a quick hand never contradicts itself.
 */
@Injectable({ providedIn: 'root' })
export class Bulk {
  private readonly api = inject(Api);
  /** The last change asked for of each case, until it is answered. */
  private readonly underWay = new Map<string, Promise<Outcome>>();
  /** The version that one's own last change gave a case, which the screen may not have read yet. */
  private readonly made = new Map<string, number>();
  /** How many of how many are done, while a long one is under way. */
  readonly progress = signal<{ readonly done: number; readonly of: number } | null>(null);

  /** Never rejects: what went wrong stands in the outcome. */
  async send(move: BulkMoves['move'], items: readonly BulkItem[]): Promise<Outcome> {
    const earlier = items.map(({ caseId }) => this.underWay.get(caseId));
    const sending = Promise.all(earlier).then(() => this.sendAll(move, items));
    for (const { caseId } of items) this.underWay.set(caseId, sending);
    const outcome = await sending;
    for (const { caseId } of items) if (this.underWay.get(caseId) === sending) this.underWay.delete(caseId);
    return outcome;
  }

  /** Whether a later change of the case is still on its way, so that what stands on screen is not the last word. */
  awaits(caseId: string): boolean {
    return this.underWay.has(caseId);
  }

  private async sendAll(move: BulkMoves['move'], items: readonly BulkItem[]): Promise<Outcome> {
    const results: BulkResult[] = [];
    try {
      for (let from = 0; from < items.length; from += portion) {
        if (items.length > portion) this.progress.set({ done: from, of: items.length });
        const part = items.slice(from, from + portion).map((item) => this.onWhatWasMade(item));
        const answer = await this.api.post<{ results: readonly BulkResult[] }>('/api/queue/bulk-moves', {
          move,
          items: part,
        });
        for (const { undo } of answer.results) if (undo) this.made.set(undo.caseId, undo.version);
        results.push(...answer.results);
      }
      return { move, results, problem: undefined };
    } catch (error) {
      return { move, results, problem: ApiProblem.from(error) };
    } finally {
      this.progress.set(null);
    }
  }

  private onWhatWasMade(item: BulkItem): BulkItem {
    return { ...item, version: Math.max(item.version, this.made.get(item.caseId) ?? 0) };
  }
}

/** What would bring back what was there before. */
export function undoOf({ results }: Outcome): readonly BulkItem[] {
  return results.flatMap(({ undo }) => (undo ? [undo] : []));
}

/** Refusals by their reason, the most frequent first. */
export function byReason(
  results: readonly BulkResult[],
): readonly { readonly reason: string; readonly results: readonly BulkResult[] }[] {
  const reasons = new Map<string, BulkResult[]>();
  for (const result of results.filter(({ done }) => !done)) {
    const reason = result.refusals.map(({ sentence }) => sentence).join(' ');
    reasons.set(reason, [...(reasons.get(reason) ?? []), result]);
  }
  return [...reasons]
    .map(([reason, list]) => ({ reason, results: list }))
    .sort((one, other) => other.results.length - one.results.length);
}
