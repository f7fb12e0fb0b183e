import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { WorksheetContent, lineDescriptionLength } from '@stipple/domain';
import { Icon, count } from '@stipple/ui';

/** The line as the claim carries it, how much room is left in it, and a description made of what the case says. */
@Component({
  selector: 'st-line-preview',
  imports: [Icon],
  template: `
    <p class="room" [class.over]="left() < 0">{{ room() }}</p>
    <p class="st-small st-muted">As it travels:</p>
    <code>{{ line() }}</code>
    @if (suggested() !== content().lineDescription) {
      <p class="suggested">
        <span class="st-small st-muted">From what the case says: {{ suggested() }}</span>
        <button type="button" class="st-button small" (click)="take.emit(suggested())">
          <st-icon name="edit" />Use this description
        </button>
      </p>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--st-1);
    }
    .room {
      font-variant-numeric: tabular-nums;
      font-size: var(--st-size-small);
    }
    .over {
      color: var(--st-bad);
      font-weight: 560;
    }
    code {
      padding: var(--st-2) var(--st-3);
      border-radius: var(--st-radius);
      background: var(--st-surface-sunken);
      overflow-wrap: anywhere;
    }
    .suggested {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--st-2) var(--st-3);
    }
    .suggested span {
      flex: 1 1 14rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LinePreview {
  readonly procedureCode = input.required<string>();
  readonly content = input.required<WorksheetContent>();
  readonly suggested = input.required<string>();
  readonly take = output<string>();
  private readonly description = computed(() => this.content().lineDescription ?? '');
  protected readonly left = computed(() => lineDescriptionLength - this.description().length);
  protected readonly room = computed(() =>
    this.left() < 0
      ? `${count(-this.left(), 'character')} too many`
      : `${count(this.left(), 'character')} left of ${lineDescriptionLength}`,
  );
  /** One session: code with its description, charge, one unit. */
  protected readonly line = computed(() => {
    const { feeCents } = this.content();
    const charge = feeCents !== null && Number.isFinite(feeCents) ? String(feeCents / 100) : '';
    return `SV1*HC:${this.procedureCode()}:::::${this.description()}*${charge}*UN*1`;
  });
}
