import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { PacketView } from '@stipple/contracts';
import { CurrentPerson } from '@stipple/staff-ui';
import { Icon, formatBytes, formatDateTime } from '@stipple/ui';
import { fileOf } from './words';

/** A packet that went to the payer: exactly this file, by whom and when, and what proves it. */
@Component({
  selector: 'st-seal-card',
  imports: [Icon],
  template: `
    @let sealed = view().sealed;
    @if (sealed) {
      <section class="st-card" aria-labelledby="seal-title">
        <h2 id="seal-title"><st-icon name="lock" /> Sealed</h2>
        <p>
          Sent as it is listed here by {{ sealed.by }} on {{ time(sealed.at) }}. It does not change any more,
          whatever the record comes to say.
        </p>
        <dl>
          <dt>Size</dt>
          <dd>{{ formatBytes(sealed.bytes) }}, {{ sealed.manifest.pages }} pages</dd>
          <dt>SHA-256</dt>
          <dd>
            <code>{{ sealed.sha256 }}</code>
          </dd>
        </dl>
        <div class="actions">
          <a class="st-button small" [href]="file()" target="_blank" rel="noopener">Open the sealed file</a>
          <a class="st-button small" [href]="file() + '/manifest'" download="packet-manifest.json"
            >Save the manifest</a
          >
        </div>
      </section>
    }
    @if (view().earlier.length > 0) {
      <section class="st-card" aria-labelledby="earlier-title">
        <h2 id="earlier-title">Packets sent before</h2>
        <ul>
          @for (one of view().earlier; track one.requestId) {
            <li>
              <a [href]="fileOf(one.requestId)" target="_blank" rel="noopener"
                >{{ time(one.at) }}, {{ one.pages }} pages</a
              >
              <span class="st-small st-muted">by {{ one.by }}</span>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    section {
      display: grid;
      gap: var(--st-3);
      padding: var(--st-4);
    }
    h2 {
      display: flex;
      align-items: center;
      gap: var(--st-2);
    }
    dl {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--st-1) var(--st-3);
      margin: 0;
    }
    dd {
      margin: 0;
    }
    code {
      overflow-wrap: anywhere;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--st-2);
    }
    ul {
      display: grid;
      gap: var(--st-2);
      padding: 0;
      list-style: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SealCard {
  readonly view = input.required<PacketView>();
  private readonly person = inject(CurrentPerson);
  protected readonly fileOf = fileOf;
  protected readonly formatBytes = formatBytes;
  protected readonly time = (instant: string) => formatDateTime(instant, this.person.timeZone());
  protected readonly file = () => fileOf(this.view().request?.id ?? '');
}
