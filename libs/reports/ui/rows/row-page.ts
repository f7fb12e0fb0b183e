import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  TemplateRef,
  computed,
  effect,
  inject,
  input,
  output,
} from '@angular/core';
import { ProblemBanner, Skeleton } from '@stipple/ui';
import { AddressedView } from '../report/addressed-view';

/** A page of a list as the API sends it. */
export interface PageOfRows {
  readonly rows: readonly unknown[];
  /** How many rows the whole list has. */
  readonly total: number;
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
}

/** One page of the rows behind a number; each page follows what others change, and where the next one begins. */
@Component({
  // Rows of a native table, so that they are read as such.
  // eslint-disable-next-line @angular-eslint/component-selector
  selector: 'tbody[st-row-page]',
  imports: [NgTemplateOutlet, ProblemBanner, Skeleton],
  template: `
    @for (row of rows(); track row.id) {
      <ng-container [ngTemplateOutlet]="line()" [ngTemplateOutletContext]="{ $implicit: row }" />
    }
    @if (page.problem(); as problem) {
      <tr>
        <td [attr.colspan]="width()">
          <st-problem [problem]="problem" [retriable]="true" (retry)="page.reload()" />
        </td>
      </tr>
    } @else if (!page.value()) {
      <tr>
        <td [attr.colspan]="width()"><st-skeleton [lines]="6" /></td>
      </tr>
    }
  `,
  styles: `
    :host.fading {
      opacity: 0.6;
    }
    @media (max-width: 48rem) {
      :host,
      tr,
      td {
        display: block;
      }
    }
  `,
  host: { '[class.fading]': '!page.settled()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RowPage<Page extends PageOfRows> {
  /** What the list is asked for, without a place in it. */
  readonly address = input.required<string>();
  /** Where the page before ended; empty for the first. */
  readonly after = input.required<string>();
  readonly words = input.required<(page: Page) => readonly { readonly id: string }[]>();
  /** How a row is drawn. */
  readonly line = input.required<TemplateRef<unknown>>();
  /** In columns. */
  readonly width = input.required<number>();
  readonly read = output<Page>();

  protected readonly page = inject(AddressedView).read<Page>(
    () => `${this.address()}${this.after() === '' ? '' : `&after=${encodeURIComponent(this.after())}`}`,
  );
  protected readonly rows = computed(() => {
    const page = this.page.value();
    return page ? this.words()(page) : [];
  });

  constructor() {
    effect(() => {
      const page = this.page.value();
      if (page && this.page.settled()) this.read.emit(page);
    });
  }
}
