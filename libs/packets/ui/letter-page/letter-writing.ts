import {
  DestroyRef,
  EnvironmentInjector,
  Injectable,
  computed,
  createEnvironmentInjector,
  inject,
  runInInjectionContext,
  signal,
} from '@angular/core';
import type { LetterDesk } from '@stipple/contracts';
import { carryBindings, checkLetter, sameWords, tidyBindings } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { Api, DraftKeeper, Drafts, Typed, keepTyped } from '@stipple/ui';
import { Sheet, StoredLetter, draftOf, fromDraft, isWritten, same, sheetOf } from './sheet';

/** The letter as it is being written: its words, what they rest on, and the draft that survives the browser. */
@Injectable()
export class LetterWriting {
  private readonly drafts = inject(Drafts);
  private readonly api = inject(Api);
  private readonly injector = inject(EnvironmentInjector);
  /** Lives as long as one draft is kept: a letter that was stored goes on as another draft. */
  private keeping: EnvironmentInjector | null = null;
  private readonly person = inject(CurrentPerson);
  readonly desk = signal<LetterDesk | undefined>(undefined);
  /** What is stored and edited from here; null while it is a letter that does not exist yet. */
  readonly base = signal<StoredLetter | null>(null);
  private readonly first = signal<Sheet>({ body: '', bindings: [], codes: [] });
  readonly sheet = signal<Sheet | null>(null);
  readonly keeper = signal<DraftKeeper | null>(null);
  readonly restored = signal<{ savedAt: string | null } | null>(null);
  readonly check = computed(() => {
    const [sheet, desk] = [this.sheet(), this.desk()];
    return sheet && desk ? checkLetter(sheet.body, sheet.bindings, desk.shelf) : null;
  });
  readonly dirty = computed(() => {
    const [now, first] = [this.sheet(), this.first()];
    return now !== null && !same(now, first);
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => this.keeping?.destroy());
  }

  /**
   * What is stored goes onto the sheet, and over it what this person typed in an earlier sitting. Tells whether others
   * have stored something since they typed that. @throws ApiProblem
   */
  async open(desk: LetterDesk): Promise<boolean> {
    this.desk.set(desk);
    const stored = isWritten(desk.letter) ? desk.letter : null;
    this.base.set(stored);
    const first = sheetOf(stored, desk);
    this.first.set(first);
    const { keeper, typed } = await this.drafts.open({
      authorId: this.person.me()?.id ?? '',
      caseId: desk.caseId,
      subject: 'letter',
      subjectId: stored?.id ?? null,
      move: stored ? 'revise' : 'draft',
    });
    this.keeper.set(keeper);
    if (typed) {
      this.restored.set({ savedAt: keeper.savedAt() });
      this.sheet.set(fromDraft(typed));
    } else if (stored) this.sheet.set(first);
    this.keeping?.destroy();
    this.keeping = createEnvironmentInjector([], this.injector);
    runInInjectionContext(this.keeping, () => keepTyped(keeper, () => this.typed()));
    return typed !== null && stored !== null && typed.version < stored.version;
  }

  /** Puts words on the sheet of a letter that does not exist yet. */
  begin(sheet: Sheet): void {
    this.sheet.set(sheet);
  }

  /** What others stored replaces what is shown, unless something was typed here. Tells whether it did. */
  follow(desk: LetterDesk): boolean {
    this.desk.set(desk);
    const [stored, base] = [isWritten(desk.letter) ? desk.letter : null, this.base()];
    if (stored?.id === base?.id && stored?.version === base?.version) return true;
    if (stored === null) {
      // Signed or discarded meanwhile: what was typed goes on as a new letter.
      if (!this.dirty()) this.sheet.set(null);
      this.base.set(null);
      this.first.set(sheetOf(null, desk));
      return true;
    }
    if (!this.dirty()) this.adopt(stored);
    else if (stored.body === base?.body) this.keepMine(stored);
    else return false;
    return true;
  }

  adopt(stored: StoredLetter): void {
    const desk = this.desk();
    if (!desk) return;
    const first = sheetOf(stored, desk);
    this.base.set(stored);
    this.first.set(first);
    this.sheet.set(first);
  }

  /** What was typed stays; what it is held against from here on is what is stored now. */
  keepMine(stored: StoredLetter): void {
    const desk = this.desk();
    this.base.set(stored);
    if (desk) this.first.set(sheetOf(stored, desk));
  }

  type(body: string): void {
    this.sheet.update(
      (now) => now && { ...now, body, bindings: carryBindings(now.bindings, now.body, body) },
    );
  }

  codes(codes: readonly string[]): void {
    this.sheet.update((now) => now && { ...now, codes });
  }

  /** Binds a sentence to something, or takes it off. */
  toggle(sentence: string, ref: string): void {
    const said = this.desk()?.shelf.find((item) => item.ref === ref)?.words;
    this.sheet.update((now) => {
      if (!now) return now;
      const held = now.bindings.filter((one) => sameWords(one.sentence, sentence)).flatMap(({ to }) => to);
      const others = now.bindings.filter((one) => !sameWords(one.sentence, sentence));
      const without = held.filter((one) => one.ref !== ref);
      // What has changed or gone is taken off with the click that binds something else.
      const to = without.length < held.length || said === undefined ? without : [...held, { ref, said }];
      return { ...now, bindings: tidyBindings(now.body, [...others, { sentence, to }]) };
    });
  }

  async discard(): Promise<void> {
    await this.keeper()?.discard();
    this.restored.set(null);
    this.sheet.set(this.base() === null ? null : this.first());
  }

  /** Stores the letter. Tells its id and version. @throws ApiProblem */
  async save(caseId: string): Promise<{ id: string; version: number }> {
    const [sheet, base, keeper] = [this.sheet(), this.base(), this.keeper()];
    if (!sheet) throw new Error('there is no letter to save');
    if (base && !this.dirty()) return { id: base.id, version: base.version };
    const body = { procedureCodes: sheet.codes, body: sheet.body, bindings: sheet.bindings };
    await keeper?.pause();
    try {
      const api = this.api.from(() => keeper?.header() ?? null);
      const saved = base
        ? (await api.post(`/api/letters/${base.id}/revisions`, { ...body, version: base.version }),
          { id: base.id, version: base.version + 1 })
        : { id: (await api.post<{ id: string }>(`/api/cases/${caseId}/letters`, body)).id, version: 1 };
      keeper?.ended();
      this.restored.set(null);
      return saved;
    } catch (error) {
      keeper?.resume();
      throw error;
    }
  }

  private typed(): Typed | null {
    const [now, first] = [this.sheet(), this.first()];
    if (!now || same(now, first)) return null;
    return { version: this.base()?.version ?? 0, fields: draftOf(first, now) };
  }
}
