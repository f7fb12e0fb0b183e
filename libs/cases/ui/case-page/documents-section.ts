import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseView, DocumentView } from '@stipple/contracts';
import { documentKindWords, evidenceReaders } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { Icon, KeyHint, formatBytes, formatDay, joined } from '@stipple/ui';
import { MoveButtons } from './move-buttons';
import { NothingYet } from './nothing-yet';

/** The evidence: photographs, measurements, notices, as they were attached. */
@Component({
  selector: 'st-documents-section',
  imports: [Icon, KeyHint, MoveButtons, NothingYet, RouterLink],
  template: `
    @let view = this.view();
    <section aria-labelledby="documents-title">
      <header>
        <h2 id="documents-title">Evidence and documents</h2>
        @if (readsEvidence()) {
          <a class="st-button small" [routerLink]="['/cases', view.id, 'evidence']"
            ><st-icon name="chart" />Measurements and scales<st-key-hint of="case.evidence"
          /></a>
          <a class="st-button small" [routerLink]="['/cases', view.id, 'photos']"
            ><st-icon name="camera" />Photographs</a
          >
        }
        <st-move-buttons
          [view]="view"
          [mover]="{ subject: 'case_document', id: null, version: 0 }"
          [moves]="view.beginnings['case_document'] ?? []"
          (made)="made.emit()"
        />
      </header>
      @for (document of view.documents; track document.id) {
        <div class="item">
          <div class="line">
            <st-icon name="attach" />
            @if (document.kind !== 'photo' || readsEvidence()) {
              <a [href]="'/api/documents/' + document.id" target="_blank" rel="noopener">{{
                document.title
              }}</a>
            } @else {
              {{ document.title }}
            }
            <span class="st-muted">{{ documentFacts(document) }}</span>
            <span class="grow"></span>
            <span class="st-small st-muted"
              >{{ formatBytes(document.bytes) }}, added by {{ document.by }}</span
            >
          </div>
        </div>
      } @empty {
        <st-nothing-yet subject="case_document" move="record"
          >No photographs, measurements or notes yet. They are the evidence that the payer’s reviewer
          reads.</st-nothing-yet
        >
      }
    </section>
  `,
  styleUrl: './section.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DocumentsSection {
  readonly view = input.required<CaseView>();
  readonly made = output();
  private readonly person = inject(CurrentPerson);
  /** A manager’s work needs neither measurements nor photographs. */
  protected readonly readsEvidence = () => this.person.holds(...evidenceReaders);
  protected readonly formatBytes = formatBytes;

  protected documentFacts(document: DocumentView): string {
    return joined(documentKindWords[document.kind], document.datedOn && formatDay(document.datedOn));
  }
}
