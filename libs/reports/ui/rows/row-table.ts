import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  TemplateRef,
  computed,
  inject,
  input,
  linkedSignal,
} from '@angular/core';
import { KeyHint, NumberWords } from '@stipple/ui';
import { AddressedView } from '../report/addressed-view';
import { type PageOfRows, RowPage } from './row-page';

/** The head of a column. */
export interface RowHead {
  readonly words: string;
  readonly isNumber?: boolean;
  /** Said only to those who do not see what stands below it. */
  readonly isUnseen?: boolean;
}

/** The rows behind a number, a page at a time, and the ways along them. What a row says, its list knows. */
@Component({
  selector: 'st-row-table',
  imports: [KeyHint, RowPage, NumberWords],
  template: `
    <table [hidden]="total() === 0">
      <thead>
        <tr>
          @for (head of heads(); track head.words) {
            <th scope="col" [class.st-number]="head.isNumber">
              <span [class.st-hidden]="head.isUnseen">{{ head.words }}</span>
            </th>
          }
        </tr>
      </thead>
      @for (after of places(); track $index) {
        <tbody
          st-row-page
          [address]="address()"
          [after]="after"
          [words]="words()"
          [line]="line()"
          [width]="heads().length"
          (read)="read($index, $event)"
        ></tbody>
      }
    </table>
    @if (left() > 0) {
      <button type="button" class="st-button" (click)="more()">
        Show more<span class="st-muted">{{ left() | stNumber }} left</span
        ><st-key-hint [of]="view.command('more')" />
      </button>
    }
  `,
  styleUrl: './row-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RowTable<Page extends PageOfRows> {
  /** What is listed, without a place in it. Not required: the list’s heading, above, asks for its rows before it is set. */
  readonly address = input('');
  readonly heads = input.required<readonly RowHead[]>();
  readonly words = input.required<(page: Page) => readonly { readonly id: string }[]>();
  /** How one of the `words` is drawn. */
  readonly line = input.required<TemplateRef<unknown>>();
  protected readonly view = inject(AddressedView);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /**
   * What has been read of this list, page by page: each says where the next begins. Another list begins short again, and
   * its first page takes the place of the one before when it has come.
   */
  private readonly pages = linkedSignal<string, readonly Page[]>({
    source: this.address,
    computation: (_, before) => before?.value.slice(0, 1) ?? [],
  });
  private readonly shown = linkedSignal({ source: this.address, computation: () => 1 });
  protected readonly places = computed(() => {
    const nexts = this.pages().flatMap(({ next }) => next ?? []);
    return ['', ...nexts].slice(0, this.shown());
  });
  readonly first = computed(() => this.pages()[0]);
  readonly total = computed(() => this.first()?.total);
  private readonly listed = computed(() => this.pages().reduce((sum, { rows }) => sum + rows.length, 0));
  readonly left = computed(() => Math.max(0, (this.total() ?? 0) - this.listed()));
  readonly some = computed(() => this.listed() > 0);

  more(): void {
    this.shown.update((pages) => pages + 1);
  }

  /** To the next row, or the one before; begins at the top, or the bottom. */
  step(by: number): void {
    const links = [...this.host.querySelectorAll<HTMLElement>('tbody .patient a')];
    const at = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement));
    const to = at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by;
    links[Math.min(links.length - 1, Math.max(0, to))]?.focus();
  }

  protected read(at: number, page: Page): void {
    this.pages.update((before) => [...before.slice(0, at), page, ...before.slice(at + 1, this.shown())]);
  }
}
