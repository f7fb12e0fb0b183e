import { Injectable, inject, signal } from '@angular/core';
import type { PolicyVersion } from '@stipple/domain';
import { DraftKeeper, Drafts, FormKey, Typed, typedIn } from '@stipple/ui';

/** A field of a draft holds 40,000 characters, and a policy may be longer. */
const pieceLength = 30_000;

/** What was typed into the editor of a policy and not saved: kept as text, piece by piece. */
@Injectable()
export class PolicyDraft {
  private readonly drafts = inject(Drafts);
  keeper: DraftKeeper | null = null;
  readonly restored = signal<{ savedAt: string | null } | null>(null);

  /** What was typed in an earlier sitting, or null. @throws HttpErrorResponse */
  async open(key: FormKey): Promise<PolicyVersion | null> {
    const { keeper, typed } = await this.drafts.open(key);
    this.keeper = keeper;
    if (typed === null) return null;
    const pieces = typedIn(typed.fields, 'typed');
    const text = Object.keys(pieces)
      .toSorted((one, other) => numberIn(one) - numberIn(other))
      .map((name) => String(pieces[name] ?? ''))
      .join('');
    this.restored.set({ savedAt: keeper.savedAt() });
    return JSON.parse(text) as PolicyVersion;
  }

  /** As it is to be kept; null while it is what the editor opened with. */
  typed(first: PolicyVersion, now: PolicyVersion, version: number): Typed | null {
    const text = JSON.stringify(now);
    if (text === JSON.stringify(first)) return null;
    const pieces = Array.from({ length: Math.ceil(text.length / pieceLength) }, (_, at) =>
      text.slice(at * pieceLength, (at + 1) * pieceLength),
    );
    return { version, fields: pieces.map((typed, at) => ({ name: `policy_${at}`, shown: '', typed })) };
  }

  async discard(): Promise<void> {
    await this.keeper?.discard();
    this.restored.set(null);
  }
}

const numberIn = (name: string) => Number(name.split('_')[1]);
