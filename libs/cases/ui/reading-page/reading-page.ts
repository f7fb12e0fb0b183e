import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseView, LetterRead, LetterVersions } from '@stipple/contracts';
import { documentKindWords } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import {
  Api,
  ApiProblem,
  Commands,
  Icon,
  ProblemBanner,
  Skeleton,
  Toasts,
  doing,
  formatDateTime,
  formatDay,
  liveResource,
  standsInSight,
} from '@stipple/ui';
import { CaseMoves } from '../case-moves';
import { NextToSign } from './next-to-sign';
import { OtherOutcome, Otherwise } from './other-outcome';
import { PayersWords } from './payers-words';
import { readingCommands } from './reading-commands';
import { SignBar } from './sign-bar';
import { Known, Reading, letterIn, letterKnown, screeningIn, screeningKnown } from './what-is-read';
import { WhatItRestsOn } from './what-it-rests-on';
import { WordChanges } from './word-changes';

/** Where a physician reads what they sign: what changed since they knew it, the evidence, the words, the signature. */
@Component({
  selector: 'st-reading-page',
  imports: [
    Icon,
    OtherOutcome,
    PayersWords,
    ProblemBanner,
    RouterLink,
    SignBar,
    Skeleton,
    WhatItRestsOn,
    WordChanges,
  ],
  providers: [NextToSign],
  templateUrl: './reading-page.html',
  styleUrl: './reading-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReadingPage {
  readonly caseId = input.required<string>();
  readonly kind = input.required<string>();
  readonly subjectId = input.required<string>();
  /** From the address: `case` where the reader came from the case page, and goes back to it. */
  readonly from = input<string>();
  protected readonly person = inject(CurrentPerson);
  protected readonly next = inject(NextToSign);
  private readonly api = inject(Api);
  private readonly moves = inject(CaseMoves);
  private readonly toasts = inject(Toasts);
  private readonly bar = viewChild(SignBar);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly page = liveResource<CaseView>(
    () => ({ url: `/api/cases/${this.caseId()}` }),
    (moved) => moved.caseId === this.caseId(),
  );
  protected readonly versions = liveResource<LetterVersions>(
    () => (this.kind() === 'letter' ? { url: `/api/letters/${this.subjectId()}/versions` } : undefined),
    (moved) => moved.caseId === this.caseId(),
  );
  /** Every sentence against the record of now; for who writes letters. */
  protected readonly rests = liveResource<LetterRead>(
    () =>
      this.kind() === 'letter' && this.person.holds('coordinator', 'physician')
        ? { url: `/api/letters/${this.subjectId()}` }
        : undefined,
    (moved) => moved.caseId === this.caseId(),
  );
  protected readonly restsOn = viewChild(WhatItRestsOn);
  /** The sentences that this physician has confirmed as their own word. */
  protected readonly statements = signal<readonly string[]>([]);
  protected readonly view = computed(() =>
    this.page.value()?.id === this.caseId() ? this.page.value() : undefined,
  );
  /** As it is on record now. */
  protected readonly now = computed<Reading | null>(() => {
    const view = this.view();
    if (!view) return null;
    return this.kind() === 'letter' ? letterIn(view, this.subjectId()) : screeningIn(view, this.subjectId());
  });
  /** What is on screen: it stays under the reader's eyes until they ask for what came since. */
  protected readonly shown = linkedSignal<Reading | null, Reading | null>({
    source: this.now,
    computation: (now, before) => (before?.value && now?.id === before.value.id ? before.value : now),
  });
  protected readonly moved = computed(() => {
    const [now, shown] = [this.now(), this.shown()];
    return now !== null && shown !== null && now.version !== shown.version;
  });
  /** Words that this reader had on screen when others came. */
  private readonly replaced = signal<Known | null>(null);
  protected readonly known = computed<Known | null>(() => {
    const [view, versions, id] = [this.view(), this.versions.value(), this.subjectId()];
    const replaced = this.replaced();
    if (replaced) return replaced;
    if (this.kind() === 'letter') return versions?.letterId === id ? letterKnown(versions) : null;
    return view ? screeningKnown(view, id) : null;
  });
  /** The words as they are, without marks. */
  protected readonly plain = signal(false);
  /** Evidence that came after what is known; all of it to somebody who reads for the first time. */
  protected readonly evidence = computed(() => {
    const documents = this.view()?.documents ?? [];
    const since = this.known()?.at;
    return since ? documents.filter(({ at }) => Date.parse(at) > Date.parse(since)) : documents;
  });
  protected readonly other = computed(() =>
    this.kind() === 'letter' ? 'Ask for changes' : 'Propose another',
  );
  protected readonly otherwise = linkedSignal<string, Otherwise>({
    source: this.subjectId,
    computation: () => ({ outcome: '', reason: '' }),
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly refused = signal('');
  protected readonly documentKindWords = documentKindWords;
  protected readonly formatDay = formatDay;

  constructor() {
    standsInSight('reading-page');
    standsInSight('reading-foot', () => this.shown() !== null);
    const canSign = () => this.bar() !== undefined;
    inject(Commands).offer(
      doing(readingCommands, {
        'reading.sign': { run: () => this.bar()?.focus(), when: canSign },
        'reading.other': { run: () => void this.decline(), when: canSign },
        'reading.plain': { run: () => this.plain.update((is) => !is), when: () => this.known() !== null },
        'reading.skip': {
          run: () => this.next.go(this.subjectId()),
          when: () => this.next.others(this.subjectId()) > 0,
        },
        'reading.back': { run: () => this.next.back(this.caseId(), this.from()) },
      }),
    );
  }

  protected time(instant: string): string {
    return formatDateTime(instant, this.person.timeZone());
  }

  /** Shows what others changed meanwhile, beside what was on screen. */
  protected catchUp(): void {
    const [shown, now] = [this.shown(), this.now()];
    if (!shown || !now) return;
    this.replaced.set({ ...shown, because: 'while you were reading' });
    this.plain.set(false);
    this.problem.set(undefined);
    this.shown.set(now);
  }

  /** Signs the version on screen and no other: had it moved, the signature is refused and what changed is shown. */
  protected async sign(password: string): Promise<void> {
    const shown = this.shown();
    if (!shown) return;
    const open =
      this.restsOn()
        ?.own()
        .filter(({ text }) => !this.statements().includes(text)) ?? [];
    if (open.length > 0) {
      const count = open.length === 1 ? 'the sentence that rests' : `the ${open.length} sentences that rest`;
      this.refused.set(`Confirm ${count} on your own word, above, and enter your password again.`);
      this.host.querySelector<HTMLInputElement>('st-what-it-rests-on input:not(:checked)')?.focus();
      return;
    }
    this.busy.set(true);
    this.problem.set(undefined);
    this.refused.set('');
    try {
      const path = `/api/${shown.kind}s/${shown.id}/signatures`;
      const statements = shown.kind === 'letter' ? { statements: this.statements() } : {};
      await this.api.post(path, { version: shown.version, password, ...statements, ...this.decided() });
      this.leave(`Signed for ${this.view()?.patient.name ?? ''}.`);
    } catch (error) {
      const problem = ApiProblem.from(error);
      const wrong = problem.refusals.find(({ code }) => code === 'password_wrong');
      if (wrong) this.refused.set(wrong.sentence);
      else this.problem.set(problem);
      this.page.reload(true);
    } finally {
      this.busy.set(false);
    }
  }

  /** What is signed instead of what was computed; a reason without another outcome is sent too, for the API to refuse. */
  private decided(): object {
    const { outcome, reason } = this.otherwise();
    const why = reason.trim();
    return { ...(outcome ? { outcome } : {}), ...(why ? { reason: why } : {}) };
  }

  /** The other way than signing: the letter goes back with a note, the screening gets another proposal. */
  protected async decline(): Promise<void> {
    const [view, shown] = [this.view(), this.shown()];
    if (!view || !shown) return;
    const { id, version, kind } = shown;
    const done =
      kind === 'letter'
        ? await this.moves.open(view, { subject: kind, id, version }, 'ask_changes')
        : await this.moves.open(view, { subject: kind, id: null, version: 0 }, 'propose');
    if (done)
      this.leave(kind === 'letter' ? 'Sent back to its author.' : 'Proposed anew; it waits for a signature.');
  }

  private leave(words: string): void {
    const left = this.next.others(this.subjectId());
    this.toasts.say(left === 0 ? words : `${words} ${left} left to sign.`);
    if (this.from() === 'case' || left === 0) this.next.back(this.caseId(), this.from());
    else this.next.go(this.subjectId());
  }
}
