import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  computed,
  effect,
  inject,
  input,
  runInInjectionContext,
  signal,
  untracked,
  viewChildren,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PacketView } from '@stipple/contracts';
import { evidenceKindWords } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { Chip, DraftKeeper, Drafts, KeptMark, keepTyped } from '@stipple/ui';
import { capital, itemLook, placeOf } from './words';

type Item = PacketView['checklist'][number];
type Kind = Item['kind'];

/** What the payer's policy asks for: there, missing, not needed. Whoever goes without something says why. */
@Component({
  selector: 'st-packet-checklist',
  imports: [Chip, KeptMark, RouterLink],
  templateUrl: './packet-checklist.html',
  styleUrl: './packet-checklist.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PacketChecklist {
  readonly view = input.required<PacketView>();
  private readonly drafts = inject(Drafts);
  private readonly me = inject(CurrentPerson).me;
  private readonly injector = inject(Injector);
  private readonly fields = viewChildren<ElementRef<HTMLInputElement>>('field');
  protected readonly keeper = signal<DraftKeeper | undefined>(undefined);
  protected readonly typed = signal<ReadonlyMap<Kind, string>>(new Map());
  protected readonly wrong = signal<ReadonlySet<Kind>>(new Set());
  /** Reasons are given while the request is prepared. */
  protected readonly open = computed(() => this.view().request?.state === 'draft');
  /** Only what the payer's own policy asks for has to be there. */
  protected readonly asked = computed(() => this.view().policy !== null);
  protected readonly items = computed(() =>
    this.view().checklist.map((item) => ({
      ...item,
      title: evidenceKindWords[item.kind],
      words: capital(item.words),
      look: itemLook(item, this.asked()),
      place: item.state === 'missing' && this.view().sealed === null ? placeOf(item) : null,
      needsReason: this.asked() && this.open() && item.state === 'missing',
    })),
  );
  protected readonly standing = computed(() => {
    const of = (state: Item['state']) => this.view().checklist.filter((one) => one.state === state).length;
    const [have, all] = [of('have'), this.view().checklist.length - of('not_applicable')];
    return `${have} of ${all}`;
  });

  constructor() {
    let opened: string | undefined;
    effect(() => {
      const [request, me] = [this.view().request, this.me()];
      if (!request || request.state !== 'draft' || me === null || opened === request.id) return;
      opened = request.id;
      untracked(() => void this.openDraft(request.id, me.id));
    });
  }

  /** The reasons as they are sent; undefined where one is missing, which then has the caret. */
  reasons(): readonly { readonly kind: Kind; readonly reason: string }[] | undefined {
    const needed = this.items().filter(({ needsReason }) => needsReason);
    const without = needed.filter(({ kind }) => this.reasonOf(kind) === '');
    this.wrong.set(new Set(without.map(({ kind }) => kind)));
    const [first] = without;
    if (first === undefined) return needed.map(({ kind }) => ({ kind, reason: this.reasonOf(kind) }));
    this.fields()
      .find(({ nativeElement }) => nativeElement.name === first.kind)
      ?.nativeElement.focus();
    return undefined;
  }

  /** The header that ends the draft together with what is sent. */
  draft(): string | null {
    return this.keeper()?.header() ?? null;
  }

  sent(): void {
    this.keeper()?.ended();
    this.typed.set(new Map());
  }

  protected type(kind: Kind, words: string): void {
    this.typed.update((typed) => new Map(typed).set(kind, words));
    if (words.trim() !== '') this.wrong.update((wrong) => new Set([...wrong].filter((one) => one !== kind)));
  }

  private reasonOf(kind: Kind): string {
    return (this.typed().get(kind) ?? '').trim();
  }

  private async openDraft(requestId: string, authorId: string): Promise<void> {
    const { caseId } = this.view();
    const key = { authorId, caseId, subject: 'auth_request', subjectId: requestId, move: 'complete' };
    const { keeper, typed } = await this.drafts.open(key);
    this.keeper.set(keeper);
    const kept = (typed?.fields ?? []).flatMap(({ name, typed: words }) =>
      typeof words === 'string' ? [[name as Kind, words] as const] : [],
    );
    this.typed.update((now) => new Map([...kept, ...now]));
    runInInjectionContext(this.injector, () =>
      keepTyped(keeper, () => {
        const fields = [...this.typed()].filter(([, words]) => words.trim() !== '');
        return fields.length === 0
          ? null
          : { version: 0, fields: fields.map(([name, words]) => ({ name, shown: '', typed: words })) };
      }),
    );
  }
}
