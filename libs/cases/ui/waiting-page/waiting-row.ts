import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { WaitingItem } from '@stipple/contracts';
import { partyWords, stageWords } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { Icon, distance, formatDateTime, formatDay, formatDayShort, urgency } from '@stipple/ui';
import { stageLooks } from '../looks';
import { kindLooks } from './kinds';

/** One thing that waits, in one line: patient, what, where the case stands, since when, by when. Two lines on a phone. */
@Component({
  selector: 'st-waiting-row',
  imports: [Icon, RouterLink],
  template: `
    <span class="patient"
      ><a [routerLink]="['/cases', item().caseId]">{{ item().patientName }}</a>
      <span class="st-muted">#{{ item().caseNumber }}</span></span
    >
    <span class="what">
      @if (item().payerWords; as words) {
        <q [title]="words">{{ words }}</q>
      }
      <span [class.st-muted]="item().payerWords">{{ item().what }}</span>
    </span>
    <span class="standing" [title]="item().nextStep"
      ><st-icon [name]="stageLooks[item().stage].icon" /><span
        >{{ stageWords[item().stage] }} <span aria-hidden="true">→</span
        ><span class="st-hidden">, next: </span> {{ partyWords[item().actsNext] }}</span
      ></span
    >
    <time class="since st-muted" [title]="since()"
      ><span class="st-hidden">waits </span>since {{ sinceDay() }}</time
    >
    <span class="due" [attr.data-urgency]="urgency(item().dueOn, person.today())">
      @if (item().dueOn; as due) {
        @if (urgency(due, person.today()) === 'late') {
          <st-icon name="alert" /><span class="st-hidden">overdue, </span>
        }
        <span [title]="formatDay(due)"
          ><span class="st-hidden">due </span>{{ distance(due, person.today()) }}</span
        >
      }
    </span>
    <button
      type="button"
      class="st-button small"
      [disabled]="busy()"
      [attr.aria-label]="look().button + ': ' + item().what + ', ' + item().patientName"
      (click)="act.emit()"
    >
      <span>{{ look().button }}</span><st-icon name="chevron-right" />
    </button>
  `,
  styleUrl: './waiting-row.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WaitingRow {
  readonly item = input.required<WaitingItem>();
  readonly busy = input(false);
  readonly act = output();
  protected readonly person = inject(CurrentPerson);
  protected readonly look = computed(() => kindLooks[this.item().kind]);
  protected readonly since = computed(() => formatDateTime(this.item().since, this.person.timeZone()));
  protected readonly sinceDay = computed(() =>
    formatDayShort(
      Temporal.Instant.from(this.item().since)
        .toZonedDateTimeISO(this.person.timeZone())
        .toPlainDate()
        .toString(),
      this.person.today(),
    ),
  );
  protected readonly stageLooks = stageLooks;
  protected readonly stageWords = stageWords;
  protected readonly partyWords = partyWords;
  protected readonly distance = distance;
  protected readonly formatDay = formatDay;
  protected readonly urgency = urgency;
}
