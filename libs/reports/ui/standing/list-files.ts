import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type StandingList, standingDefinitions } from '@stipple/domain';
import { FileLinks } from '../file-links/file-links';
import { type LookedAt, rowsQuestion } from './standing-address';
import { StandingView } from './standing-view';

/** All rows of a list to take along, narrowed as they are on the page. */
@Component({
  selector: 'st-list-files',
  imports: [FileLinks],
  template: `<st-file-links [what]="name()" from="/api/reports/standing/export" [question]="question()" />`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListFiles {
  readonly list = input.required<StandingList>();
  /** Only these of it. */
  readonly looked = input<LookedAt>();
  private readonly view = inject(StandingView);
  protected readonly name = computed(() => standingDefinitions[this.list()].name);
  protected readonly question = computed(() => {
    const all: LookedAt = { list: this.list(), part: null, personId: null };
    return rowsQuestion(this.view.address(), this.looked() ?? all);
  });
}
