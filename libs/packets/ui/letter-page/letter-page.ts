import { HttpClient } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { LetterDesk, LetterStart } from '@stipple/contracts';
import { openSentences } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import {
  ApiProblem,
  Commands,
  DraftLine,
  Icon,
  KeptMark,
  ProblemBanner,
  Skeleton,
  Toasts,
  WordDiff,
  doing,
  formatDateTime,
  liveResource,
} from '@stipple/ui';
import { firstValueFrom } from 'rxjs';
import { CriteriaPane } from './criteria-pane';
import { letterCommands } from './letter-commands';
import { LetterSheet } from './letter-sheet';
import { LetterVersionsPart } from './letter-versions';
import { LetterSending } from './letter-sending';
import { LetterWriting } from './letter-writing';
import { nextOpen, sentenceAt } from './marked-text';
import { SentenceBar } from './sentence-bar';
import { ShelfPane } from './shelf-pane';
import { standingOf } from './standing';

const panes = ['criteria', 'letter', 'evidence'] as const;
type Pane = (typeof panes)[number];

/** Where a letter of medical necessity is written: the payer's criteria, the letter, and what it may rest on. */
@Component({
  selector: 'st-letter-page',
  imports: [
    CriteriaPane,
    DraftLine,
    Icon,
    KeptMark,
    LetterSheet,
    LetterVersionsPart,
    ProblemBanner,
    RouterLink,
    SentenceBar,
    ShelfPane,
    Skeleton,
    WordDiff,
  ],
  providers: [LetterSending, LetterWriting],
  templateUrl: './letter-page.html',
  styleUrl: './letter-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LetterPage {
  readonly caseId = input.required<string>();
  protected readonly writing = inject(LetterWriting);
  protected readonly sending = inject(LetterSending);
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  private readonly sheet = viewChild(LetterSheet);
  protected readonly timeZone = inject(CurrentPerson).timeZone;
  protected readonly desk = liveResource<LetterDesk>(
    () => ({ url: `/api/cases/${this.caseId()}/letter-desk` }),
    (moved) => moved.caseId === this.caseId(),
  );
  protected readonly pane = signal<Pane>('letter');
  protected readonly panes = panes;
  protected readonly paneWords = { criteria: 'Criteria', letter: 'Letter', evidence: 'Evidence' } as const;
  protected readonly caret = signal(0);
  protected readonly comparing = signal(false);
  protected readonly openProblem = signal<ApiProblem | undefined>(undefined);
  protected readonly check = this.writing.check;
  protected readonly current = computed(() => {
    const check = this.check();
    return check && sentenceAt(this.caret(), check);
  });
  protected readonly sentence = computed(() => this.check()?.sentences[this.current() ?? -1]);
  protected readonly open = computed(() => {
    const check = this.check();
    return check ? openSentences(check.counts) : 0;
  });
  protected readonly standing = computed(() => standingOf(this.check(), this.desk.value()?.criteria ?? []));
  protected readonly letter = computed(() => this.desk.value()?.letter ?? null);
  /** Signed words stand as they are; writing goes on in a new letter. */
  protected readonly signed = computed(() => {
    const letter = this.letter();
    return letter?.state === 'signed' ? letter : null;
  });

  constructor() {
    let opened = false;
    effect(() => {
      const desk = this.desk.value();
      if (!desk) return;
      untracked(() => {
        if (opened) this.sending.theirs.set(this.writing.follow(desk) ? null : desk.letter);
        else {
          opened = true;
          void this.start(desk);
        }
      });
    });
    const writes = { when: () => this.writing.sheet() !== null, whileTyping: true };
    inject(Commands).offer(
      doing(letterCommands, {
        'letter.bind': { ...writes, run: () => this.bind() },
        'letter.next-gap': { ...writes, run: () => this.go(1) },
        'letter.previous-gap': { ...writes, run: () => this.go(-1) },
        'letter.save': { ...writes, run: () => void this.save() },
        'letter.send': { ...writes, run: () => void this.send() },
      }),
    );
  }

  protected codesIn(text: string): string[] {
    return text.toUpperCase().match(/[0-9A-Z]+/g) ?? [];
  }

  protected time(instant: string): string {
    return formatDateTime(instant, this.timeZone());
  }

  protected async start(desk: LetterDesk): Promise<void> {
    this.openProblem.set(undefined);
    try {
      if (await this.writing.open(desk)) this.sending.theirs.set(desk.letter);
    } catch (error) {
      this.openProblem.set(ApiProblem.from(error));
    }
  }

  /** A letter made of what is known, or an empty one. */
  protected async begin(from: 'record' | 'nothing' | 'signed'): Promise<void> {
    await this.beginWith(from);
    setTimeout(() => this.sheet()?.focus());
  }

  private async beginWith(from: 'record' | 'nothing' | 'signed'): Promise<void> {
    this.sending.problem.set(undefined);
    const [desk, signed] = [this.desk.value(), this.signed()];
    if (!desk) return;
    if (from === 'signed' && signed)
      return this.writing.begin({
        body: signed.body,
        bindings: signed.bindings ?? [],
        codes: signed.procedureCodes,
      });
    if (from === 'nothing') return this.writing.begin({ body: '', bindings: [], codes: desk.procedureCodes });
    try {
      const url = `/api/cases/${this.caseId()}/letter-start`;
      const start = await firstValueFrom(this.http.get<LetterStart>(url));
      this.writing.begin({ body: start.body, bindings: start.bindings, codes: start.procedureCodes });
    } catch (error) {
      this.sending.problem.set(ApiProblem.from(error));
    }
  }

  protected bind(): void {
    const sentence = this.sentence();
    if (!sentence || sentence.status === 'silent' || sentence.status === 'gap') return;
    void import('./open-chooser').then(({ openChooser }) =>
      openChooser(this.injector, { writing: this.writing, sentence: sentence.text }).subscribe(() =>
        this.sheet()?.focus(),
      ),
    );
  }

  protected go(step: 1 | -1): void {
    const check = this.check();
    const at = check && nextOpen(check, this.current() ?? -1, step);
    if (at === null) return;
    // Known at once: a key pressed in the same breath is about this sentence and not the one before.
    this.caret.set(check?.sentences[at]?.from ?? this.caret());
    this.pane.set('letter');
    this.sheet()?.goTo(at);
    // Where the sheet comes into sight only now, once more.
    setTimeout(() => this.sheet()?.goTo(at));
  }

  protected toggle(ref: string): void {
    const sentence = this.sentence();
    if (sentence) this.writing.toggle(sentence.text, ref);
  }

  protected async save(): Promise<void> {
    if (await this.sending.store(this.caseId())) this.toasts.say('Letter saved.');
  }

  /** Stores what is on the sheet and asks for the signature; every open sentence is told at once. */
  protected async send(): Promise<void> {
    const sent = await this.sending.send(this.caseId());
    this.desk.reload(true);
    if (!sent) return;
    this.toasts.say('Sent for signature.');
    await this.router.navigate(['/cases', this.caseId()]);
  }
}
