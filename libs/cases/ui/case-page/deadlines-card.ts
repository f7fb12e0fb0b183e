import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { CaseView, ClockView } from '@stipple/contracts';
import { Icon, IconName, dayClockWords, formatDateTime, formatDay } from '@stipple/ui';
import { MoveButtons } from './move-buttons';

type Look = NonNullable<ClockView['pressure']> | 'none';

/** Never by colour alone: each has its picture, and its word where the days left do not say it. */
const looks: Readonly<Record<Look, { icon: IconName; word: string }>> = {
  calm: { icon: 'clock', word: '' },
  amber: { icon: 'hourglass', word: 'Soon: ' },
  red: { icon: 'alert', word: 'Urgent: ' },
  overdue: { icon: 'warning', word: '' },
  none: { icon: 'minus', word: '' },
};

/** What a clock without a date says in place of one. */
const instead: Readonly<Partial<Record<ClockView['kind'], string>>> = {
  paused: 'Paused',
  not_started: 'Not running',
  unknown_plan: 'Unknown plan type',
  no_legal_clock: 'No legal clock',
  no_rule_on_file: 'No rule on file',
};

/** What is due when in this case, each opening to its rule and its computation. Nothing is shown where nothing runs. */
@Component({
  selector: 'st-deadlines-card',
  imports: [Icon, MoveButtons],
  template: `
    @if (clocks().length > 0) {
      <section aria-labelledby="deadlines-title">
        <header>
          <h2 id="deadlines-title">Deadlines</h2>
          <st-move-buttons
            [view]="view()"
            [mover]="{ subject: 'treatment_case', id: view().id, version: view().version }"
            [moves]="extending()"
            (made)="made.emit()"
          />
        </header>
        @for (clock of clocks(); track clock.subjectId + clock.clock) {
          <details [attr.data-look]="clock.look">
            <summary>
              <st-icon [name]="looks[clock.look].icon" />
              <span class="what">
                {{ clock.what }}
                <b>{{ clock.due }}</b>
              </span>
              <small>{{ clock.left }}</small>
            </summary>
            <p>{{ clock.sentence }}</p>
            @if (clock.source) {
              <p class="st-small st-muted">{{ clock.source }}</p>
            }
            @if (clock.rule; as rule) {
              <p class="st-small st-muted">Rule {{ rule.key }}: {{ rule.source }}</p>
            }
            @if (clock.steps.length > 0) {
              <ol class="st-small">
                @for (step of clock.steps; track $index) {
                  <li>{{ step }}</li>
                }
              </ol>
            }
            @for (note of clock.notes; track note) {
              <p class="st-small">{{ note }}</p>
            }
            @if (clock.ifMissed) {
              <p class="st-small">If it passes: {{ clock.ifMissed }}</p>
            }
            @if (clock.others.length > 0) {
              <h3>Other rules</h3>
              <ul class="st-small">
                @for (other of clock.others; track other.rule.key) {
                  <li>
                    <b>{{ other.rule.key }}</b> {{ other.rule.sentence }}
                    <span class="st-muted">{{ other.why }} {{ other.rule.source }}</span>
                  </li>
                }
              </ul>
            }
          </details>
        }
      </section>
    }
  `,
  styleUrls: ['./section.css', './deadlines-card.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeadlinesCard {
  readonly view = input.required<CaseView>();
  readonly made = output();
  protected readonly looks = looks;
  /** A payer that takes longer says so where its clock is shown; for whom that is not, the moves of the case say why. */
  protected readonly extending = computed(() =>
    this.view().moves.filter(({ move, refusals }) => move === 'record_extension' && refusals.length === 0),
  );

  protected readonly clocks = computed(() => {
    const { clocks, timeZone, today } = this.view();
    return clocks.map((clock) => ({ ...clock, ...shown(clock, timeZone, today) }));
  });
}

/** Its end and how far that is; an estimate says so, as nobody may rely on it. */
function shown(clock: ClockView, timeZone: string, today: string): { look: Look; due: string; left: string } {
  const { dueOn, dueAt, kind, pressure, estimated } = clock;
  const look = pressure ?? 'none';
  if (dueOn === null) return { look, due: instead[kind] ?? 'No date', left: '' };
  const due = dueAt === null ? formatDay(dueOn) : formatDateTime(dueAt, timeZone);
  return {
    look,
    due: estimated === null ? due : `${due}, estimated`,
    left: `${looks[look].word}${dayClockWords(dueOn, today)}`,
  };
}
