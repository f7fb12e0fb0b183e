import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Icon } from '../parts/icon';
import { Toasts } from './toasts';

/** The corner where toasts appear. One live region that is always there, so that every toast is spoken. */
@Component({
  selector: 'st-toast-corner',
  imports: [Icon],
  template: `
    <div class="corner" role="status" aria-live="polite" aria-label="Just done">
      @for (toast of toasts.list(); track toast.id) {
        <div
          class="toast"
          [attr.data-tone]="toast.tone"
          (mouseenter)="toasts.pause(toast.id)"
          (mouseleave)="toasts.resume(toast.id)"
          (focusin)="toasts.pause(toast.id)"
          (focusout)="toasts.resume(toast.id)"
        >
          <st-icon [name]="toast.icon" />
          <span>{{ toast.words }}</span>
          @if (toast.undo) {
            <button type="button" class="st-button small" (click)="toasts.undo(toast)">
              Undo <kbd aria-hidden="true">Z</kbd>
            </button>
          }
          <button
            type="button"
            class="st-button quiet small square"
            aria-label="Dismiss"
            (click)="toasts.dismiss(toast.id)"
          >
            <st-icon name="close" />
          </button>
        </div>
      }
    </div>
  `,
  styles: `
    .corner {
      position: fixed;
      inset: auto var(--st-4) var(--st-4) auto;
      z-index: 900;
      display: grid;
      gap: var(--st-2);
      width: min(26rem, calc(100vw - 2 * var(--st-4)));
      pointer-events: none;
    }
    .toast {
      display: flex;
      align-items: center;
      gap: var(--st-3);
      padding: var(--st-2) var(--st-2) var(--st-2) var(--st-4);
      border: 1px solid var(--st-line-strong);
      border-radius: var(--st-radius);
      background: var(--st-surface-raised);
      box-shadow: var(--st-shadow-float);
      pointer-events: auto;
    }
    .toast > st-icon {
      color: var(--st-good);
    }
    .toast[data-tone='bad'] > st-icon {
      color: var(--st-bad);
    }
    .toast[data-tone='warn'] > st-icon {
      color: var(--st-warn);
    }
    .toast[data-tone='info'] > st-icon {
      color: var(--st-info);
    }
    .toast span {
      flex: 1;
      min-width: 0;
    }
    .square {
      width: 2rem;
      padding: 0;
    }
    @media (max-width: 56rem) {
      .corner {
        bottom: 4.5rem;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ToastCorner {
  protected readonly toasts = inject(Toasts);
}
