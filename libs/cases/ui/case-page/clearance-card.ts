import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { CaseView, ClearanceView } from '@stipple/contracts';
import { Icon, formatDay } from '@stipple/ui';

/** The badge of the law: locked or unlocked, by what, and how many units are left. */
@Component({
  selector: 'st-clearance-card',
  imports: [Icon],
  template: `
    @let view = this.view();
    <section class="st-card" [class.unlocked]="view.lock.unlocked" aria-labelledby="lock-title">
      <h2 id="lock-title">
        <st-icon [name]="view.lock.unlocked ? 'unlock' : 'lock'" />{{
          view.lock.unlocked
            ? view.lock.by === 'self_pay'
              ? 'Unlocked by signed self-pay'
              : 'Unlocked by authorization'
            : 'Booking is locked'
        }}
      </h2>
      <p>{{ view.lock.sentence }}</p>
      @for (key of view.clearances; track key.id) {
        <div class="key" [class.off]="!key.active">
          <div class="line">
            <b>{{ key.number ?? 'Self-pay' }}</b><span class="st-muted">{{ key.procedureCode }}</span
            ><span class="grow"></span
            ><span class="st-small"
              >{{ left(key) }} of {{ key.units }} left{{ key.active ? '' : ', not in force' }}</span
            >
          </div>
          <div
            class="bar"
            role="img"
            [attr.aria-label]="key.used + ' performed, ' + key.held + ' booked, ' + left(key) + ' left'"
          >
            @for (unit of units(key); track $index) {
              <i [class]="unit"></i>
            }
          </div>
          <p class="st-small st-muted">
            {{ formatDay(key.opensOn) }} to {{ formatDay(key.closesOn) }} · {{ key.used }} performed,
            {{ key.held }} booked
          </p>
        </div>
      }
    </section>
  `,
  styleUrl: './section.css',
  styles: `
    section {
      display: grid;
      gap: var(--st-3);
      border-color: var(--st-line-strong);
    }
    section.unlocked {
      border-color: var(--st-good);
    }
    h2 {
      display: flex;
      align-items: center;
      gap: var(--st-2);
    }
    .unlocked h2 {
      color: var(--st-good);
    }
    .key {
      display: grid;
      gap: var(--st-1);
      padding-top: var(--st-3);
      border-top: 1px solid var(--st-line);
    }
    .key.off {
      opacity: 0.75;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClearanceCard {
  readonly view = input.required<CaseView>();
  readonly made = output();
  protected readonly formatDay = formatDay;

  protected left(key: ClearanceView): number {
    return key.units - key.held - key.used;
  }

  protected units(key: ClearanceView): readonly string[] {
    return Array.from({ length: key.units }, (_, index) =>
      index < key.used ? 'used' : index < key.used + key.held ? 'held' : 'free',
    );
  }
}
