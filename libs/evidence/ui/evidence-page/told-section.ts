import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { EvidenceView } from '@stipple/contracts';
import { EvidenceForm, EvidenceRecordKind } from '@stipple/domain';
import { Icon, KeyHint } from '@stipple/ui';
import { EvidenceActions } from './evidence-actions';
import { RecordLine } from './record-line';
import { current } from './records';

interface Part {
  readonly kind: EvidenceRecordKind;
  readonly title: string;
  readonly add: string;
  readonly none: string;
  readonly hint?: string;
}

const parts: readonly Part[] = [
  {
    kind: 'function',
    title: 'Daily life and work',
    add: 'Record daily life',
    none: 'Nothing recorded about daily life and work.',
    hint: 'evidence.function',
  },
  {
    kind: 'statement',
    title: 'The physician’s statements',
    add: 'State',
    hint: 'evidence.statement',
    none: 'The physician has stated nothing yet: whether function is impaired, a joint is involved, a gain is expected.',
  },
  { kind: 'area', title: 'Area', add: 'Measure area', none: 'The area is not measured yet.' },
  {
    kind: 'device',
    title: 'Device and its clearance',
    add: 'Record device',
    none: 'No device recorded. A clearance that does not reach this scar is a reason to deny.',
  },
  {
    kind: 'mental_health',
    title: 'Mental health',
    add: 'Record note',
    none: 'No note by a mental-health professional. Summaries only: psychotherapy notes never come in here.',
  },
];

/** What is told, stated and looked up, kind by kind. */
@Component({
  selector: 'st-told-section',
  imports: [Icon, KeyHint, RecordLine],
  template: `
    @for (part of shown(); track part.kind) {
      <section [attr.aria-labelledby]="'told-' + part.kind">
        <header>
          <h2 [id]="'told-' + part.kind">{{ part.title }}</h2>
          @if (actions.may(part.kind)) {
            <button
              type="button"
              class="st-button small"
              [disabled]="actions.busy()"
              (click)="actions.open(part.kind)"
            >
              <st-icon name="plus" />{{ part.add }}
              @if (part.hint; as hint) {
                <st-key-hint [of]="hint" />
              }
            </button>
          }
        </header>
        @if (part.records.length > 0) {
          <ul>
            @for (record of part.records; track record.id) {
              <li><st-record-line [record]="record" [view]="view()" /></li>
            }
          </ul>
        } @else {
          <p class="none">{{ part.none }}</p>
        }
      </section>
    }
  `,
  styleUrl: './section.css',
  styles: `
    section + section {
      border-top: 1px solid var(--st-line);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ToldSection {
  readonly view = input.required<EvidenceView>();
  protected readonly actions = inject(EvidenceActions);
  protected readonly shown = computed(() =>
    parts.map((part) => ({
      ...part,
      kind: part.kind as EvidenceForm & EvidenceRecordKind,
      records: current(this.view()).filter(({ kind }) => kind === part.kind),
    })),
  );
}
