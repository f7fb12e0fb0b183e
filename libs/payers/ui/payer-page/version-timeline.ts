import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PayerView } from '@stipple/contracts';
import { lineOf } from './version-line';

/** Which version applies when: a bar for each, hatched where none does, and a line through today. */
@Component({
  selector: 'st-version-timeline',
  imports: [RouterLink],
  template: `
    @if (line(); as line) {
      <div class="frame" role="group" aria-label="Versions by the days they apply">
        <div class="picture" [style.height.rem]="line.lanes * 2.25 + 3">
          @for (year of line.years; track year.year) {
            <span class="year" aria-hidden="true" [style.left.%]="year.at">{{ year.year }}</span>
          }
          @for (gap of line.gaps; track $index) {
            <span
              class="gap"
              [style.left.%]="gap.from"
              [style.width.%]="gap.width"
              [title]="gap.words"
            ></span>
          }
          @for (bar of line.bars; track bar.id) {
            <a
              class="bar"
              [class.open]="bar.open"
              [attr.data-state]="bar.state"
              [style.left.%]="bar.from"
              [style.width.%]="bar.width"
              [style.top.rem]="bar.lane * 2.25 + 1.5"
              [routerLink]="['/policies', bar.id]"
              [attr.aria-label]="bar.words"
              [title]="bar.words"
              ><span>{{ bar.key }}</span></a
            >
          }
          <span class="today" [class.early]="line.today < 50" aria-hidden="true" [style.left.%]="line.today"
            ><b>today</b></span
          >
        </div>
        <p class="st-small st-muted key">
          <span class="swatch" data-state="published"></span>published
          <span class="swatch" data-state="draft"></span>draft
          @if (line.gaps.length > 0) {
            <span class="swatch gap"></span>no version applies
          }
        </p>
      </div>
    }
  `,
  styleUrl: './version-timeline.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VersionTimeline {
  readonly payer = input.required<PayerView>();
  protected readonly line = computed(() => {
    const { versions, today, findings } = this.payer();
    return lineOf(versions, today, findings);
  });
}
