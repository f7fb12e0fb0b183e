import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type StandingList, standingDefinitions } from '@stipple/domain';
import { Icon } from '@stipple/ui';
import { type LookedAt, rowsQuestion } from './standing-address';
import { StandingView } from './standing-view';

const formats = [
  ['csv', 'CSV'],
  ['xlsx', 'Excel'],
] as const;

/** All rows of a list to take along, narrowed as they are on the page. */
@Component({
  selector: 'st-file-links',
  imports: [Icon],
  template: `
    <ul [attr.aria-label]="'Export: ' + name()">
      @for (link of links(); track link.name; let first = $first) {
        <li>
          <a
            class="st-button small"
            download
            [href]="link.href"
            [attr.aria-label]="name() + ' as ' + link.name"
          >
            @if (first) {
              <st-icon name="download" />
            }
            {{ link.name }}</a
          >
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--st-1);
      padding: 0;
      list-style: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FileLinks {
  readonly list = input.required<StandingList>();
  /** Only these of it. */
  readonly looked = input<LookedAt>();
  private readonly view = inject(StandingView);
  protected readonly name = computed(() => standingDefinitions[this.list()].name);
  protected readonly links = computed(() => {
    const all: LookedAt = { list: this.list(), part: null, personId: null };
    const question = rowsQuestion(this.view.address(), this.looked() ?? all);
    return formats.map(([format, name]) => ({
      name,
      href: `/api/reports/standing/export?format=${format}&${question}`,
    }));
  });
}
