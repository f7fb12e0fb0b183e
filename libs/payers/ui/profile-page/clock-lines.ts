import { ChangeDetectionStrategy, Component, input, model, output } from '@angular/core';
import { type PlanType, payerClockWords } from '@stipple/domain';
import { Icon } from '@stipple/ui';
import type { EditedClock, EditedProfile } from './edited-profile';
import { changed, number, profileWords, typed } from './profile-words';

/** How long each side has, by line of business, with where that stands. */
@Component({
  selector: 'st-clock-lines',
  imports: [Icon],
  templateUrl: './clock-lines.html',
  styleUrl: './lines.css',
  styles: `
    :host {
      --columns: minmax(0, 6fr) 5rem 13.5rem minmax(0, 6fr) minmax(0, 5fr);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClockLines {
  readonly rows = model.required<EditedProfile['clocks']>();
  /** The lines of business that the payer has. */
  readonly lines = input.required<readonly { readonly value: PlanType; readonly words: string }[]>();
  /** One more is wanted for a line of business. */
  readonly add = output<PlanType>();
  protected readonly words = profileWords;
  protected readonly clockWords = payerClockWords;
  protected readonly typed = typed;
  protected readonly number = number;

  /** The clocks of one line of business, each with its place among all. */
  protected of(line: PlanType) {
    return this.rows().flatMap((row, at) => (row.lineOfBusiness === line ? [{ row, at }] : []));
  }

  /** Null takes the line out. */
  protected put(at: number, part: Partial<EditedClock> | null): void {
    this.rows.update((rows) => changed(rows, at, part));
  }
}
