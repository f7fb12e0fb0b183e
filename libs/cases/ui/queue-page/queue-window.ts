import { CdkConnectedOverlay, ConnectedPosition } from '@angular/cdk/overlay';
import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { QueueRow } from '@stipple/contracts';
import { count } from '@stipple/ui';
import { AssignMenu } from './assign-menu';
import { Owner, QueueWork } from './queue-work';
import { RowAction, RowMenu } from './row-menu';
import { SaveView } from './save-view';
import { SavedViews } from './saved-views';
import { SnoozeMenu } from './snooze-menu';

/** A small window over the page: what it asks, of which rows, and what it hangs on. */
export interface SmallWindow {
  readonly kind: 'menu' | 'snooze' | 'assign' | 'save';
  readonly anchor: HTMLElement;
  readonly rows: readonly QueueRow[];
}

/** Below what it is about and flush with its end, where the buttons of a row are; above it where there is no room. */
const places: ConnectedPosition[] = [
  { originX: 'end', originY: 'bottom', overlayX: 'end', overlayY: 'top', offsetY: 4 },
  { originX: 'end', originY: 'top', overlayX: 'end', overlayY: 'bottom', offsetY: -4 },
];

/** Shows one small window beside what it is about. A click outside, Escape and the choice itself close it. */
@Component({
  selector: 'st-queue-window',
  imports: [AssignMenu, CdkConnectedOverlay, RowMenu, SaveView, SnoozeMenu],
  template: `
    <ng-template
      cdkConnectedOverlay
      [cdkConnectedOverlayOpen]="true"
      [cdkConnectedOverlayOrigin]="open().anchor"
      [cdkConnectedOverlayPositions]="places"
      [cdkConnectedOverlayHasBackdrop]="true"
      cdkConnectedOverlayBackdropClass="cdk-overlay-transparent-backdrop"
      [cdkConnectedOverlayPush]="true"
      [cdkConnectedOverlayViewportMargin]="8"
      (backdropClick)="closed.emit(null)"
      (detach)="closed.emit(null)"
    >
      <div
        [attr.role]="open().kind === 'menu' ? null : 'dialog'"
        [attr.aria-label]="open().kind === 'menu' ? null : label()"
      >
        @switch (open().kind) {
          @case ('menu') {
            <st-row-menu
              [label]="label()"
              [actions]="actions()"
              (chosen)="acted.emit($event)"
              (closed)="closed.emit(null)"
            />
          }
          @case ('snooze') {
            <st-snooze-menu [today]="today()" [what]="what()" (chosen)="snooze($event)" />
          }
          @case ('assign') {
            <st-assign-menu [people]="people()" [me]="me()" [what]="what()" (chosen)="assign($event)" />
          }
          @case ('save') {
            <st-save-view [query]="query()" [known]="saved.named(query())" (closed)="closed.emit(null)" />
          }
        }
      </div>
    </ng-template>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QueueWindow {
  readonly open = input.required<SmallWindow>();
  readonly today = input.required<string>();
  readonly people = input.required<readonly Owner[]>();
  readonly me = input.required<string>();
  readonly query = input.required<string>();
  readonly actions = input.required<readonly RowAction[]>();
  /** Closed, and what was chosen on the way: rows that are put off make room for the next one. */
  readonly closed = output<'snoozed' | 'assigned' | null>();
  /** One of the actions was chosen, to be done with the row of the menu. */
  readonly acted = output<string>();
  private readonly work = inject(QueueWork);
  protected readonly saved = inject(SavedViews);
  protected readonly places = places;

  protected readonly what = computed(() => {
    const [only, ...others] = this.open().rows;
    return only && others.length === 0 ? `#${only.number}` : count(this.open().rows.length, 'case');
  });
  protected readonly label = computed(
    () =>
      ({ menu: `Case ${this.what()}`, snooze: 'Snooze', assign: 'Assign', save: 'Save the view' })[
        this.open().kind
      ],
  );

  protected snooze(day: string): void {
    void this.work.snooze(this.open().rows, day);
    this.closed.emit('snoozed');
  }

  protected assign(owner: Owner | null): void {
    void this.work.assign(this.open().rows, owner);
    this.closed.emit('assigned');
  }
}
