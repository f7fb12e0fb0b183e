import { ChangeDetectionStrategy, Component, DOCUMENT, computed, inject, input, signal } from '@angular/core';
import type { YourCaseView } from '@stipple/contracts';
import { CaseVisit } from './case-visit';

/** The one file that a patient can take along, or why there is none. */
@Component({
  selector: 'st-papers-to-keep',
  template: `
    @let texts = visit.caseTexts();
    @let papers = this.papers();
    <section aria-labelledby="papers">
      <h2 id="papers">{{ texts.headings.papers }}</h2>
      @if (offered()) {
        <p>{{ texts.papers.lead }}</p>
        <ul>
          @if (papers.rights) {
            <li>{{ texts.papers.rights }}</li>
          }
          @if (papers.packet) {
            <li>{{ texts.papers.packet }}</li>
          }
        </ul>
        @if (!papers.rights || !papers.packet) {
          <p class="st-muted">{{ papers.rights ? texts.papers.noPacket : texts.papers.noRights }}</p>
        }
        @if (visit.fault(); as fault) {
          <p class="mistake" role="alert">{{ visit.texts().problems[fault] }}</p>
        }
        <button class="st-button main" type="button" [disabled]="busy()" (click)="take()">
          {{ busy() ? visit.texts().gate.opening : texts.papers.take }}
        </button>
      } @else {
        <p>{{ papers.allowed ? texts.papers.nothing : texts.papers.notAllowed }}</p>
      }
    </section>
  `,
  styles: `
    section {
      display: grid;
      gap: var(--st-2);
    }
    h2 {
      font-size: 1.375rem;
    }
    ul {
      padding-left: 1.25em;
    }
    button {
      min-height: 3rem;
      font-size: inherit;
    }
    .mistake {
      color: var(--st-bad);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PapersToKeep {
  readonly papers = input.required<YourCaseView['papers']>();
  protected readonly visit = inject(CaseVisit);
  private readonly document = inject(DOCUMENT);
  protected readonly busy = signal(false);
  protected readonly offered = computed(() => {
    const { allowed, packet, rights } = this.papers();
    return allowed && (packet || rights);
  });

  /** Asked for like everything else and then handed over: a link would show the server's words where it refuses. */
  protected async take(): Promise<void> {
    this.busy.set(true);
    const file = await this.visit.papers();
    this.busy.set(false);
    if (file === null) return;
    const link = this.document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = 'papers.pdf';
    link.click();
    // The browser still reads it when the click is over.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}
