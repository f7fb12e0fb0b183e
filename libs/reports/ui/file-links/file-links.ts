import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { FileFormat } from '@stipple/contracts';
import { Icon } from '@stipple/ui';

const formats: readonly (readonly [FileFormat, string])[] = [
  ['csv', 'CSV'],
  ['xlsx', 'Excel'],
  ['pdf', 'PDF'],
];

/** A report or a list to take along: as many rows as there are, in three formats. */
@Component({
  selector: 'st-file-links',
  imports: [Icon],
  template: `
    <ul [attr.aria-label]="what()">
      @for (link of links(); track link.name; let first = $first) {
        <li>
          <a
            class="st-button small"
            download
            [href]="link.href"
            [attr.aria-label]="what() + ' as ' + link.name"
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
  /** What is in the file: “Export the report”. */
  readonly what = input.required<string>();
  /** Where it is made. */
  readonly from = input.required<string>();
  /** What narrows it, as it stands in a question; empty where nothing does. */
  readonly question = input.required<string>();
  protected readonly links = computed(() =>
    formats.map(([format, name]) => ({
      name,
      href: `${this.from()}?format=${format}${this.question() === '' ? '' : `&${this.question()}`}`,
    })),
  );
}
