import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Me } from '@stipple/contracts';
import { Icon, initials } from '@stipple/ui';

/** Who is signed in, and where: the face of the account menu, also before the menu itself has come. */
@Component({
  selector: 'st-account-name',
  imports: [Icon],
  template: `
    <span class="initials" aria-hidden="true">{{ initials(me().name) }}</span>
    <span class="name"
      ><b>{{ me().name }}</b
      ><small>{{ me().clinic.name }}</small></span
    >
    <st-icon name="chevron-down" />
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: var(--st-2);
      padding: var(--st-1) var(--st-2);
      border-radius: var(--st-radius);
      text-align: start;
    }
    :host(:hover) {
      background: var(--st-surface-sunken);
    }
    .initials {
      display: grid;
      place-items: center;
      width: 2rem;
      height: 2rem;
      border-radius: 50%;
      background: var(--st-accent);
      color: var(--st-on-accent);
      font-size: var(--st-size-small);
      font-weight: 650;
    }
    @media (forced-colors: active) {
      .initials {
        border: 1px solid;
        background: Canvas;
        color: CanvasText;
      }
    }
    .name {
      display: grid;
      line-height: 1.2;
    }
    .name small {
      max-width: 11rem;
      color: var(--st-ink-muted);
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    @media (max-width: 84rem) {
      .name {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountName {
  readonly me = input.required<Me>();
  protected readonly initials = initials;
}
