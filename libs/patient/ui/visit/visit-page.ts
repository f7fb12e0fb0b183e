import { ChangeDetectionStrategy, Component, DOCUMENT, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type GateWords, PatientGate } from './patient-gate';
import { Visit } from './visit';

/**
 * The frame of a patient's page. The link's token stands behind the # of its address, which no browser sends anywhere; once
 * it has opened the page it is taken out of the address, too. A page loaded again within its hour goes on.
 */
@Component({
  selector: 'st-visit-page',
  imports: [PatientGate],
  template: `
    @let texts = visit.texts();
    <main [lang]="visit.language()">
      <header>
        <h1>{{ heading() }}</h1>
        <button class="st-button" type="button" [lang]="other()" (click)="visit.otherLanguage()">
          {{ texts.otherLanguage }}
        </button>
      </header>
      @if (thanks(); as words) {
        <p class="st-card sent" role="status">{{ words }}</p>
      } @else if (visit.view() === null && visit.fault(); as fault) {
        <p class="fault" role="alert">{{ texts.problems[fault] }}</p>
      }
      @if (visit.view() !== null) {
        <ng-content />
      } @else if (token !== '') {
        <st-patient-gate [token]="token" [words]="gate()" />
      }
    </main>
  `,
  styleUrl: './visit-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VisitPage {
  readonly heading = input.required<string>();
  readonly gate = input.required<GateWords>();
  /** What was done somewhere else, told instead of that there is no visit to go on with. */
  readonly thanks = input('');
  protected readonly visit = inject(Visit);
  private readonly window = inject(DOCUMENT).defaultView;
  protected readonly token = this.window?.location.hash.slice(1) ?? '';

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(`${this.heading()} · Stipple`));
    effect(() => {
      if (this.visit.view() !== null && this.window?.location.hash)
        this.window.history.replaceState(this.window.history.state, '', this.window.location.pathname);
    });
    if (this.token === '') void this.visit.goesOn();
    else if (!/^[\w-]{43}$/.test(this.token)) this.visit.fault.set('notWhole');
  }

  protected other(): string {
    return this.visit.language() === 'en' ? 'es' : 'en';
  }
}
