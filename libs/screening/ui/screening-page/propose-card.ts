import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  effect,
  inject,
  output,
  signal,
  runInInjectionContext,
  untracked,
  viewChild,
} from '@angular/core';
import { CurrentPerson } from '@stipple/staff-ui';
import { Api, ApiProblem, DraftKeeper, Drafts, KeyHint, ProblemBanner, Toasts, keepTyped } from '@stipple/ui';
import { ScreeningModel } from './screening-model';

/** The reasons, and the proposal. What was typed is kept as a draft of the same form on the case page. */
@Component({
  selector: 'st-propose-card',
  imports: [KeyHint, ProblemBanner],
  template: `
    @if (model.view(); as view) {
      <section class="st-card" aria-labelledby="propose-title">
        <h2 id="propose-title">Propose</h2>
        @if (view.propose.refusals[0]; as no) {
          <p class="st-muted">{{ no.sentence }}</p>
        } @else {
          <form (submit)="$event.preventDefault(); send()" novalidate>
            <label
              ><span>Reasons</span
              ><textarea
                #field
                class="st-control"
                name="reasons"
                rows="4"
                maxlength="4000"
                [value]="reasons()"
                [attr.aria-invalid]="wrong() ? true : null"
                aria-describedby="propose-hint"
                (input)="reasons.set(field.value)"
              ></textarea>
            </label>
            <p id="propose-hint" class="st-small" [class.bad]="wrong()">
              {{ wrong() || 'What the physician should know. They sign the outcome, or decide otherwise.' }}
            </p>
            <st-problem [problem]="problem()" />
            <button type="submit" class="st-button main" [disabled]="busy()">
              {{ busy() ? 'Proposing…' : 'Propose “' + (model.result() ?? view.result).headline + '”'
              }}<st-key-hint of="screening.propose" />
            </button>
          </form>
        }
      </section>
    }
  `,
  styles: `
    section,
    form {
      display: grid;
      gap: var(--st-2);
    }
    section {
      padding: var(--st-4);
    }
    label {
      display: grid;
      gap: var(--st-1);
      font-weight: 560;
    }
    textarea {
      width: 100%;
      height: auto;
      padding: var(--st-2);
      resize: vertical;
    }
    button {
      justify-self: start;
      height: auto;
      min-height: var(--st-control);
      white-space: normal;
    }
    .bad {
      color: var(--st-bad);
      font-weight: 560;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProposeCard {
  /** Proposed, or refused because something changed: either way the record is read again. */
  readonly moved = output();
  protected readonly model = inject(ScreeningModel);
  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);
  private readonly toasts = inject(Toasts);
  private readonly me = inject(CurrentPerson).me;
  private readonly injector = inject(Injector);
  private readonly field = viewChild<ElementRef<HTMLTextAreaElement>>('field');
  private keeper: DraftKeeper | undefined;
  protected readonly reasons = signal('');
  protected readonly wrong = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  constructor() {
    let opened: string | undefined;
    effect(() => {
      const [caseId, me] = [this.model.view()?.caseId, this.me()];
      if (caseId === undefined || me === null || opened === caseId) return;
      opened = caseId;
      untracked(() => void this.openDraft(caseId, me.id));
    });
  }

  focus(): void {
    this.field()?.nativeElement.focus();
  }

  async send(): Promise<void> {
    const view = this.model.view();
    if (!view || this.busy()) return;
    this.problem.set(undefined);
    this.wrong.set(this.obstacle());
    if (this.wrong() !== '') return this.focus();
    this.busy.set(true);
    try {
      const body = {
        reasons: this.reasons(),
        explanations: this.model.explanations(),
        seen: this.model.seen(),
      };
      await this.api
        .from(() => this.keeper?.header() ?? null)
        .post(`/api/cases/${view.caseId}/screenings`, body);
      this.keeper?.ended();
      this.reasons.set('');
      this.toasts.say('Proposed; it waits for the physician’s signature.');
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
      this.moved.emit();
    }
  }

  private obstacle(): string {
    if (this.model.isTrying()) return 'You are trying values that are not on record. Forget them to propose.';
    return this.reasons().trim() === '' ? 'Write the reasons first.' : '';
  }

  private async openDraft(caseId: string, authorId: string): Promise<void> {
    const key = { authorId, caseId, subject: 'screening', subjectId: null, move: 'propose' };
    const { keeper, typed } = await this.drafts.open(key);
    this.keeper = keeper;
    const kept = typed?.fields.find(({ name }) => name === 'reasons')?.typed;
    if (typeof kept === 'string' && this.reasons() === '') this.reasons.set(kept);
    runInInjectionContext(this.injector, () =>
      keepTyped(keeper, () => {
        const typed = this.reasons();
        return typed.trim() === '' ? null : { version: 0, fields: [{ name: 'reasons', shown: '', typed }] };
      }),
    );
  }
}
