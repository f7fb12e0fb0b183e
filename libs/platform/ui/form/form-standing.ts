import { WritableSignal, computed, signal } from '@angular/core';
import type { DraftField } from '@stipple/contracts';
import { Typed, draftFields, typedIn } from '../drafts/draft-keeper';
import { Clash, bringTogether } from './bring-together';
import { Values } from './field';
import { Change, FormAbout, FormNow, MoveForm, keptFields, openingValues } from './move-form';

export type Choice = 'mine' | 'theirs' | 'edit';

/** A clash, and what the person chose about it. */
export interface OpenClash extends Clash {
  readonly choice: Choice | null;
}

/**
 * Where an open form stands: which version of its thing it shows, what others did to it meanwhile, and what has to be
 * decided because of that. Nothing is overwritten silently and nothing typed is lost.
 */
export class FormStanding {
  readonly form: WritableSignal<MoveForm>;
  readonly changes = signal<readonly Change[]>([]);
  readonly clashes = signal<readonly OpenClash[]>([]);
  /** Fields that now hold what somebody else stored. */
  readonly taken = signal<readonly string[]>([]);
  /** It was sent and not taken, because of what others did: to be looked at and sent once more. */
  readonly asksAgain = signal(false);
  readonly undecided = computed(() => this.clashes().filter(({ choice }) => choice === null));
  /** The version of the thing that the form shows; a draft with an open clash still shows the one before. */
  private version: number;
  private readonly opened: number;
  private shown: Values;

  constructor(
    first: MoveForm,
    private readonly values: WritableSignal<Values>,
    private readonly about: FormAbout | undefined,
  ) {
    this.form = signal(first);
    this.shown = openingValues(first);
    this.version = about?.version ?? 0;
    const draft = about?.draft.typed;
    this.opened = draft?.version || this.version;
    if (draft) this.restore(draft.fields);
  }

  /**
   * Reads the thing again. `sent`: the server has just said that it is not what was shown. Resolves to whether there
   * is something new.
   */
  async refresh(sent: boolean): Promise<boolean> {
    const now = await this.about?.again(this.opened);
    if (now === undefined) return false;
    this.changes.set(now.changes);
    if (now.version === this.version) return false;
    // What decides or signs is told, but keeps the version that was read: sending it has to be confirmed.
    if (!this.form().edits && !sent) return true;
    this.asksAgain.set(sent);
    this.adopt(now);
    return true;
  }

  choose(name: string, choice: Choice): void {
    const clash = this.clashes().find((one) => one.name === name);
    if (clash === undefined) return;
    const value = choice === 'theirs' ? clash.theirs : clash.mine;
    if (choice !== 'edit' || clash.choice === 'theirs')
      this.values.update((values) => ({ ...values, [name]: value }));
    this.clashes.update((all) => all.map((one) => (one === clash ? { ...one, choice } : one)));
  }

  /** What is to be kept as the draft; null while nothing was typed. */
  draft(): Typed | null {
    // Until it is decided, the draft says what was shown at first: opened again, it asks again.
    const open = Object.fromEntries(this.undecided().map((clash) => [clash.name, clash.shown]));
    const names = keptFields(this.form()).map(({ name }) => name);
    const fields = draftFields(names, { ...this.shown, ...open }, this.values());
    return fields && { version: this.undecided().length > 0 ? this.opened : this.version, fields };
  }

  /** As the form would open without the draft. */
  startOver(): void {
    this.clashes.set([]);
    this.taken.set([]);
    this.values.set(openingValues(this.form()));
  }

  private adopt(now: FormNow): void {
    const names = keptFields(now.form).map(({ name }) => name);
    const theirs = openingValues(now.form);
    if (now.form.edits) {
      const { values, taken, clashes } = bringTogether(names, {
        shown: this.shown,
        mine: this.values(),
        theirs,
      });
      this.values.set(values);
      this.taken.update((before) => [...new Set([...before, ...taken])]);
      const open = clashes.map((clash) => ({ ...clash, choice: null }));
      // An older clash goes on, about what they have stored by now.
      const older = this.clashes()
        .filter(({ name }) => !open.some((clash) => clash.name === name))
        .map((clash) => ({ ...clash, theirs: theirs[clash.name] }));
      this.clashes.set([...older, ...open]);
      this.shown = theirs;
    }
    this.form.set(now.form);
    this.version = now.version;
  }

  /** Fills in what was typed in an earlier sitting. What the thing has become since then is brought together with it. */
  private restore(fields: readonly DraftField[]): void {
    const known = new Set(keptFields(this.form()).map(({ name }) => name));
    const names = fields.map(({ name }) => name).filter((name) => known.has(name));
    const mine = { ...this.shown, ...typedIn(fields, 'typed') };
    const { values, taken, clashes } = bringTogether(names, {
      shown: typedIn(fields, 'shown'),
      mine,
      theirs: this.shown,
    });
    this.values.set(Object.fromEntries(Object.keys(this.shown).map((name) => [name, values[name]])));
    if (!this.form().edits) return;
    this.clashes.set(clashes.map((clash) => ({ ...clash, choice: null })));
    if (this.opened < this.version) this.taken.set(taken);
  }
}
