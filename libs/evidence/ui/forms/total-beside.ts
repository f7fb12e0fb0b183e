import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { ScaleName, bandOf, harmItem, itemsTotal, scaleOf, totalRange } from '@stipple/domain';
import { Icon, Values } from '@stipple/ui';
import { answersOf } from './scale-form';

/** The running total of a scale, what it means, and what happens when an answer calls the physician. */
@Component({
  selector: 'st-total-beside',
  imports: [Icon],
  template: `
    <p class="total" aria-live="polite">
      <b>{{ known().length === 0 ? '–' : total() }}</b>
      <span>
        of {{ range().most }}
        @if (open() > 0) {
          · {{ open() === 1 ? 'one answer' : open() + ' answers' }} missing
        } @else if (band()) {
          · {{ band() }}
        }
      </span>
    </p>
    @if (harm()) {
      <p class="harm"><st-icon name="alert" />Saving this answer calls the treating physician at once.</p>
    }
  `,
  styles: `
    .total {
      display: flex;
      align-items: baseline;
      gap: var(--st-2);
    }
    .total b {
      font-size: var(--st-size-display);
      line-height: 1;
      font-variant-numeric: tabular-nums;
    }
    .harm {
      display: flex;
      gap: var(--st-2);
      align-items: center;
      margin-top: var(--st-2);
      color: var(--st-bad);
      font-weight: 560;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TotalBeside {
  readonly values = input.required<Values>();
  readonly scale = input.required<ScaleName>();
  private readonly answers = computed(() => answersOf(this.scale(), this.values()));
  protected readonly known = computed(() => this.answers().filter((answer) => answer !== null));
  protected readonly open = computed(() => scaleOf(this.scale()).items.length - this.known().length);
  protected readonly total = computed(() => itemsTotal(this.known()));
  protected readonly range = computed(() => totalRange(this.scale()));
  protected readonly band = computed(() => bandOf(this.scale(), this.total()));
  protected readonly harm = computed(
    () => this.scale() === 'phq9' && (this.answers()[harmItem - 1] ?? 0) > 0,
  );
}
