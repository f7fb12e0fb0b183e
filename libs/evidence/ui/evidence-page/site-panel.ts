import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { EvidenceView } from '@stipple/contracts';
import { Joint, jointWords, jointsNear, motionsOf, signed } from '@stipple/domain';
import { Icon } from '@stipple/ui';
import type { Place } from '../body-map/body-map';
import { regionName } from '../body-map/shapes';
import { EvidenceActions } from './evidence-actions';
import { motionSeries } from './records';

/** What was picked on the body: the joints there, what is known of them, and the way to measure one. */
@Component({
  selector: 'st-site-panel',
  imports: [Icon],
  template: `
    <h3>{{ name() }}</h3>
    <ul>
      @for (one of near(); track one.joint) {
        <li>
          <span class="grow">{{ one.words }}</span>
          <span class="st-muted">{{ one.known }}</span>
          @if (actions.may('motion')) {
            <button
              type="button"
              class="st-button small quiet"
              [disabled]="actions.busy()"
              [attr.aria-label]="'Measure ' + one.words"
              (click)="measure(one.joint)"
            >
              <st-icon name="plus" />Measure
            </button>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      list-style: none;
      padding: 0;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--st-2);
      min-height: 2rem;
      border-top: 1px solid var(--st-line);
    }
    .grow {
      flex: 1 1 8rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SitePanel {
  readonly view = input.required<EvidenceView>();
  readonly place = input.required<Place>();
  protected readonly actions = inject(EvidenceActions);
  protected readonly name = computed(() => regionName(this.place().site, this.place().side));
  protected readonly near = computed(() => {
    const { site, side } = this.place();
    const all = motionSeries(this.view()).map(({ records }) => records[0]);
    return jointsNear[site].map((joint) => {
      const [worst] = all.filter((one) => one.joint === joint && (side === null || one.side === side));
      const known = worst ? `${signed(worst.degrees)}° of ${worst.normDegrees}°` : 'not measured';
      return { joint, words: jointWords[joint], known };
    });
  });

  protected measure(joint: Joint): void {
    const [first] = motionsOf(joint);
    const { side } = this.place();
    const begun = { motion: `${joint} ${first?.motion ?? ''}`, ...(side ? { side } : {}) };
    void this.actions.open('motion', begun);
  }
}
