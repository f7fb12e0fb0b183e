import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { CaseView } from '@stipple/contracts';
import { Icon, distance } from '@stipple/ui';
import { MoveButtons } from './move-buttons';

/** What somebody has to do because something happened, such as rebooking after a revocation. */
@Component({
  selector: 'st-tasks-card',
  imports: [Icon, MoveButtons],
  template: `
    @if (open().length > 0) {
      <section aria-labelledby="tasks-title">
        <header><h2 id="tasks-title">Must act</h2></header>
        @for (task of open(); track task.id) {
          <div class="item">
            <div class="line">
              <st-icon name="alert" />
              <span class="grow"
                >{{ task.about }} <b>{{ distance(task.dueOn, view().today) }}</b></span
              >
              <st-move-buttons
                [view]="view()"
                [mover]="{ subject: 'task', id: task.id, version: task.version }"
                [moves]="task.moves"
                (made)="made.emit()"
              />
            </div>
          </div>
        }
      </section>
    }
  `,
  styleUrl: './section.css',
  styles: `
    section {
      border-color: var(--st-bad);
    }
    st-icon {
      color: var(--st-bad);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TasksCard {
  readonly view = input.required<CaseView>();
  readonly made = output();
  protected readonly open = computed(() => this.view().tasks.filter(({ state }) => state === 'open'));
  protected readonly distance = distance;
}
