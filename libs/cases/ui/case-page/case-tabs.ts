import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  output,
} from '@angular/core';
import type { CaseView } from '@stipple/contracts';
import { KeyHint } from '@stipple/ui';
import { CaseTab, caseTabWords, caseTabs } from './case-tab-words';

/** The parts of a case, one shown at a time. Arrows move between them as between any tabs; `1` to `6` from anywhere. */
@Component({
  selector: 'st-case-tabs',
  imports: [KeyHint],
  template: `
    <div role="tablist" aria-label="Parts of the case">
      @for (tab of tabs(); track tab.tab) {
        <button
          type="button"
          role="tab"
          [id]="'tab-' + tab.tab"
          aria-controls="case-panel"
          [attr.aria-selected]="tab.tab === shown()"
          [tabindex]="tab.tab === shown() ? 0 : -1"
          (focus)="inSight($event)"
          (click)="chosen.emit(tab.tab)"
          (keydown)="pressed($event)"
        >
          {{ tab.words }}
          @if (tab.many > 0) {
            <small>{{ tab.many }}</small>
          }
          <st-key-hint [of]="'case.tab-' + tab.tab" />
        </button>
      }
    </div>
  `,
  styleUrl: './case-tabs.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CaseTabs {
  readonly view = input.required<CaseView>();
  readonly shown = input.required<CaseTab>();
  readonly chosen = output<CaseTab>();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly tabs = computed(() => {
    const { documents, requests, agreements, sessions, notes } = this.view();
    const many: Readonly<Partial<Record<CaseTab, number>>> = {
      preparation: documents.length,
      payer: requests.length,
      self_pay: agreements.length,
      sessions: sessions.length,
      notes: notes.length,
    };
    return caseTabs.map((tab) => ({ tab, words: caseTabWords[tab], many: many[tab] ?? 0 }));
  });

  /** On a narrow screen they are a line to swipe along. */
  protected inSight({ target }: FocusEvent): void {
    if (target instanceof Element) target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  protected pressed(event: KeyboardEvent): void {
    const at = caseTabs.indexOf(this.shown());
    const to = {
      ArrowRight: (at + 1) % caseTabs.length,
      ArrowLeft: (at + caseTabs.length - 1) % caseTabs.length,
      Home: 0,
      End: caseTabs.length - 1,
    }[event.key];
    const tab = to === undefined ? undefined : caseTabs[to];
    if (!tab) return;
    event.preventDefault();
    this.chosen.emit(tab);
    this.host.nativeElement.querySelector<HTMLElement>(`#tab-${tab}`)?.focus();
  }
}
