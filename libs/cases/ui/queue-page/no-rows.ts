import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState, Icon } from '@stipple/ui';
import type { Tab } from './view-tabs';

/** A view without rows says why it has none; a clinic without cases, what will stand here. */
@Component({
  selector: 'st-no-rows',
  imports: [EmptyState, Icon, RouterLink],
  template: `
    @if (narrowed()) {
      <st-empty icon="search" title="No case fits here">
        {{ why() }}
        <button actions type="button" class="st-button" (click)="cleared.emit()">
          <st-icon name="close" />Clear search and filters <kbd aria-hidden="true">{{ key() }}</kbd>
        </button>
      </st-empty>
    } @else if (tab()?.id !== 'all') {
      <st-empty icon="circle-check" [title]="'“' + (tab()?.words ?? 'This view') + '” is empty'">
        {{ tab()?.explains }} There is none right now.
        <a actions class="st-button" routerLink="/queue"><st-icon name="list" />All open cases</a>
      </st-empty>
    } @else {
      <st-empty icon="list" title="The queue fills itself">
        Every open case stands here until somebody has done what it waits for, the most pressing on top.
        {{ mayOpen() ? '' : 'A billing coordinator opens them.' }}
        @if (mayOpen()) {
          <a actions class="st-button" routerLink="/roster">Import a roster</a>
        }
        @if (mayOpen()) {
          <a actions class="st-button main" routerLink="/cases/new"><st-icon name="plus" />Open a case</a>
        }
      </st-empty>
    }
  `,
  styles: `
    kbd {
      color: var(--st-ink-muted);
      font-family: var(--st-font);
      font-size: var(--st-size-small);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoRows {
  readonly tab = input<Tab>();
  readonly narrowed = input(false);
  readonly searched = input(false);
  readonly filters = input(0);
  readonly key = input('');
  readonly mayOpen = input(false);
  readonly cleared = output();

  protected readonly why = computed(() => {
    const what = this.searched()
      ? this.filters() > 0
        ? 'what you searched for, with the filters that are set'
        : 'what you searched for'
      : this.filters() === 1
        ? 'the filter that is set'
        : `the ${this.filters()} filters that are set`;
    const tab = this.tab();
    const holds =
      tab && tab.count !== null && tab.count !== '0' ? ` “${tab.words}” itself holds ${tab.count}.` : '';
    return `Nothing matches ${what}.${holds}`;
  });
}
