import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StandingRows } from '@stipple/contracts';
import { standingDefinitions, standingPartWords } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { EmptyState, Icon, KeyHint, count } from '@stipple/ui';
import { isGoneTo } from '../../rows/gone-to';
import { type RowHead, RowTable } from '../../rows/row-table';
import { ListFiles } from '../list-files';
import { type LookedAt, rowsQuestion } from '../standing-address';
import { StandingNames } from '../standing-names';
import { StandingView } from '../standing-view';
import { listHeads } from './row-words';
import { standingRows } from './standing-rows';

/** Exactly the rows that a number counts. */
@Component({
  selector: 'st-row-list',
  imports: [EmptyState, Icon, KeyHint, ListFiles, RouterLink, RowTable],
  templateUrl: './row-list.html',
  styleUrls: ['../../report/report-card.css', '../../rows/rows.css', './row-list.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RowList {
  readonly looked = input.required<LookedAt>();
  protected readonly view = inject(StandingView);
  private readonly names = inject(StandingNames);
  private readonly person = inject(CurrentPerson);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');
  readonly rows = viewChild<RowTable<StandingRows>>(RowTable);

  protected readonly address = computed(
    () => `/api/reports/standing/rows?${rowsQuestion(this.view.address(), this.looked())}`,
  );
  /** Those of the rows on screen, until the rows that are asked for have come. */
  private readonly words = computed(() => listHeads[this.rows()?.first()?.list ?? this.looked().list]);
  protected readonly heads = computed((): readonly RowHead[] => {
    const { about, days, amount } = this.words();
    return [
      ...['Case', about, days].map((words) => ({ words })),
      ...(amount === null ? [] : [{ words: amount, isNumber: true }]),
      { words: 'Act on it', isUnseen: true },
    ];
  });
  protected readonly rowsOf = (page: StandingRows) =>
    standingRows(page, { today: this.person.today(), books: this.person.holds('coordinator') });
  /** What was pressed, in words: the list, its part, and whose. */
  protected readonly way = computed(() => {
    const { list, part, personId } = this.looked();
    const whose = personId === null ? null : this.names.personOf(personId);
    const words = [standingDefinitions[list].name, part && standingPartWords[part], whose];
    return words.filter((one) => one !== null).join(' · ');
  });
  protected readonly heading = computed(() => {
    const total = this.rows()?.total();
    const { one, many } = this.words();
    return total === undefined ? 'The rows' : count(total, one, many);
  });

  constructor() {
    isGoneTo(inject<ElementRef<HTMLElement>>(ElementRef).nativeElement, this.title);
  }
}
