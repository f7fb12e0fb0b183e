import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A step as a drawing: no words in it, and none needed, for the step says them beside it. */
@Component({
  selector: 'st-step-picture',
  template: `
    <svg viewBox="0 0 200 90" aria-hidden="true" focusable="false">
      @switch (step()) {
        @case (0) {
          <rect class="thing" x="18" y="20" width="26" height="50" rx="4" />
          <path class="measure" d="M56 45h88M56 38v14M144 38v14" />
          <path class="skin" d="M156 12q24 33 0 66" />
        }
        @case (1) {
          <rect class="thing" x="24" y="12" width="54" height="66" />
          <path class="thing" d="M51 12v66M24 45h54" />
          <path class="measure" d="M90 26l40 12M90 45h42M90 64l40-12" />
          <path class="skin" d="M150 12q24 33 0 66" />
        }
        @case (2) {
          <path class="skin" d="M14 34q86-34 172 0" />
          <rect class="thing" x="40" y="50" width="120" height="24" rx="3" />
          <path
            class="measure"
            d="M52 50v10M64 50v7M76 50v10M88 50v7M100 50v10M112 50v7M124 50v10M136 50v7M148 50v10"
          />
        }
        @default {
          <rect class="thing" x="22" y="18" width="64" height="54" rx="4" />
          <rect class="thing" x="114" y="18" width="64" height="54" rx="4" />
          <path class="skin" d="M34 58q20-40 40 0M126 58q20-40 40 0" />
          <path class="measure" d="M94 45h12" />
        }
      }
    </svg>
  `,
  styles: `
    svg {
      width: 100%;
      max-height: 9rem;
      border-radius: var(--st-radius);
      background: var(--st-surface-sunken);
    }
    .thing,
    .skin,
    .measure {
      fill: none;
      stroke: var(--st-ink-muted);
      stroke-width: 3;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .skin {
      stroke: var(--st-accent);
      stroke-width: 5;
    }
    .measure {
      stroke-width: 2;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StepPicture {
  /** Counted from nought. */
  readonly step = input.required<number>();
}
