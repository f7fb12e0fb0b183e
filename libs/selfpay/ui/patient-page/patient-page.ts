import { ChangeDetectionStrategy, Component, DOCUMENT, computed, effect, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { patientCardTexts } from '@stipple/domain';
import { backFromCard } from './back-from-card';
import { PatientEstimate } from './patient-estimate';
import { PatientGate } from './patient-gate';
import { PatientVisit } from './patient-visit';

/**
 * The patient's own page. The link's token stands behind the # of its address, which no browser sends anywhere; once it
 * has opened the page it is taken out of the address, too. A page loaded again within its hour goes on.
 */
@Component({
  selector: 'st-patient-page',
  imports: [PatientEstimate, PatientGate],
  providers: [PatientVisit],
  template: `
    @let texts = visit.texts();
    <main [lang]="visit.language()">
      <header>
        <h1>{{ texts.title }}</h1>
        <button class="st-button" type="button" [lang]="other()" (click)="visit.otherLanguage()">
          {{ texts.otherLanguage }}
        </button>
      </header>
      @if (paidElsewhere(); as words) {
        <p class="st-card sent" role="status">{{ words }}</p>
      } @else if (visit.estimate() === null && visit.fault(); as fault) {
        <p class="fault" role="alert">{{ texts.problems[fault] }}</p>
      }
      @if (visit.estimate(); as estimate) {
        <st-patient-estimate [estimate]="estimate" />
      } @else if (token !== '') {
        <st-patient-gate [token]="token" />
      }
    </main>
  `,
  styleUrl: './patient-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PatientPage {
  protected readonly visit = inject(PatientVisit);
  private readonly window = inject(DOCUMENT).defaultView;
  /** Who pays by a link that the clinic sent comes back to this page, and has no visit to go on with. */
  protected readonly paidElsewhere = computed(() =>
    this.visit.estimate() === null && this.visit.fault() === 'over' && backFromCard(this.window) === 'sent'
      ? patientCardTexts[this.visit.language()].sent
      : '',
  );
  protected readonly token = this.window?.location.hash.slice(1) ?? '';

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(`${this.visit.texts().title} · Stipple`));
    effect(() => {
      if (this.visit.estimate() !== null && this.window?.location.hash)
        this.window.history.replaceState(this.window.history.state, '', this.window.location.pathname);
    });
    if (this.token === '') void this.visit.goesOn();
    else if (!/^[\w-]{43}$/.test(this.token)) this.visit.fault.set('notWhole');
  }

  protected other(): string {
    return this.visit.language() === 'en' ? 'es' : 'en';
  }
}
