import { ChangeDetectionStrategy, Component, computed, input, linkedSignal } from '@angular/core';
import type { LetterVersions } from '@stipple/contracts';
import { WordDiff, formatDateTime, liveResource } from '@stipple/ui';

/** Every wording the letter ever had, and what became of it word by word. */
@Component({
  selector: 'st-letter-versions',
  imports: [WordDiff],
  template: `
    @if (versions.value(); as all) {
      <label class="field"
        ><span>Compare wording</span>
        <select class="st-control" [value]="chosen()" #choice (change)="chosen.set(+choice.value)">
          @for (one of all.wordings; track one.wording) {
            <option [value]="one.wording" [selected]="one.wording === chosen()">
              {{ one.wording }}, {{ one.by }}, {{ time(one.at) }}
            </option>
          }
        </select>
      </label>
      <p class="st-small st-muted">with what stands on the sheet now</p>
      @if (before(); as text) {
        <st-word-diff [before]="text" [after]="now()" label="What has changed since that wording" />
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--st-2);
      padding: var(--st-3) var(--st-4);
    }
    .field {
      display: grid;
      gap: var(--st-1);
      font-weight: 560;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LetterVersionsPart {
  readonly letterId = input.required<string>();
  readonly caseId = input.required<string>();
  readonly now = input.required<string>();
  readonly timeZone = input.required<string>();
  protected readonly versions = liveResource<LetterVersions>(
    () => ({ url: `/api/letters/${this.letterId()}/versions` }),
    (moved) => moved.caseId === this.caseId(),
  );
  protected readonly chosen = linkedSignal(() => this.versions.value()?.wordings.at(1)?.wording ?? 1);
  protected readonly before = computed(
    () => this.versions.value()?.wordings.find(({ wording }) => wording === this.chosen())?.body,
  );

  protected time(instant: string): string {
    return formatDateTime(instant, this.timeZone());
  }
}
