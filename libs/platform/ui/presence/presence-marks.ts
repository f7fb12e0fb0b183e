import {
  ChangeDetectionStrategy,
  Component,
  HostAttributeToken,
  booleanAttribute,
  computed,
  inject,
  input,
} from '@angular/core';
import { initials } from '../formats';
import { Icon } from '../parts/icon';
import { Presence } from './presence';
import { thingOf } from './words';

/**
 * Who else is at a case: an outlined ring for whoever looks, a filled one with a pencil for whoever edits, and in
 * words. Small, for rows: the rings alone, with the words for screen readers and on pointing.
 */
@Component({
  selector: 'st-presence',
  imports: [Icon],
  templateUrl: './presence-marks.html',
  styleUrl: './presence-marks.css',
  host: { '[class.small]': 'small()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PresenceMarks {
  readonly caseId = input.required<string>();
  readonly small = input(false, { transform: booleanAttribute });
  private readonly presence = inject(Presence);

  protected readonly people = computed(() =>
    this.presence.colleagues(this.caseId()).map(({ id, name, editing }) => ({
      id,
      initials: initials(name),
      edits: editing.length > 0,
      words: editing.length > 0 ? `${name} is editing ${thingOf(editing[0] ?? '')}` : `${name} is looking`,
    })),
  );
  protected readonly shown = computed(() => this.people().slice(0, this.small() ? 2 : 4));
  protected readonly more = computed(() => this.people().length - this.shown().length);
  protected readonly said = computed(() =>
    this.people()
      .map(({ words }) => words)
      .join('. '),
  );
  /** Beside the rings of a page: what is being edited, else who looks. */
  protected readonly first = computed(() => this.people()[0]?.words);

  constructor() {
    // `here`: showing this means being at the case oneself, as on its page. A list of rows has nothing to follow.
    if (inject(new HostAttributeToken('here'), { optional: true }) !== null) this.presence.visit(this.caseId);
  }
}
