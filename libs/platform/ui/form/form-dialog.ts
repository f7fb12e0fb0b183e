import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { NgComponentOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  signal,
} from '@angular/core';
import { FieldTree, FormRoot } from '@angular/forms/signals';
import { ApiProblem } from '../api/api-problem';
import { Live } from '../api/live';
import { DraftLine } from '../drafts/draft-line';
import { keepTyped } from '../drafts/keep-typed';
import { KeptMark } from '../drafts/kept-mark';
import { keyOf, keyWords } from '../keys/pressed';
import { Icon } from '../parts/icon';
import { ProblemBanner } from '../parts/problem-banner';
import { EditingToo } from '../presence/editing-too';
import { ChangedNotice } from './changed-notice';
import { ClashChoices } from './clash-choices';
import { Values, filled } from './field';
import { FormFields } from './form-fields';
import type { OpenedForm } from './form-opener';
import { Choice, FormStanding } from './form-standing';
import { Mistakes, formTree } from './form-tree';
import { ChosenOffsets, withOffsets } from './local-time';
import { openingValues } from './move-form';

/**
 * A sheet with one form. What the API refuses appears at its field, or on top. What is typed is kept as a draft, and
 * what others change meanwhile is told and brought together with it: nothing typed is lost.
 */
@Component({
  selector: 'st-form-dialog',
  imports: [
    ChangedNotice,
    ClashChoices,
    DraftLine,
    EditingToo,
    FormFields,
    FormRoot,
    Icon,
    KeptMark,
    NgComponentOutlet,
    ProblemBanner,
  ],
  templateUrl: './form-dialog.html',
  styleUrl: './form-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormDialog {
  private readonly opened = inject<OpenedForm>(DIALOG_DATA);
  private readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly about = this.opened.about;
  protected readonly values = signal<Values>(openingValues(this.opened.form));
  protected readonly standing = new FormStanding(this.opened.form, this.values, this.about);
  protected readonly move = this.standing.form;
  protected readonly keeper = this.about?.draft.keeper;
  readonly timeZone = this.about?.timeZone ?? 'UTC';
  protected readonly busy = signal(false);
  protected readonly sendKeys = keyWords('mod+Enter');
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  /** The draft that the form was filled in from, until it is thrown away. */
  protected readonly restored = signal(
    this.about?.draft.typed ? { savedAt: this.about.draft.keeper.savedAt() } : null,
  );
  protected readonly takenLabels = computed(() =>
    this.move()
      .fields.filter(({ name }) => this.standing.taken().includes(name))
      .map(({ label }) => label),
  );
  readonly offsets = signal<ChosenOffsets>({});
  protected readonly tree = formTree(this.values, this.opened.form.fields, () => this.send(), this);

  constructor() {
    const { about } = this;
    if (about === undefined) return;
    keepTyped(about.draft.keeper, () => this.standing.draft());
    const live = inject(Live);
    // Somebody who comes back to an old draft is told at once what has become of its subject; so is who was overtaken
    // while the form was on its way.
    const old = about.draft.typed !== null && about.draft.typed.version < about.version;
    if (old || live.heard(about.key.caseId) !== about.heard) void this.look();
    live.listen((moved) => {
      if (moved === 'everything' || moved.caseId === about.key.caseId) void this.look();
    });
  }

  /** From wherever one writes, also from a field in which Enter begins a line. */
  protected sendByKey(event: KeyboardEvent, sheet: HTMLFormElement): void {
    if (keyOf(event) !== 'mod+Enter' || this.busy()) return;
    event.preventDefault();
    sheet.requestSubmit();
  }

  protected cancel(): void {
    this.ref.close(false);
  }

  protected choose(name: string, choice: Choice): void {
    this.standing.choose(name, choice);
    if (choice === 'edit') (this.tree[name] as FieldTree<unknown> | undefined)?.().focusBoundControl();
    if (this.standing.undecided().length === 0) this.problem.set(undefined);
  }

  protected async startOver(): Promise<void> {
    try {
      await this.keeper?.discard();
      this.restored.set(null);
      this.standing.startOver();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    }
  }

  /** Looks what others have done. By itself, so that a failure is no news: sending would find out too. */
  private async look(): Promise<void> {
    if (!this.busy()) await this.standing.refresh(false).catch(() => undefined);
  }

  /** Sends the form. A refusal that names a field goes to that field, every other one to the top. */
  private async send(): Promise<Mistakes | undefined> {
    if (this.standing.undecided().length > 0) {
      this.tell(undecided);
      return undefined;
    }
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.keeper?.pause();
      const { fields } = this.move();
      const meant = { timeZone: this.timeZone, offsets: this.offsets() };
      await this.move().send(withOffsets(filled(this.values(), fields), fields, meant));
      this.keeper?.ended();
      this.ref.close(true);
      return undefined;
    } catch (error) {
      return await this.refused(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }

  private async refused(problem: ApiProblem): Promise<Mistakes> {
    this.keeper?.resume();
    // What has changed, and what to do about it, is then said by the notice and the choices.
    if (problem.code === 'stale' && (await this.standing.refresh(true).catch(() => false))) return [];
    const own = problem.refusals.map((refusal) => ({ refusal, fieldTree: this.fieldOf(refusal.field) }));
    if (own.every(({ fieldTree }) => fieldTree === undefined)) this.tell(problem);
    else if (own.some(({ fieldTree }) => fieldTree === undefined)) this.problem.set(problem);
    return own.flatMap(({ refusal, fieldTree }) =>
      fieldTree ? [{ kind: 'refused', message: refusal.sentence, fieldTree }] : [],
    );
  }

  /** What stands at no field is gone to: the button that sent the form was off meanwhile, and lost the focus. */
  private tell(problem: ApiProblem): void {
    this.problem.set(problem);
    afterNextRender(() => this.host.querySelector<HTMLElement>('st-problem [role="alert"]')?.focus(), {
      injector: this.injector,
    });
  }

  private fieldOf(name: string | undefined): FieldTree<unknown> | undefined {
    const known = this.move().fields.find((field) => field.name === name?.split('.')[0]);
    return known && (this.tree[known.name] as FieldTree<unknown> | undefined);
  }
}

const undecided = new ApiProblem(
  409,
  'undecided',
  'Decide first',
  [{ code: 'undecided', sentence: 'Choose for each field that both of you changed.' }],
  undefined,
);
