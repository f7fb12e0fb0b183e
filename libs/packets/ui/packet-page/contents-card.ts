import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PacketManifest, PacketView } from '@stipple/contracts';
import { Icon } from '@stipple/ui';

/** The parts of the packet in their order, with the pages they stand on as far as those are counted. */
@Component({
  selector: 'st-contents-card',
  imports: [Icon],
  template: `
    <section class="st-card" aria-labelledby="contents-title">
      <header>
        <h2 id="contents-title">Contents</h2>
        <span class="st-muted" role="status">{{ pagesWords() }}</span>
      </header>
      <ol>
        @for (row of rows(); track row.key) {
          <li>
            <span class="title"
              >{{ row.title }}
              @if (row.key === 'letter' && view().letter; as letter) {
                <a class="st-small" [href]="'/api/letters/' + letter.id + '/docx'" download>Save as DOCX</a>
              }
            </span>
            <span class="pages">{{ row.pages }}</span>
            @if (row.hash) {
              <code class="st-small st-muted" [attr.aria-label]="'SHA-256 ' + row.hash">{{
                row.hash.slice(0, 12)
              }}</code>
            }
          </li>
        }
      </ol>
      @if (view().leftOut.length > 0) {
        <h3>Not in the packet</h3>
        <ul>
          @for (one of view().leftOut; track $index) {
            <li class="left-out">
              <span><st-icon name="warning" /> {{ one.title }}</span>
              <span class="st-small st-muted">{{ one.why }}</span>
            </li>
          }
        </ul>
      }
    </section>
  `,
  styleUrl: './contents-card.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContentsCard {
  readonly view = input.required<PacketView>();
  readonly manifest = input<PacketManifest | null>(null);
  readonly counting = input(false);
  protected readonly pagesWords = computed(() => {
    const manifest = this.manifest();
    if (manifest) return `${manifest.pages} pages`;
    return this.counting() ? 'Counting the pages…' : '';
  });
  protected readonly rows = computed(() => {
    const [{ parts, sealed }, manifest] = [this.view(), this.manifest()];
    // What was sealed is listed as it was sent, whatever the record says today.
    if (sealed)
      return [
        cover(manifest),
        ...sealed.manifest.parts.map((part) => ({ ...part, pages: pages(part), hash: part.sha256 })),
      ];
    return [
      cover(manifest),
      ...parts.map(({ key, title }) => {
        const part = manifest?.parts.find((one) => one.key === key);
        return { key, title, pages: part ? pages(part) : '', hash: '' };
      }),
    ];
  });
}

const cover = (manifest: PacketManifest | null) => {
  const [first] = manifest?.parts ?? [];
  const last = first === undefined ? 1 : first.firstPage - 1;
  return {
    key: 'cover',
    title: 'Cover sheet',
    pages: manifest ? pages({ firstPage: 1, lastPage: last }) : '',
    hash: '',
  };
};

function pages({ firstPage, lastPage }: { readonly firstPage: number; readonly lastPage: number }): string {
  return firstPage === lastPage ? `page ${firstPage}` : `pages ${firstPage} to ${lastPage}`;
}
