import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { CaseStanding, Visit, VisitPage } from '../visit';
import { longDay, standingInWords } from '@stipple/domain';
import { CaseVisit } from './case-visit';
import { PapersToKeep } from './papers-to-keep';
import { PhotosToSend } from './photos-to-send';

/** Where a case stands, as its patient reads it; sending photographs, and taking papers along. */
@Component({
  selector: 'st-your-case-page',
  imports: [CaseStanding, PapersToKeep, PhotosToSend, VisitPage],
  providers: [CaseVisit, { provide: Visit, useExisting: CaseVisit }],
  templateUrl: './your-case-page.html',
  styleUrl: './your-case-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class YourCasePage {
  protected readonly visit = inject(CaseVisit);
  protected readonly youCan = computed(() => {
    const view = this.visit.view();
    return view === null ? '' : standingInWords(view.standing, view.today, this.visit.language()).youCan;
  });
  protected readonly appointment = computed(() => {
    const { appointment } = this.visit.view() ?? {};
    if (!appointment) return '';
    const words = this.visit.caseTexts().appointment;
    return words
      .replace('{day}', longDay(appointment.on, this.visit.language()))
      .replace('{time}', this.time(appointment.at));
  });

  /** Of the clinic's wall clock, in the way the language has it. */
  private time(at: string): string {
    const hour12 = this.visit.language() === 'en';
    const time = Temporal.PlainTime.from(at);
    return time.toLocaleString(hour12 ? 'en-US' : 'es-US', { hour: 'numeric', minute: '2-digit', hour12 });
  }
}
