import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { bodySiteWords, partyWords, sideWords, stageWords } from '@stipple/domain';
import { Chip, Icon, PresenceMarks, dayClockWords, formatDayShort, urgency } from '@stipple/ui';
import { partyIcons, stageLooks } from '../looks';
import type { ShownRow } from './row-changes';

/**
 * One case in the queue. Everything it shows comes in by inputs that stay the same objects while nothing changes, so
 * that moving along the rows draws two of them and not fifty.
 */
@Component({
  // A row of a native table, so that it is read as one.
  // eslint-disable-next-line @angular-eslint/component-selector
  selector: 'tr[st-queue-row]',
  imports: [Chip, Icon, PresenceMarks],
  templateUrl: './queue-row.html',
  styleUrls: ['./queue-row.css', './queue-row-card.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '[attr.data-row]': 'row().id',
    '[attr.aria-current]': 'active() ? "true" : null',
    '[class.selected]': 'selected()',
    '[class.left]': 'note() !== null',
    '[attr.data-pulse]': 'shown().pulse > 0 ? shown().pulse % 2 : null',
  },
})
export class QueueRowLine {
  readonly shown = input.required<ShownRow>();
  readonly today = input.required<string>();
  readonly active = input(false);
  /** Whether the Tab key stops here: at one row of the table only; arrows lead to the others. */
  readonly reachable = input(false);
  readonly selected = input(false);
  /** The view that the case is opened from, as an address says it: `?view=due`, or nothing. */
  readonly from = input.required<string>();
  readonly search = input('');
  readonly me = input('');
  /** Whether Shift was held, which chooses everything in between. */
  readonly picked = output<boolean>();
  /** Asks for everything that can be done with the row. */
  readonly menu = output();
  private readonly router = inject(Router);
  private readonly link = viewChild.required<ElementRef<HTMLAnchorElement>>('link');
  private readonly host = inject<ElementRef<HTMLTableRowElement>>(ElementRef).nativeElement;

  protected readonly row = computed(() => this.shown().row);
  protected readonly note = computed(() => this.shown().note);
  /** A plain link: the router's own would parse and listen once more for each of fifty rows. */
  protected readonly address = computed(() => `/cases/${this.row().id}${this.from()}`);
  protected readonly reach = computed(() => (this.reachable() ? 0 : -1));
  protected readonly looks = computed(() => stageLooks[this.row().stage]);
  protected readonly urgency = computed(() => urgency(this.row().dueOn, this.today()));
  protected readonly clock = computed(() => {
    const due = this.row().dueOn;
    return due === null ? '–' : dayClockWords(due, this.today());
  });
  protected readonly site = computed(() => {
    const { side, bodySite } = this.row();
    return side === 'midline'
      ? bodySiteWords[bodySite]
      : `${sideWords[side]} ${bodySiteWords[bodySite].toLowerCase()}`;
  });
  protected readonly stageWords = stageWords;
  protected readonly partyWords = partyWords;
  protected readonly partyIcons = partyIcons;
  protected readonly shortDay = formatDayShort;

  protected first(name: string): string {
    return name.replace(/^Dr\.? /, '').split(' ')[0] ?? name;
  }

  /** Opens the case here, unless the browser is asked to open it elsewhere. */
  protected open(event: MouseEvent): void {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void this.router.navigateByUrl(this.address(), { state: { search: this.search() } });
  }

  focus(): void {
    this.link().nativeElement.focus({ preventScroll: true });
    this.host.scrollIntoView({ block: 'nearest' });
  }

  /** What a small window for this row is attached to. */
  get anchor(): HTMLElement {
    return this.host.querySelector<HTMLElement>('.more button') ?? this.host;
  }
}
